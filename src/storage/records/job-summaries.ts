import { sql } from 'kysely';
import { type JobFilter, whereJob } from './jobs.ts';
import type { Database } from './records.ts';
import type { WorkKind } from './work.ts';

/** What jobs may be counted by. */
export type SummaryDimension = 'account_id' | 'state' | 'resource_type' | 'message_category';

/** Jobs that began in one period and agree in every dimension that they were counted by; the other dimensions are absent. */
export interface JobSummary extends Partial<Readonly<Record<SummaryDimension, string | null>>> {
  /** When the period begins. */
  readonly begins_at: number;
  readonly count: number;
}

/** Counts jobs by the period in which they were created, periods of `periodMs` from `beginsAt` on, and by dimensions. */
export async function countJobs(
  db: Database,
  kind: WorkKind,
  {
    filter,
    dimensions,
    beginsAt,
    periodMs,
  }: { filter: JobFilter; dimensions: readonly SummaryDimension[]; beginsAt: number; periodMs: number },
): Promise<readonly JobSummary[]> {
  const columns = dimensions.map((dimension) => sql.ref<string | null>(dimension).as(dimension));
  const period = sql<number>`created_at - (created_at - ${beginsAt}) % ${periodMs}`;
  const rows = await whereJob(
    // The three tables share the columns that are asked for; Kysely needs one name to check them by.
    db.selectFrom(`${kind}_jobs` as 'backup_jobs'),
    filter,
  )
    .where('created_at', '>=', beginsAt)
    .select([period.as('begins_at'), sql<number | string>`count(*)`.as('count'), ...columns])
    .groupBy(['begins_at', ...dimensions])
    .execute();
  return rows.map((row) => ({ ...(row as Omit<JobSummary, 'count'>), count: Number(row.count) }));
}
