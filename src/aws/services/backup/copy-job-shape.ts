import type { CopyJob, RecoveryPointCreator } from '@aws-sdk/client-backup';
import type { Lifecycle } from '../../../model/lifecycle.ts';
import type { CopyJobRow } from '../../../storage/records/copy-jobs.ts';
import type { Database } from '../../../storage/records/records.ts';
import {
  type RecoveryPointRow,
  recoveryPointsByArn,
  toAppliedLifecycle,
} from '../../../storage/records/recovery-points.ts';
import { toLifecycleShape } from './lifecycle-shape.ts';
import { present, toDate } from './present.ts';
import { lockStateOf, readSurroundings, type Surroundings, vaultTypeOf } from './surroundings.ts';

/** What became of copies: the vaults that they lie in, and the points themselves, by ARN. */
export interface Arrivals extends Surroundings {
  readonly points: ReadonlyMap<string, RecoveryPointRow>;
}

/** Of jobs that have completed only: until then the destination, which may be somebody else's, is nobody's business. */
export async function readArrivals(db: Database, jobs: readonly CopyJobRow[]): Promise<Arrivals> {
  const arrived = jobs.filter(isCompleted);
  const arns = arrived.map(({ destination_recovery_point_arn: arn }) => arn ?? '');
  return {
    ...(await readSurroundings(db, { vaultArns: arrived.map(({ destination_vault_arn: arn }) => arn) })),
    points: await recoveryPointsByArn(db, arns),
  };
}

const isCompleted = ({ state }: CopyJobRow): boolean => state === 'COMPLETED';

/** A copy job as DescribeCopyJob and ListCopyJobs tell it. */
export function toCopyJobShape(job: CopyJobRow, arrivals: Arrivals): CopyJob {
  const requested = job.lifecycle === null ? undefined : (JSON.parse(job.lifecycle) as Lifecycle);
  const copy = isCompleted(job) ? arrivals.points.get(job.destination_recovery_point_arn ?? '') : undefined;
  return present<CopyJob>({
    AccountId: job.account_id,
    CopyJobId: job.id,
    SourceBackupVaultArn: job.source_vault_arn,
    SourceRecoveryPointArn: job.source_recovery_point_arn,
    DestinationBackupVaultArn: job.destination_vault_arn,
    DestinationVaultType: vaultTypeOf(arrivals, job.destination_vault_arn),
    DestinationVaultLockState: lockStateOf(arrivals, job.destination_vault_arn),
    // The ARN is drawn when the job starts; the copy is there once the job has completed.
    DestinationRecoveryPointArn: isCompleted(job) ? job.destination_recovery_point_arn : undefined,
    DestinationEncryptionKeyArn: copy?.key_arn,
    DestinationRecoveryPointLifecycle: toLifecycleShape(requested ?? (copy && toAppliedLifecycle(copy))),
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
