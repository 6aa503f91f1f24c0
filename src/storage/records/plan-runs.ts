import type { BackupRule } from '../../model/backup-plan.ts';
import { nextRunOf } from '../../planning/plan-runs.ts';
import type { Database } from './records.ts';
import type { PlanRunsTable } from './schema.ts';

/** The next run of one rule of a plan. */
export type PlanRunRow = PlanRunsTable;

interface PlanRules {
  readonly planId: string;
  readonly rules: readonly BackupRule[];
}

/**
 * Puts the rules of a plan that is new, or has a new document, on the agenda. A rule whose schedule is what it was keeps its next run, so that
 * one which is due right now is not lost; any other runs after `now` for the first time. Rules that never run again have no row.
 */
export async function scheduleRules(
  db: Database,
  { planId, rules, before = [], now }: PlanRules & { readonly before?: readonly BackupRule[]; readonly now: number },
): Promise<void> {
  const kept = new Set(rules.filter((rule) => before.some((old) => isOnSameSchedule(rule, old))).map(({ id }) => id));
  const removed = db.deleteFrom('plan_runs').where('plan_id', '=', planId);
  await (kept.size === 0 ? removed : removed.where('rule_id', 'not in', [...kept])).execute();
  const rows = rules.flatMap((rule): readonly PlanRunRow[] => {
    const dueAt = kept.has(rule.id) ? undefined : nextRunOf(rule, now);
    return dueAt === undefined ? [] : [{ plan_id: planId, rule_id: rule.id, due_at: dueAt, since: now }];
  });
  if (rows.length > 0) await db.insertInto('plan_runs').values(rows).execute();
}

const isOnSameSchedule = (one: BackupRule, other: BackupRule): boolean =>
  one.id === other.id && one.schedule === other.schedule && one.timeZone === other.timeZone;

/** Takes a plan off the agenda. */
export async function unscheduleRules(db: Database, planId: string): Promise<void> {
  await db.deleteFrom('plan_runs').where('plan_id', '=', planId).execute();
}

/** The date of the first run of any plan; nothing where no plan runs. */
export async function earliestPlanRun(db: Database): Promise<number | undefined> {
  const row = await db.selectFrom('plan_runs').select('due_at').orderBy('due_at').limit(1).executeTakeFirst();
  return row?.due_at;
}

/** Runs that are due, in the order of their dates; at most `limit`. */
export async function duePlanRuns(db: Database, now: number, limit: number): Promise<readonly PlanRunRow[]> {
  return await db
    .selectFrom('plan_runs')
    .selectAll()
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('plan_id')
    .orderBy('rule_id')
    .limit(limit)
    .execute();
}

/** The rules of a plan that are on the agenda. */
export async function plannedRuns(db: Database, planId: string): Promise<readonly PlanRunRow[]> {
  return await db.selectFrom('plan_runs').selectAll().where('plan_id', '=', planId).execute();
}

/**
 * Puts a run behind us, in the transaction that makes its jobs. False where that has been done: by another worker, or because the plan has
 * changed; then nothing may be made. `nextAt`: nothing where the rule never runs again.
 */
export async function passPlanRun(
  db: Database,
  { plan_id, rule_id, due_at }: PlanRunRow,
  nextAt: number | undefined,
): Promise<boolean> {
  const isDue = { plan_id, rule_id, due_at };
  if (nextAt === undefined) {
    const { numDeletedRows } = await db
      .deleteFrom('plan_runs')
      .where((eb) => eb.and(isDue))
      .executeTakeFirst();
    return numDeletedRows === 1n;
  }
  const { numUpdatedRows } = await db
    .updateTable('plan_runs')
    .set({ due_at: nextAt })
    .where((eb) => eb.and(isDue))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
