import { invariant } from '../../util/invariant.ts';
import { noteJobEvent } from './job-event.ts';
import { type JobFilter, whereJob } from './jobs.ts';
import { isBehind, type Page } from './page.ts';
import type { Database } from './records.ts';
import type { RestoreJobsTable } from './schema.ts';

/** `metadata` is the map of the request. */
export type RestoreJobRow = RestoreJobsTable;

export async function insertRestoreJob(db: Database, job: RestoreJobRow): Promise<void> {
  await db.insertInto('restore_jobs').values(job).execute();
  // AWS tells of both states, though the API knows no restore job that is CREATED.
  await noteJobEvent(db, 'restore', { ...job, state: 'CREATED' }, job.created_at);
  await noteJobEvent(db, 'restore', job, job.created_at);
}

/** The restore job, or nothing. */
export async function restoreJobById(db: Database, id: string): Promise<RestoreJobRow | undefined> {
  return await db.selectFrom('restore_jobs').selectAll().where('id', '=', id).executeTakeFirst();
}

/** When a restore from cold storage may read its point. */
export async function noteReadableAt(
  db: Database,
  id: string,
  { at, byMachine }: { readonly at: number; readonly byMachine: number },
): Promise<void> {
  const change = { readable_at: at, readable_by_machine: byMachine };
  await db.updateTable('restore_jobs').set(change).where('id', '=', id).execute();
}

export interface RestoreJobFilter extends JobFilter {
  readonly pointCreatedBefore?: number | undefined;
  readonly pointCreatedAfter?: number | undefined;
}

/** Restore jobs, newest first. */
export async function listRestoreJobs(
  db: Database,
  filter: RestoreJobFilter,
  page: Page,
): Promise<readonly RestoreJobRow[]> {
  let query = whereJob(db.selectFrom('restore_jobs').selectAll(), filter);
  if (filter.pointCreatedBefore !== undefined) {
    query = query.where('recovery_point_created_at', '<', filter.pointCreatedBefore);
  }
  if (filter.pointCreatedAfter !== undefined) {
    query = query.where('recovery_point_created_at', '>', filter.pointCreatedAfter);
  }
  if (page.after !== undefined) query = query.where(isBehind(page.after, { at: 'created_at', id: 'id' }));
  return await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(page.limit).execute();
}

/** The restore of a resource that completed last in an account and Region, or nothing. */
export async function latestRestoreOf(
  db: Database,
  { account, region, resourceArn }: { account: string; region: string; resourceArn: string },
): Promise<RestoreJobRow | undefined> {
  return await db
    .selectFrom('restore_jobs')
    .selectAll()
    .where('account_id', '=', account)
    .where('region', '=', region)
    .where('resource_arn', '=', resourceArn)
    .where('state', '=', 'COMPLETED')
    .orderBy('completed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** What the runner knows once everything is restored. */
export interface RestoreResult {
  readonly jobId: string;
  /** The resource that now exists: registered by the runner in the same transaction. */
  readonly createdResourceArn: string;
  readonly backupSizeBytes: number;
  /** The engine's report. */
  readonly report: unknown;
  readonly issue?: { readonly statusMessage: string; readonly messageCategory: string };
  readonly now: number;
}

/** Moves the job to COMPLETED and notes the restore on the recovery point. Writes nothing where the job has ended. */
export async function completeRestoreJob(db: Database, result: RestoreResult): Promise<'completed' | 'ended-already'> {
  const job = await restoreJobById(db, result.jobId);
  invariant(job, 'a restore job that completes is on record');
  if (job.completed_at !== null) return 'ended-already';
  const completed = await db
    .updateTable('restore_jobs')
    .set({
      state: 'COMPLETED',
      status_message: result.issue?.statusMessage ?? null,
      message_category: result.issue?.messageCategory ?? 'SUCCESS',
      completed_at: result.now,
      percent_done: 100,
      backup_size_bytes: result.backupSizeBytes,
      created_resource_arn: result.createdResourceArn,
      report: JSON.stringify(result.report),
    })
    .where('id', '=', job.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await noteJobEvent(db, 'restore', completed, result.now);
  await db
    .updateTable('recovery_points')
    .set({ last_restore_at: result.now })
    .where('arn', '=', job.recovery_point_arn)
    .execute();
  return 'completed';
}
