import type { RecoveryPointCreator } from '@aws-sdk/client-backup';

/** The plan that made a job or a point; nothing for what was started by hand. The rule's id has another name here than in the API: an oddity of AWS. */
export function toCreator(createdBy: string | null | undefined): Readonly<Record<string, unknown>> | undefined {
  if (createdBy === null || createdBy === undefined) return undefined;
  const creator = JSON.parse(createdBy) as RecoveryPointCreator;
  return {
    backupPlanId: creator.BackupPlanId,
    backupPlanArn: creator.BackupPlanArn,
    backupPlanVersion: creator.BackupPlanVersion,
    backupPlanRuleId: creator.BackupRuleId,
  };
}
