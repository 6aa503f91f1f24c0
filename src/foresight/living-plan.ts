import { type PlanTarget, planTargets } from '../jobs/plan-targets.ts';
import type { BackupPlan } from '../model/backup-plan.ts';
import { type BackupPlanRow, planVersion } from '../storage/records/backup-plans.ts';
import { plannedRuns } from '../storage/records/plan-runs.ts';
import type { Database } from '../storage/records/records.ts';
import { invariant } from '../util/invariant.ts';

/** A plan as it stands: its newest document, what its selections take now, and since when each rule runs. */
export interface LivingPlan {
  readonly row: BackupPlanRow;
  readonly document: BackupPlan;
  readonly targets: readonly PlanTarget[];
  ruleSince(ruleId: string): number;
}

export async function readLivingPlan(db: Database, row: BackupPlanRow): Promise<LivingPlan> {
  const version = await planVersion(db, { planId: row.id, versionId: row.version_id });
  invariant(version, 'a plan has the version that it names');
  const since = new Map((await plannedRuns(db, row.id)).map((run) => [run.rule_id, run.since]));
  return {
    row,
    document: JSON.parse(version.document) as BackupPlan,
    targets: await planTargets(db, row),
    ruleSince: (ruleId) => since.get(ruleId) ?? row.created_at,
  };
}
