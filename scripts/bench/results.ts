import type { ContenderName } from './contender.ts';
import type { SetName } from './data-sets.ts';
import type { Cost } from './measure.ts';
import type { WorkName } from './works.ts';

/** All runs of one work on one set by one program. */
export interface Result {
  readonly work: WorkName;
  readonly set: SetName;
  readonly contender: ContenderName;
  readonly costs: readonly Cost[];
}

export class Results {
  readonly #results: { work: WorkName; set: SetName; contender: ContenderName; costs: Cost[] }[] = [];

  add({ work, set, contender }: Omit<Result, 'costs'>, cost: Cost): void {
    const known = this.find({ work, set, contender });
    if (known) known.costs.push(cost);
    else this.#results.push({ work, set, contender, costs: [cost] });
  }

  find(wanted: Omit<Result, 'costs'>): (Result & { costs: Cost[] }) | undefined {
    return this.#results.find(
      ({ work, set, contender }) => work === wanted.work && set === wanted.set && contender === wanted.contender,
    );
  }

  all(): readonly Result[] {
    return this.#results;
  }
}

/** The middle of the runs' figures; nothing where a run has none. */
export function median(costs: readonly Cost[], figure: keyof Cost): number | undefined {
  const values = costs.map((cost) => cost[figure]).filter((value) => value !== undefined);
  if (values.length < costs.length || values.length === 0) return undefined;
  const sorted = values.sort((one, other) => one - other);
  const middle = sorted.length / 2;
  if (sorted.length % 2 === 1) return sorted[Math.floor(middle)];
  return (sorted[middle - 1]! + sorted[middle]!) / 2;
}
