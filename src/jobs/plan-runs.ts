import { duePlanRuns, earliestPlanRun, type PlanRunRow } from '../storage/records/plan-runs.ts';
import { StorageError } from '../storage/storage-error.ts';
import type { AgendaItem } from './agenda.ts';
import type { JobContext } from './job-context.ts';
import { PLAN_RUNS_AT_ONCE } from './limits.ts';
import { passOver, runRule } from './run-rule.ts';

/**
 * The runs of backup plans. Each is one transaction that makes its jobs and puts the rule's next run on the agenda, so that a run is made
 * once, whatever dies and however many look. What was missed is made up for while its start window is open, and expires behind it.
 */
export const planRuns: AgendaItem = {
  name: 'plan-runs',
  nextDue: earliestPlanRun,
  async run(context, now) {
    for (;;) {
      const due = await context.records.read((db) => duePlanRuns(db, now, PLAN_RUNS_AT_ONCE));
      if (due.length === 0) return;
      await Promise.all(due.map((run) => runOne(context, run, now)));
    }
  },
};

/**
 * A run that cannot be made, through a fault of ours, is passed over and told: it must not keep the others, and time itself, from going on.
 * Where the records fail nothing is lost: it stays due.
 */
async function runOne({ records, random, log }: JobContext, run: PlanRunRow, now: number): Promise<void> {
  try {
    const jobs = await records.write((db) => runRule(db, run, { now, random }));
    const expired = jobs.filter(({ state }) => state === 'EXPIRED').length;
    const facts = { plan: run.plan_id, rule: run.rule_id, at: run.due_at, jobs: jobs.length, expired };
    if (jobs.length > 0) log.info(facts, 'a plan has run');
  } catch (error) {
    if (error instanceof StorageError) throw error;
    log.error(
      { err: error, plan: run.plan_id, rule: run.rule_id, at: run.due_at },
      'a run of a plan could not be made',
    );
    await records.write((db) => passOver(db, run));
  }
}
