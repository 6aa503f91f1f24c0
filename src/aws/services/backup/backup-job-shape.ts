import type { BackupJob } from '@aws-sdk/client-backup';
import type { Lifecycle } from '../../../model/lifecycle.ts';
import type { PlanCreator } from '../../../model/plan-creator.ts';
import type { BackupJobRow } from '../../../storage/records/backup-jobs.ts';
import { toLifecycleShape } from './lifecycle-shape.ts';
import { present, toDate } from './present.ts';
import { lockStateOf, type Surroundings, vaultTypeOf } from './surroundings.ts';

/** A backup job as DescribeBackupJob and ListBackupJobs tell it. */
export function toBackupJobShape(job: BackupJobRow, surroundings: Surroundings): BackupJob {
  const lifecycle = job.lifecycle === null ? undefined : (JSON.parse(job.lifecycle) as Lifecycle);
  const options = job.backup_options === null ? undefined : (JSON.parse(job.backup_options) as Record<string, string>);
  return present<BackupJob>({
    AccountId: job.account_id,
    BackupJobId: job.id,
    BackupVaultName: job.vault_name,
    BackupVaultArn: job.vault_arn,
    VaultType: vaultTypeOf(surroundings, job.vault_arn),
    VaultLockState: lockStateOf(surroundings, job.vault_arn),
    // The ARN is drawn when the job starts; the point is there once the job has completed.
    RecoveryPointArn: job.state === 'COMPLETED' ? job.recovery_point_arn : undefined,
    RecoveryPointLifecycle: toLifecycleShape(lifecycle, { deleteAfterEvent: job.delete_after_event }),
    EncryptionKeyArn: job.key_arn,
    IsEncrypted: job.key_arn !== null,
    ResourceArn: job.resource_arn,
    CreationDate: toDate(job.created_at),
    CompletionDate: toDate(job.completed_at),
    State: job.state as NonNullable<BackupJob['State']>,
    StatusMessage: job.status_message,
    PercentDone: `${job.percent_done}.0`,
    BackupSizeInBytes: job.backup_size_bytes,
    IamRoleArn: job.iam_role_arn,
    CreatedBy: job.created_by === null ? undefined : (JSON.parse(job.created_by) as PlanCreator),
    ExpectedCompletionDate: toDate(job.expected_completion_at),
    StartBy: toDate(job.start_by),
    ResourceType: job.resource_type,
    BytesTransferred: job.bytes_transferred,
    BackupOptions: options,
    BackupType: optionsType(options),
    ParentJobId: undefined,
    IsParent: false,
    ResourceName: job.resource_name,
    InitiationDate: toDate(job.initiated_at),
    MessageCategory: job.message_category,
  });
}

/** Told only where an option makes the backup special. */
const optionsType = (options: Readonly<Record<string, string>> | undefined): string | undefined =>
  options?.WindowsVSS === 'enabled' ? 'WindowsVSS' : undefined;
