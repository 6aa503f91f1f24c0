import { hasColdTier } from '../../model/cold-tier.ts';
import { applyCopyLifecycle, type Lifecycle } from '../../model/lifecycle.ts';
import type { ResourceAttributes, ResourceType } from '../../model/resource-type.ts';
import { parseVaultArn } from '../../model/vault.ts';
import { invariant } from '../../util/invariant.ts';
import type { Completion } from './backup-jobs.ts';
import { noteJobEvent } from './job-event.ts';
import { type JobFilter, whereJob } from './jobs.ts';
import { isBehind, type Page } from './page.ts';
import { prepared } from './prepared.ts';
import type { Database } from './records.ts';
import {
  insertRecoveryPoint,
  type RecoveryPointRow,
  toAppliedLifecycle,
  toLifecycleColumns,
} from './recovery-points.ts';
import type { CopyJobsTable } from './schema.ts';
import type { Tags } from './tags.ts';
import { vaultByArn } from './vaults.ts';

/**
 * `destination_recovery_point_arn` is drawn when the job is made, so that a job that runs twice makes one copy; the copy itself exists
 * once the job has completed. `lifecycle` is a `Lifecycle`.
 */
export type CopyJobRow = CopyJobsTable;

export interface CopyJobFilter extends JobFilter {
  readonly destinationVaultArn?: string | undefined;
  readonly sourceRecoveryPointArn?: string | undefined;
}

export async function insertCopyJob(db: Database, job: CopyJobRow): Promise<void> {
  await db.insertInto('copy_jobs').values(job).execute();
  await noteJobEvent(db, 'copy', job, job.created_at);
}

/** The copy job, or nothing. */
export async function copyJobById(db: Database, id: string): Promise<CopyJobRow | undefined> {
  return (await jobById(db, id))[0];
}

const jobById = prepared((db: Database, id: string) => db.selectFrom('copy_jobs').selectAll().where('id', '=', id));

/** Copy jobs, newest first. */
export async function listCopyJobs(db: Database, filter: CopyJobFilter, page: Page): Promise<readonly CopyJobRow[]> {
  let query = whereJob(db.selectFrom('copy_jobs').selectAll(), filter);
  if (filter.destinationVaultArn !== undefined) {
    query = query.where('destination_vault_arn', '=', filter.destinationVaultArn);
  }
  if (filter.sourceRecoveryPointArn !== undefined) {
    query = query.where('source_recovery_point_arn', '=', filter.sourceRecoveryPointArn);
  }
  if (page.after !== undefined) query = query.where(isBehind(page.after, { at: 'created_at', id: 'id' }));
  return await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(page.limit).execute();
}

/** What the runner knows once the bytes lie in the destination. */
export interface CopyResult {
  readonly jobId: string;
  /** As read when the job began: it may have been deleted since, and the copy stands all the same. */
  readonly source: RecoveryPointRow;
  readonly domainId: string;
  readonly manifestId: string;
  readonly backupSizeBytes: number;
  /** The key that seals the copy, or `null` where it stays what AWS calls unencrypted. */
  readonly keyArn: string | null;
  readonly tags: Tags;
  /** The engine's report. */
  readonly report: unknown;
  /** For a copy that is whole while something about it went wrong. */
  readonly issue?: { readonly statusMessage: string; readonly messageCategory: string };
  readonly now: number;
}

/**
 * Puts the copy on record in the destination account and moves the job to COMPLETED, in one go. Writes nothing where the
 * destination vault has been deleted meanwhile or the job has ended.
 */
export async function completeCopyJob(db: Database, result: CopyResult): Promise<Completion> {
  const job = await copyJobById(db, result.jobId);
  invariant(job, 'a copy job that completes is on record');
  if (job.completed_at !== null) return 'ended-already';
  if ((await vaultByArn(db, job.destination_vault_arn)) === undefined) return 'vault-gone';
  await insertRecoveryPoint(db, toCopy(job, result), result.tags);
  const completed = await db
    .updateTable('copy_jobs')
    .set({
      state: 'COMPLETED',
      status_message: result.issue?.statusMessage ?? null,
      message_category: result.issue?.messageCategory ?? 'SUCCESS',
      completed_at: result.now,
      percent_done: 100,
      backup_size_bytes: result.backupSizeBytes,
      report: JSON.stringify(result.report),
    })
    .where('id', '=', job.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await noteJobEvent(db, 'copy', completed, result.now);
  return 'completed';
}

/** The record of the copy that a job makes. */
export function toCopy(job: CopyJobRow, { source, ...result }: Omit<CopyResult, 'report' | 'tags'>): RecoveryPointRow {
  const vault = parseVaultArn(job.destination_vault_arn);
  invariant(vault, 'a copy job has a destination vault ARN');
  invariant(job.destination_recovery_point_arn, 'a copy job has the ARN of its copy from the start');
  return {
    ...source,
    arn: job.destination_recovery_point_arn,
    account_id: vault.account,
    region: vault.region,
    vault_arn: job.destination_vault_arn,
    vault_name: vault.name,
    source_vault_arn: job.source_vault_arn,
    iam_role_arn: job.iam_role_arn,
    status: 'COMPLETED',
    status_message: null,
    initiated_at: job.created_at,
    completed_at: result.now,
    backup_size_bytes: result.backupSizeBytes,
    ...toLifecycleColumns(copyLifecycle(job, source), { ...source, vault_name: vault.name }),
    storage_class: 'WARM',
    is_encrypted: result.keyArn === null ? 0 : 1,
    key_arn: result.keyArn,
    last_restore_at: null,
    domain_id: result.domainId,
    manifest_id: result.manifestId,
    backup_job_id: null,
    copy_job_id: job.id,
    delete_after_event: null,
  };
}

function copyLifecycle(job: Pick<CopyJobRow, 'lifecycle'>, source: RecoveryPointRow) {
  const requested = job.lifecycle === null ? undefined : (JSON.parse(job.lifecycle) as Lifecycle);
  const attributes = JSON.parse(source.resource_attributes) as ResourceAttributes;
  return applyCopyLifecycle({
    requested,
    source: toAppliedLifecycle(source),
    sourceCreatedAt: source.created_at,
    hasColdTier: hasColdTier(source.resource_type as ResourceType, { attributes, lifecycle: requested }),
  });
}
