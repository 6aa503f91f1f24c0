import type { Database } from './records.ts';
import type { ScrubsTable } from './schema.ts';

export type ScrubRow = ScrubsTable;

/** A recovery point that waits for its turn: since when it has not been read. */
export interface ScrubTurn {
  readonly arn: string;
  readonly unreadSince: number;
}

/** The recovery points that have not been read for the longest time, at most `limit`. One that was never read counts from its completion. */
export async function nextScrubs(db: Database, limit: number): Promise<readonly ScrubTurn[]> {
  return await db
    .selectFrom('recovery_points')
    .leftJoin('scrubs', 'scrubs.recovery_point_arn', 'recovery_points.arn')
    .select(({ fn, ref }) => [
      'recovery_points.arn as arn',
      fn
        .coalesce(ref('scrubs.verified_at'), ref('recovery_points.completed_at'), ref('recovery_points.created_at'))
        .as('unreadSince'),
    ])
    .orderBy('unreadSince')
    .orderBy('recovery_points.arn')
    .limit(limit)
    .execute();
}

/** When the last scrub of any point was; nothing where there was none. */
export async function latestScrub(db: Database): Promise<number | undefined> {
  const row = await db
    .selectFrom('scrubs')
    .select('verified_at')
    .orderBy('verified_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.verified_at;
}

/** Writes down what a scrub found; what it found before is forgotten. */
export async function keepScrub(db: Database, scrub: ScrubRow): Promise<void> {
  const { recovery_point_arn: _, ...found } = scrub;
  await db
    .insertInto('scrubs')
    .values(scrub)
    .onConflict((conflict) => conflict.column('recovery_point_arn').doUpdateSet(found))
    .execute();
}

/** Those of points that are no more. */
export async function forgetScrubs(db: Database): Promise<void> {
  await db
    .deleteFrom('scrubs')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('recovery_points').select('arn').whereRef('recovery_points.arn', '=', 'scrubs.recovery_point_arn'),
        ),
      ),
    )
    .execute();
}

/** Points in which the last scrub found something, at most `limit`. */
export async function illScrubs(db: Database, limit: number): Promise<readonly ScrubRow[]> {
  return await db
    .selectFrom('scrubs')
    .selectAll()
    .where('illness_count', '>', 0)
    .where('recovery_point_arn', 'in', (query) => query.selectFrom('recovery_points').select('arn'))
    .orderBy('recovery_point_arn')
    .limit(limit)
    .execute();
}

export interface ScrubCounts {
  readonly points: number;
  readonly verified: number;
  readonly ill: number;
}

/** How many recovery points there are, how many a scrub has read, and how many of these are ill. */
export async function countScrubs(db: Database): Promise<ScrubCounts> {
  const counts = await db
    .selectFrom('recovery_points')
    .leftJoin('scrubs', 'scrubs.recovery_point_arn', 'recovery_points.arn')
    .select(({ fn }) => [
      fn.count<number | string>('recovery_points.arn').as('points'),
      fn.count<number | string>('scrubs.recovery_point_arn').as('verified'),
    ])
    .executeTakeFirstOrThrow();
  const { ill } = await db
    .selectFrom('recovery_points')
    .innerJoin('scrubs', 'scrubs.recovery_point_arn', 'recovery_points.arn')
    .select(({ fn }) => fn.count<number | string>('scrubs.recovery_point_arn').as('ill'))
    .where('scrubs.illness_count', '>', 0)
    .executeTakeFirstOrThrow();
  return { points: Number(counts.points), verified: Number(counts.verified), ill: Number(ill) };
}
