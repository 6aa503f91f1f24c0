import type { RestoreJobsListMember } from '@aws-sdk/client-backup';
import type { RestoreJobRow } from '../../../storage/records/restore-jobs.ts';
import { present, toDate } from './present.ts';

/** A restore job as DescribeRestoreJob and the lists tell it. The message category has no place here. */
export function toRestoreJobShape(job: RestoreJobRow): RestoreJobsListMember {
  return present<RestoreJobsListMember>({
    AccountId: job.account_id,
    RestoreJobId: job.id,
    RecoveryPointArn: job.recovery_point_arn,
    SourceResourceArn: job.resource_arn,
    BackupVaultArn: job.source_vault_arn,
    CreationDate: toDate(job.created_at),
    CompletionDate: toDate(job.completed_at),
    Status: job.state as NonNullable<RestoreJobsListMember['Status']>,
    StatusMessage: job.status_message,
    PercentDone: `${job.percent_done}.00%`,
    BackupSizeInBytes: job.backup_size_bytes,
    IamRoleArn: job.iam_role_arn,
    ExpectedCompletionTimeMinutes: undefined,
    CreatedResourceArn: job.created_resource_arn,
    ResourceType: job.resource_type,
    RecoveryPointCreationDate: toDate(job.recovery_point_created_at),
    IsParent: false,
    ParentJobId: undefined,
    CreatedBy: undefined,
    ValidationStatus: undefined,
    ValidationStatusMessage: undefined,
    DeletionStatus: undefined,
    DeletionStatusMessage: undefined,
  });
}
