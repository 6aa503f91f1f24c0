import { hasColdTier } from '../../model/cold-tier.ts';
import { applyLifecycle, type Lifecycle } from '../../model/lifecycle.ts';
import type { ResourceAttributes, ResourceType } from '../../model/resource-type.ts';
import { invariant } from '../../util/invariant.ts';
import { noteJobEvent } from './job-event.ts';
import { type JobFilter, whereJob } from './jobs.ts';
import { ROWS_PER_INSERT } from './limits.ts';
import { isBehind, type Page } from './page.ts';
import { prepared } from './prepared.ts';
import type { Database } from './records.ts';
import { insertRecoveryPoint, type RecoveryPointRow, toLifecycleColumns } from './recovery-points.ts';
import type { BackupJobsTable } from './schema.ts';
import type { Tags } from './tags.ts';
import { vaultByArn } from './vaults.ts';

/**
 * `recovery_point_arn` is drawn when the job is made, so that a job that runs twice makes one recovery point; the point itself exists
 * once the job has completed. `lifecycle` is a `Lifecycle`, `recovery_point_tags` a map.
 */
export type BackupJobRow = BackupJobsTable;

export interface BackupJobFilter extends JobFilter {
  readonly vaultName?: string | undefined;
}

export async function insertBackupJobs(db: Database, ...jobs: readonly BackupJobRow[]): Promise<void> {
  for (let first = 0; first < jobs.length; first += ROWS_PER_INSERT) {
    await db
      .insertInto('backup_jobs')
      .values(jobs.slice(first, first + ROWS_PER_INSERT))
      .execute();
  }
  for (const job of jobs) await noteJobEvent(db, 'backup', job, job.completed_at ?? job.created_at);
}

/** The backup job, or nothing. */
export async function backupJobById(db: Database, id: string): Promise<BackupJobRow | undefined> {
  return (await jobById(db, id))[0];
}

const jobById = prepared((db: Database, id: string) => db.selectFrom('backup_jobs').selectAll().where('id', '=', id));

/** Backup jobs, newest first. */
export async function listBackupJobs(
  db: Database,
  filter: BackupJobFilter,
  page: Page,
): Promise<readonly BackupJobRow[]> {
  let query = whereJob(db.selectFrom('backup_jobs').selectAll(), filter);
  if (filter.vaultName !== undefined) query = query.where('vault_name', '=', filter.vaultName);
  if (page.after !== undefined) query = query.where(isBehind(page.after, { at: 'created_at', id: 'id' }));
  return await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(page.limit).execute();
}

/** Asks a job to stop: ABORTING until the runner has heard of it. False where it has ended already. */
export async function requestBackupJobStop(db: Database, jobId: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('backup_jobs')
    .set({ state: 'ABORTING' })
    .where('id', '=', jobId)
    .where('completed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What the runner knows once the bytes are safe. */
export interface BackupResult {
  readonly jobId: string;
  readonly domainId: string;
  readonly manifestId: string;
  readonly backupSizeBytes: number;
  /** Bytes added to the vault. */
  readonly bytesTransferred: number;
  /** The key that seals the bytes, or `null` for what AWS calls unencrypted. */
  readonly keyArn: string | null;
  /** Of the resource as it was backed up. */
  readonly attributes: ResourceAttributes;
  readonly resourceTags: Tags;
  readonly restoreMetadata: Readonly<Record<string, string>>;
  /** The engine's report. */
  readonly report: unknown;
  /** For a job that completed with issues. */
  readonly issue?: { readonly statusMessage: string; readonly messageCategory: string };
  readonly now: number;
}

export type Completion = 'completed' | 'vault-gone' | 'ended-already';

/**
 * Puts the recovery point on record, with the resource's tags and the job's (which win), and moves the job to COMPLETED, in one go.
 * Writes nothing where the vault has been deleted meanwhile or the job has ended.
 */
export async function completeBackupJob(db: Database, result: BackupResult): Promise<Completion> {
  const job = await backupJobById(db, result.jobId);
  invariant(job, 'a backup job that completes is on record');
  if (job.completed_at !== null) return 'ended-already';
  if ((await vaultByArn(db, job.vault_arn)) === undefined) return 'vault-gone';
  const tags = { ...result.resourceTags, ...(JSON.parse(job.recovery_point_tags) as Tags) };
  await insertRecoveryPoint(db, toRecoveryPoint(job, result), tags);
  const [completed] = await completeRow(
    db,
    job.id,
    result.issue?.statusMessage ?? null,
    result.issue?.messageCategory ?? 'SUCCESS',
    result.now,
    result.backupSizeBytes,
    result.bytesTransferred,
    result.keyArn,
    JSON.stringify(result.report),
  );
  invariant(completed, 'the row that was read a moment ago is there');
  await noteJobEvent(db, 'backup', completed, result.now);
  return 'completed';
}

const completeRow = prepared(
  (
    db: Database,
    id: string,
    status_message: string | null,
    message_category: string,
    completed_at: number,
    backup_size_bytes: number,
    bytes_transferred: number,
    key_arn: string | null,
    report: string,
  ) =>
    db
      .updateTable('backup_jobs')
      .set({
        state: 'COMPLETED',
        status_message,
        message_category,
        completed_at,
        percent_done: 100,
        backup_size_bytes,
        bytes_transferred,
        key_arn,
        report,
      })
      .where('id', '=', id)
      .returningAll(),
);

/** The record of the recovery point that a job makes. */
export function toRecoveryPoint(
  job: BackupJobRow,
  result: Omit<BackupResult, 'bytesTransferred' | 'report' | 'issue' | 'resourceTags'>,
): RecoveryPointRow {
  invariant(job.recovery_point_arn, 'a backup job has the ARN of its recovery point from the start');
  const lifecycle = job.lifecycle === null ? undefined : (JSON.parse(job.lifecycle) as Lifecycle);
  const hasCold = hasColdTier(job.resource_type as ResourceType, { attributes: result.attributes, lifecycle });
  return {
    arn: job.recovery_point_arn,
    account_id: job.account_id,
    region: job.region,
    vault_arn: job.vault_arn,
    vault_name: job.vault_name,
    source_vault_arn: null,
    resource_arn: job.resource_arn,
    resource_type: job.resource_type,
    resource_name: job.resource_name,
    iam_role_arn: job.iam_role_arn,
    status: 'COMPLETED',
    status_message: null,
    // AWS anchors creation, and with it the lifecycle, at the start of the job.
    created_at: job.created_at,
    initiated_at: job.initiated_at,
    completed_at: result.now,
    backup_size_bytes: result.backupSizeBytes,
    ...toLifecycleColumns(applyLifecycle({ lifecycle, createdAt: job.created_at, hasColdTier: hasCold }), job),
    storage_class: 'WARM',
    is_encrypted: result.keyArn === null ? 0 : 1,
    key_arn: result.keyArn,
    last_restore_at: null,
    domain_id: result.domainId,
    manifest_id: result.manifestId,
    resource_attributes: JSON.stringify(result.attributes),
    restore_metadata: JSON.stringify(result.restoreMetadata),
    backup_job_id: job.id,
    copy_job_id: null,
    delete_after_event: job.delete_after_event,
    plan_id: job.plan_id,
    created_by: job.created_by,
  };
}
