import { duePlanRuns, earliestPlanRun, type PlanRunRow } from '../storage/records/plan-runs.ts';
import type { AgendaItem } from './agenda.ts';
import type { JobContext } from './job-context.ts';
import { PLAN_RUNS_AT_ONCE } from './limits.ts';
import { runRule } from './run-rule.ts';

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

async function runOne({ records, random }: JobContext, run: PlanRunRow, now: number): Promise<void> {
  await records.write((db) => runRule(db, run, { now, random }));
}
