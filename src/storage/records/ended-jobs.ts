import type { Database } from './records.ts';

// The three tables share the columns that are touched here; Kysely needs one name to check them by.
const TABLES = ['backup_jobs', 'copy_jobs' as 'backup_jobs', 'restore_jobs' as 'backup_jobs'] as const;

/** When the job ended whose end lies farthest back, of those on record; nothing where none has ended. */
export async function oldestEnd(db: Database): Promise<number | undefined> {
  const ends: number[] = [];
  for (const table of TABLES) {
    const row = await db
      .selectFrom(table)
      .select('completed_at')
      .where('completed_at', 'is not', null)
      .orderBy('completed_at')
      .limit(1)
      .executeTakeFirst();
    if (typeof row?.completed_at === 'number') ends.push(row.completed_at);
  }
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/** Removes records of jobs that had ended by then, some of each kind; returns how many. Recovery points and resources stay. */
export async function forgetEndedJobs(
  db: Database,
  { endedBefore, limit }: { endedBefore: number; limit: number },
): Promise<number> {
  let forgotten = 0;
  for (const table of TABLES) {
    const old = db.selectFrom(table).select('id').where('completed_at', '<=', endedBefore).limit(limit);
    const { numDeletedRows } = await db.deleteFrom(table).where('id', 'in', old).executeTakeFirst();
    forgotten += Number(numDeletedRows);
  }
  return forgotten;
}
