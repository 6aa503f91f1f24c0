import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import { noteJobEvent } from './job-event.ts';
import { prepared } from './prepared.ts';
import type { Database } from './records.ts';
import type { Schema } from './schema.ts';
import type { Claim, WorkKind } from './work.ts';

/** How far a running job is, and how large it has turned out to be. */
export interface JobProgress {
  /** 0 to 99: a job is at 100 when it has completed. */
  readonly percentDone: number;
  readonly backupSizeBytes?: number;
}

export interface JobEnd {
  readonly jobId: string;
  readonly state: 'FAILED' | 'ABORTED' | 'EXPIRED';
  readonly statusMessage: string;
  readonly messageCategory: string;
  readonly now: number;
}

// The three tables share the columns that are touched here; Kysely needs one name to check them by.
const TABLE_OF = {
  backup: 'backup_jobs',
  copy: 'copy_jobs' as 'backup_jobs',
  restore: 'restore_jobs' as 'backup_jobs',
} as const satisfies Readonly<Record<WorkKind, string>>;

const startIn = (kind: WorkKind) =>
  prepared((db: Database, jobId: string) =>
    db
      .updateTable(TABLE_OF[kind])
      .set({ state: 'RUNNING' })
      .where('id', '=', jobId)
      .where('completed_at', 'is', null)
      .where('state', 'not in', ['ABORTING', 'RUNNING'])
      .returningAll(),
  );
const START = { backup: startIn('backup'), copy: startIn('copy'), restore: startIn('restore') };

/**
 * CREATED or PENDING becomes RUNNING. False where the job is being aborted or has ended: then there is nothing to run. A job that another
 * process was running when it died is RUNNING already, and that is no event.
 */
export async function startJob(db: Database, kind: WorkKind, jobId: string, now: number): Promise<boolean> {
  const [started] = await START[kind](db, jobId);
  if (started === undefined) return (await jobState(db, kind, jobId)) === 'RUNNING';
  await noteJobEvent(db, kind, started, now);
  return true;
}

/** Writes down how far the job is. Answers its state, so that the runner hears of an abort; nothing for an unknown job. */
export async function updateProgress(
  db: Database,
  kind: WorkKind,
  jobId: string,
  { percentDone, backupSizeBytes }: JobProgress,
): Promise<string | undefined> {
  await db
    .updateTable(TABLE_OF[kind])
    .set({
      percent_done: Math.min(99, Math.max(0, Math.floor(percentDone))),
      ...(backupSizeBytes === undefined ? {} : { backup_size_bytes: backupSizeBytes }),
    })
    .where('id', '=', jobId)
    .where('completed_at', 'is', null)
    .execute();
  return await jobState(db, kind, jobId);
}

/** The job's state, or nothing. */
export async function jobState(db: Database, kind: WorkKind, jobId: string): Promise<string | undefined> {
  const row = await db.selectFrom(TABLE_OF[kind]).select('state').where('id', '=', jobId).executeTakeFirst();
  return row?.state;
}

/** Whether a copy or restore that has not ended reads this recovery point. */
export async function isRecoveryPointBusy(db: Database, arn: string): Promise<boolean> {
  const copy = await db
    .selectFrom('copy_jobs')
    .select('id')
    .where('source_recovery_point_arn', '=', arn)
    .where('completed_at', 'is', null)
    .executeTakeFirst();
  if (copy !== undefined) return true;
  const restore = await db
    .selectFrom('restore_jobs')
    .select('id')
    .where('recovery_point_arn', '=', arn)
    .where('completed_at', 'is', null)
    .executeTakeFirst();
  return restore !== undefined;
}

/** Ends a job that did not complete. False where it has ended already: a last state is never overwritten. */
export async function failJob(db: Database, kind: WorkKind, end: JobEnd): Promise<boolean> {
  const ended = await db
    .updateTable(TABLE_OF[kind])
    .set({
      state: end.state,
      status_message: end.statusMessage,
      message_category: end.messageCategory,
      completed_at: end.now,
    })
    .where('id', '=', end.jobId)
    .where('completed_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  if (ended === undefined) return false;
  await noteJobEvent(db, kind, ended, end.now);
  return true;
}

/** What a list of jobs may be narrowed by; all that is given must hold. Times are exclusive bounds. */
export interface JobFilter {
  /** The accounts whose jobs are listed; absent: of all accounts. */
  readonly accounts?: readonly string[] | undefined;
  readonly region?: string | undefined;
  readonly states?: readonly string[] | undefined;
  readonly resourceArn?: string | undefined;
  readonly resourceType?: string | undefined;
  readonly messageCategories?: readonly string[] | undefined;
  readonly createdBefore?: number | undefined;
  readonly createdAfter?: number | undefined;
  readonly completeBefore?: number | undefined;
  readonly completeAfter?: number | undefined;
  /** Leaves out jobs that had ended by then. */
  readonly endedAfter?: number | undefined;
}

interface Filterable {
  where(column: string, operator: string, value: unknown): this;
  where(
    condition: (eb: ExpressionBuilder<Schema, 'backup_jobs'>) => ExpressionWrapper<Schema, 'backup_jobs', SqlBool>,
  ): this;
}

/** The conditions of a filter, on a query of any of the three job tables. */
export function whereJob<Query>(query: Query, filter: JobFilter): Query {
  const conditions: readonly (readonly [column: string, operator: string, value: unknown])[] = [
    ['account_id', 'in', filter.accounts],
    ['region', '=', filter.region],
    ['state', 'in', filter.states],
    ['resource_arn', '=', filter.resourceArn],
    ['resource_type', '=', filter.resourceType],
    ['message_category', 'in', filter.messageCategories],
    ['created_at', '<', filter.createdBefore],
    ['created_at', '>', filter.createdAfter],
    ['completed_at', '<', filter.completeBefore],
    ['completed_at', '>', filter.completeAfter],
  ];
  // Kysely's query types name their tables; what is used of them here is the same for all three.
  let narrowed = query as Filterable;
  for (const [column, operator, value] of conditions) {
    if (value !== undefined) narrowed = narrowed.where(column, operator, value);
  }
  const { endedAfter } = filter;
  if (endedAfter !== undefined) {
    narrowed = narrowed.where(({ or, eb }) =>
      or([eb('completed_at', 'is', null), eb('completed_at', '>', endedAfter)]),
    );
  }
  return narrowed as Query;
}

/** A job whose try was broken off waits again: CREATED, as AWS shows a job that met a system error. That is our own affair, and no event. */
export async function returnJob(db: Database, kind: WorkKind, jobId: string): Promise<void> {
  await db
    .updateTable(TABLE_OF[kind])
    .set({ state: 'CREATED' })
    .where('id', '=', jobId)
    .where('state', '=', 'RUNNING')
    .execute();
}

/** What the watchers of a job are told; nothing for an unknown job. */
export async function jobSummary(db: Database, kind: WorkKind, jobId: string) {
  return await db
    .selectFrom(TABLE_OF[kind])
    .select(['account_id', 'state', 'status_message', 'created_at', 'completed_at', 'report'])
    .where('id', '=', jobId)
    .executeTakeFirst();
}

/** Keeps what a later try of the job must know. */
export async function noteReport(db: Database, { kind, jobId }: Claim, note: object): Promise<void> {
  await db
    .updateTable(TABLE_OF[kind])
    .set({ report: JSON.stringify(note) })
    .where('id', '=', jobId)
    .execute();
}
