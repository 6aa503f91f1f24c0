import type { BackupJobRow } from '../storage/records/backup-jobs.ts';
import type { CopyJobRow } from '../storage/records/copy-jobs.ts';
import type { EventRow } from '../storage/records/events.ts';
import type { RestoreJobRow } from '../storage/records/restore-jobs.ts';
import type { WorkKind } from '../storage/records/work.ts';
import { toCreator } from './creator.ts';
import { toIso } from './iso-date.ts';
import { toLocaleDate } from './locale-date.ts';
import type { EventDetail } from './thing-detail.ts';

type WithCreator<Row> = Row & { readonly created_by?: string | null };

/** A job's event. What a sample of AWS lacks is lacking here: a CREATED one says next to nothing. */
export function jobDetail({ detail, state }: EventRow, kind: WorkKind): EventDetail {
  const job = JSON.parse(detail) as unknown;
  if (kind === 'backup') return backupDetail(job as WithCreator<BackupJobRow>, state);
  if (kind === 'copy') return copyDetail(job as CopyJobRow, state);
  return restoreDetail(job as RestoreJobRow, state);
}

/** Sizes are strings. A FAILED one has no date of its end, a PENDING one an empty message, a RUNNING one a date in the American way. */
function backupDetail(job: WithCreator<BackupJobRow>, state: string): EventDetail {
  const resources = state === 'COMPLETED' && job.recovery_point_arn !== null ? [job.recovery_point_arn] : [];
  const creationDate = toIso(job.created_at);
  if (state === 'CREATED') return { resources, detail: { backupJobId: job.id, state, creationDate } };
  const { expected_completion_at: expected } = job;
  return {
    resources,
    detail: {
      backupJobId: job.id,
      backupSizeInBytes: toText(job.backup_size_bytes),
      backupVaultArn: job.vault_arn,
      backupVaultName: job.vault_name,
      bytesTransferred: toText(job.bytes_transferred ?? 0),
      creationDate,
      iamRoleArn: job.iam_role_arn,
      resourceArn: job.resource_arn,
      resourceType: job.resource_type,
      state,
      statusMessage: job.status_message ?? (state === 'PENDING' ? '' : undefined),
      completionDate: state === 'FAILED' ? undefined : toIso(job.completed_at),
      startBy: toIso(job.start_by),
      expectedCompletionDate: state === 'RUNNING' && expected !== null ? toLocaleDate(expected) : undefined,
      percentDone: job.percent_done,
      createdBy: toCreator(job.created_by),
    },
  };
}

/** The size is a number here. The copy's ARN is an empty object until there is a copy; a CREATED event does not even tell the job's id. */
function copyDetail(job: CopyJobRow, state: string): EventDetail {
  const resources = [job.source_recovery_point_arn];
  const creationDate = toIso(job.created_at);
  const sides = {
    sourceBackupVaultArn: job.source_vault_arn,
    destinationBackupVaultArn: job.destination_vault_arn,
  };
  if (state === 'CREATED') return { resources, detail: { creationDate, state, ...sides } };
  return {
    resources,
    detail: {
      copyJobId: job.id,
      backupSizeInBytes: job.backup_size_bytes ?? undefined,
      creationDate,
      iamRoleArn: job.iam_role_arn,
      resourceArn: job.resource_arn,
      resourceType: job.resource_type,
      sourceBackupVaultArn: sides.sourceBackupVaultArn,
      state,
      statusMessage: job.status_message ?? undefined,
      completionDate: toIso(job.completed_at),
      destinationBackupVaultArn: sides.destinationBackupVaultArn,
      destinationRecoveryPointArn: state === 'COMPLETED' ? (job.destination_recovery_point_arn ?? {}) : {},
      createdBy: toCreator(job.created_by),
    },
  };
}

/** The state is called `status`, but `state` in a CREATED one. Vault and resource are told once it has completed. */
function restoreDetail(job: RestoreJobRow, state: string): EventDetail {
  const resources = [job.recovery_point_arn];
  const creationDate = toIso(job.created_at);
  if (state === 'CREATED') return { resources, detail: { restoreJobId: job.id, creationDate, state } };
  const isCompleted = state === 'COMPLETED';
  const origin = {
    backupVaultArn: job.source_vault_arn,
    recoveryPointArn: job.recovery_point_arn,
    sourceResourceArn: job.resource_arn,
  };
  return {
    resources,
    detail: {
      restoreJobId: job.id,
      ...(isCompleted ? origin : {}),
      backupSizeInBytes: toText(job.backup_size_bytes),
      creationDate,
      iamRoleArn: job.iam_role_arn,
      percentDone: job.percent_done,
      resourceType: job.resource_type,
      status: state,
      statusMessage: job.status_message ?? undefined,
      createdResourceArn: isCompleted ? (job.created_resource_arn ?? undefined) : undefined,
      completionDate: state === 'FAILED' ? undefined : toIso(job.completed_at),
    },
  };
}

const toText = (count: number | null): string | undefined => (count === null ? undefined : String(count));
