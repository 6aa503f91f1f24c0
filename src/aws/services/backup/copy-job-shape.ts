import type { CopyJob, RecoveryPointCreator } from '@aws-sdk/client-backup';
import type { Lifecycle } from '../../../model/lifecycle.ts';
import type { CopyJobRow } from '../../../storage/records/copy-jobs.ts';
import { toLifecycleShape } from './lifecycle-shape.ts';
import { present, toDate } from './present.ts';

/** A copy job as DescribeCopyJob and ListCopyJobs tell it. */
export function toCopyJobShape(job: CopyJobRow): CopyJob {
  const lifecycle = job.lifecycle === null ? undefined : (JSON.parse(job.lifecycle) as Lifecycle);
  return present<CopyJob>({
    AccountId: job.account_id,
    CopyJobId: job.id,
    SourceBackupVaultArn: job.source_vault_arn,
    SourceRecoveryPointArn: job.source_recovery_point_arn,
    DestinationBackupVaultArn: job.destination_vault_arn,
    DestinationVaultType: undefined,
    DestinationVaultLockState: undefined,
    // The ARN is drawn when the job starts; the copy is there once the job has completed.
    DestinationRecoveryPointArn: job.state === 'COMPLETED' ? job.destination_recovery_point_arn : undefined,
    DestinationEncryptionKeyArn: undefined,
    DestinationRecoveryPointLifecycle: toLifecycleShape(lifecycle),
    ResourceArn: job.resource_arn,
    CreationDate: toDate(job.created_at),
    CompletionDate: toDate(job.completed_at),
    State: job.state as NonNullable<CopyJob['State']>,
    StatusMessage: job.status_message,
    BackupSizeInBytes: job.backup_size_bytes,
    IamRoleArn: job.iam_role_arn,
    CreatedBy: job.created_by === null ? undefined : (JSON.parse(job.created_by) as RecoveryPointCreator),
    CreatedByBackupJobId: job.created_by_backup_job_id,
    ResourceType: job.resource_type,
    ParentJobId: undefined,
    IsParent: false,
    CompositeMemberIdentifier: undefined,
    NumberOfChildJobs: undefined,
    ChildJobsInState: undefined,
    ResourceName: job.resource_name,
    MessageCategory: job.message_category,
  });
}
