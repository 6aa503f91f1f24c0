import { type BackupJobRow, requestBackupJobStop } from './backup-jobs.ts';
import { failJob } from './jobs.ts';
import type { Database } from './records.ts';
import { dropWork } from './work.ts';

/** AWS's completion window does not hold for FSx. API reference, StartBackupJob. */
const WITHOUT_COMPLETION_WINDOW = 'FSx';

/** The next moment at which a backup must have been started, or be complete; nothing where none is awaited. */
export async function nextWindowEnd(db: Database): Promise<number | undefined> {
  const start = await unstarted(db)
    .select((eb) => eb.fn.min('start_by').as('at'))
    .executeTakeFirst();
  const completion = await unfinished(db)
    .select((eb) => eb.fn.min('expected_completion_at').as('at'))
    .executeTakeFirst();
  const dates = [start?.at, completion?.at].filter((at): at is number => typeof at === 'number');
  return dates.length === 0 ? undefined : Math.min(...dates);
}

/** A job that should have started, and whether another one in its lane is what it waited for. */
export interface LateJob {
  readonly job: BackupJobRow;
  readonly isBehindAnother: boolean;
}

/** Backup jobs whose start window is over while no worker has them, in the order of their windows; at most `limit`. */
export async function lateToStart(db: Database, now: number, limit: number): Promise<readonly LateJob[]> {
  const rows = await unstarted(db)
    .selectAll('backup_jobs')
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('work as other')
          .select('other.job_id')
          .whereRef('other.lane', '=', 'work.lane')
          .where('other.lease_owner', 'is not', null),
      ).as('is_behind_another'),
    )
    .where('start_by', '<=', now)
    .orderBy('start_by')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ is_behind_another, ...job }) => ({ job, isBehindAnother: Boolean(is_behind_another) }));
}

/** Ends a job that was never started in time, and takes it out of the line. */
export async function expireJob(
  db: Database,
  job: BackupJobRow,
  message: { readonly text: string; readonly category: string },
): Promise<void> {
  const end = {
    jobId: job.id,
    state: 'EXPIRED',
    statusMessage: message.text,
    messageCategory: message.category,
  } as const;
  await failJob(db, 'backup', { ...end, now: job.start_by ?? job.created_at });
  await dropWork(db, job.id);
}

/** Asks the jobs that should have completed by now to stop. Returns how many. */
export async function stopOverdue(db: Database, now: number): Promise<number> {
  const overdue = await unfinished(db).select('id').where('expected_completion_at', '<=', now).execute();
  for (const { id } of overdue) await requestBackupJobStop(db, id);
  return overdue.length;
}

const unstarted = (db: Database) =>
  db
    .selectFrom('backup_jobs')
    .innerJoin('work', 'work.job_id', 'backup_jobs.id')
    .where('completed_at', 'is', null)
    .where('state', 'in', ['CREATED', 'PENDING'])
    .where('start_by', 'is not', null)
    .where('lease_owner', 'is', null);

const unfinished = (db: Database) =>
  db
    .selectFrom('backup_jobs')
    .where('completed_at', 'is', null)
    .where('state', '=', 'RUNNING')
    .where('resource_type', '!=', WITHOUT_COMPLETION_WINDOW)
    .where('expected_completion_at', 'is not', null);
