import type { Database } from '../storage/records/records.ts';
import type { JobContext } from './job-context.ts';

/**
 * Something that falls due by its date alone: the next run of a plan, the expiry of recovery points, the destruction of a key. Several
 * processes may keep the same agenda, and a process may die in the middle: `run` must do each thing once, by what the records say.
 */
export interface AgendaItem {
  /** `plan-runs`, `recovery-point-expiry`; unique. */
  readonly name: string;
  /**
   * A walk through time need not stop at this item's dates: run later, it does each thing as of its own date, in their order, and the
   * outcome is the same. Such items are run before the others, so that a plan's run finds expired what had expired by then.
   */
  readonly keepsOwnDates?: true;
  /** The earliest moment, in the service's time, at which there is something to do; may lie in the past. Nothing when nothing is known. Costs a look at an index. */
  nextDue(db: Database): Promise<number | undefined>;
  /** Does what is due at `now`, in order of its dates, and returns when that is on record. What is not due yet stays. */
  run(context: JobContext, now: number): Promise<void>;
}

/** When the first of the items falls due; nothing when nothing will. */
export async function nextDueOf(items: readonly AgendaItem[], db: Database): Promise<number | undefined> {
  const dates = await Promise.all(items.map((item) => item.nextDue(db)));
  const known = dates.filter((date) => date !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

/**
 * Does all that is due: first the items that keep their own dates, then the others, each in the order of the list. Whether anything was. An item
 * that fails does not keep the others waiting; what it threw is thrown when they are done.
 */
export async function runAgenda(items: readonly AgendaItem[], context: JobContext, now: number): Promise<boolean> {
  let wasDue = false;
  const failures: unknown[] = [];
  for (const item of inOrder(items)) {
    try {
      const due = await context.records.read((db) => item.nextDue(db));
      if (due === undefined || due > now) continue;
      await item.run(context, now);
      wasDue = true;
    } catch (error) {
      failures.push(Object.assign(new Error(`${item.name} failed`), { cause: error }));
    }
  }
  if (failures.length > 0) throw failures[0];
  return wasDue;
}

const inOrder = (items: readonly AgendaItem[]): readonly AgendaItem[] => [
  ...items.filter((item) => item.keepsOwnDates === true),
  ...items.filter((item) => item.keepsOwnDates !== true),
];
