import type { Database } from './records.ts';
import type { RecoveryPointRow } from './recovery-points.ts';
import { putTags, removeAllTags, type Tags } from './tags.ts';

/** The recovery points on record whose bytes lie in a domain. */
export async function pointsOfDomain(db: Database, domainId: string): Promise<readonly RecoveryPointRow[]> {
  return await db.selectFrom('recovery_points').selectAll().where('domain_id', '=', domainId).orderBy('arn').execute();
}

/**
 * Puts a point on record as its manifest tells of it, without an event: nothing has happened to it. A manifest that an older version wrote may lack
 * columns that have come since; one of a newer version may have more.
 */
export async function putRecoveredPoint(db: Database, point: RecoveryPointRow, tags: Tags): Promise<void> {
  const tables = await db.introspection.getTables();
  const columns = tables.find(({ name }) => name === 'recovery_points')?.columns ?? [];
  const known = new Set(columns.map(({ name }) => name));
  const row = Object.fromEntries(
    Object.entries(point).filter(([name]) => known.has(name)),
  ) as unknown as RecoveryPointRow;
  await db.insertInto('recovery_points').values(row).execute();
  await putTags(db, point.arn, tags);
}

/** A point has gone to cold storage since the book was written. */
export async function noteColdPoint(db: Database, arn: string, domainId: string): Promise<void> {
  const change = { storage_class: 'COLD', domain_id: domainId, cold_move_at: null };
  await db.updateTable('recovery_points').set(change).where('arn', '=', arn).execute();
}

/** Takes a point off the records whose bytes are no more. */
export async function removeLostPoint(db: Database, arn: string): Promise<void> {
  await db.deleteFrom('recovery_points').where('arn', '=', arn).execute();
  await removeAllTags(db, arn);
}
