import type { GetBackupPlanInput, GetBackupPlanOutput, ScheduledPlanExecutionMember } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import type { BackupPlan } from '../../../model/backup-plan.ts';
import { runsBetween } from '../../../planning/plan-runs.ts';
import { planVersion } from '../../../storage/records/backup-plans.ts';
import type { Operation } from '../operation.ts';
import { findPlan } from './plan-access.ts';
import { toAdvancedSettings, toPlanShape } from './plan-shape.ts';
import { present, toDate } from './present.ts';

/**
 * A plan in its newest version, or in the one that is named: then also of a plan that has been deleted. On demand with a preview of the
 * next runs of that version's rules, whether or not a run of another rule will serve for them; a deleted plan has none.
 */
export const getBackupPlan: Operation<GetBackupPlanInput, GetBackupPlanOutput> = async (services, input, call) => {
  const plan = await findPlan(services, call, { action: 'backup:GetBackupPlan', planId: input.BackupPlanId });
  const isReadable = plan?.deleted_at === null || input.VersionId !== undefined;
  if (plan === undefined || !isReadable) throw backup.planNotFound();
  const versionId = input.VersionId ?? plan.version_id;
  const version = await services.records.read((db) => planVersion(db, { planId: plan.id, versionId }));
  if (version === undefined) throw backup.planNotFound();
  const document = JSON.parse(version.document) as BackupPlan;
  return present<GetBackupPlanOutput>({
    BackupPlan: toPlanShape(document),
    BackupPlanId: plan.id,
    BackupPlanArn: plan.arn,
    VersionId: version.version_id,
    CreatorRequestId: plan.creator_request_id,
    CreationDate: toDate(version.created_at),
    DeletionDate: toDate(plan.deleted_at),
    LastExecutionDate: toDate(plan.last_execution_at),
    AdvancedBackupSettings: toAdvancedSettings(document),
    ScheduledRunsPreview: preview(plan.deleted_at === null ? document : { rules: [] }, {
      from: call.now,
      count: input.MaxScheduledRunsPreview ?? 0,
    }),
  });
};

/** Absent where none is asked for. */
function preview(
  plan: Pick<BackupPlan, 'rules'>,
  { from, count }: { from: number; count: number },
): ScheduledPlanExecutionMember[] | undefined {
  if (count === 0) return undefined;
  return runsBetween(plan, { from, until: Number.POSITIVE_INFINITY })
    .take(count)
    .map(({ rule, at }) => ({
      ExecutionTime: new Date(at),
      RuleId: rule.id,
      // A continuous rule makes snapshots of the types that know no continuous backup, and for its copies.
      RuleExecutionType: rule.isContinuous ? ('CONTINUOUS_AND_SNAPSHOTS' as const) : ('SNAPSHOTS' as const),
    }))
    .toArray();
}
