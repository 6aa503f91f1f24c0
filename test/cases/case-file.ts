import type { CopyFacts } from '../../src/decision/facts.ts';
import type { GreenOptions } from './green-facts.ts';

/** A file of cases: one sentence family or one question. Facts are given as changes to a copy to which nothing stands in the way. */
export interface CaseFile {
  /** In our words: what the cases have in common. */
  readonly about: string;
  readonly cases: readonly Case[];
}

export interface Case {
  /** A statement that holds. */
  readonly name: string;
  readonly copy: GreenOptions;
  /** Paths into the facts (`destination.vault.accessPolicy`) with what stands there instead. */
  readonly given: Readonly<Record<string, unknown>>;
  /** The requirements that are unmet, in order; none means that the copy may happen. */
  readonly unmet: readonly string[];
  /** The sentence the job speaks, word for word, and its category. */
  readonly says?: string;
  readonly category?: string;
  /** Who must act on the first finding. */
  readonly actor?: 'source' | 'destination' | 'management' | 'nobody';
  /** Requirements that cannot be judged. */
  readonly unknown?: readonly string[];
}

/** The facts with some of them replaced. A path must lead to something that is there, so that a misspelt one fails. */
export function changed(facts: CopyFacts, given: Case['given']): CopyFacts {
  const copy = structuredClone(facts);
  for (const [path, value] of Object.entries(given)) {
    const steps = path.split('.');
    const last = steps.pop()!;
    let place = copy as unknown as Record<string, unknown>;
    for (const step of steps) place = place[step] as Record<string, unknown>;
    if (typeof place !== 'object' || place === null || !(last in place)) throw new Error(`no fact at ${path}`);
    place[last] = value;
  }
  return copy;
}
