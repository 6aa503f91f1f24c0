import { activeHolds, holdsPoint, type LegalHoldRow } from './legal-holds.ts';
import type { Database } from './records.ts';
import { notePoint, type RecoveryPointRow } from './recovery-points.ts';

/** When the next recovery point is to be deleted; nothing where none is. */
export async function nextExpiry(db: Database): Promise<number | undefined> {
  const row = await db
    .selectFrom('recovery_points')
    .select('expires_at')
    .where('expires_at', 'is not', null)
    .orderBy('expires_at')
    .limit(1)
    .executeTakeFirst();
  return row?.expires_at ?? undefined;
}

/** Points whose moment has come by `now`, in the order of it. */
export async function expiredPoints(db: Database, now: number, limit: number): Promise<readonly RecoveryPointRow[]> {
  return await db
    .selectFrom('recovery_points')
    .selectAll()
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .orderBy('arn')
    .limit(limit)
    .execute();
}

/** Those among these points that a legal hold in force keeps. */
export async function heldPoints(db: Database, points: readonly RecoveryPointRow[]): Promise<ReadonlySet<string>> {
  const holds = new Map<string, readonly LegalHoldRow[]>();
  for (const { account_id: account, region } of points) {
    const place = `${account} ${region}`;
    if (!holds.has(place)) holds.set(place, await activeHolds(db, { account, region }));
  }
  const held = points.filter((point) =>
    holds.get(`${point.account_id} ${point.region}`)?.some((hold) => holdsPoint(hold, point)),
  );
  return new Set(held.map(({ arn }) => arn));
}

/** Those among these points that a copy or restore is reading, or will. */
export async function busyPoints(db: Database, arns: readonly string[]): Promise<ReadonlySet<string>> {
  const copies = await db
    .selectFrom('copy_jobs')
    .select('source_recovery_point_arn as arn')
    .where('source_recovery_point_arn', 'in', arns)
    .where('completed_at', 'is', null)
    .execute();
  const restores = await db
    .selectFrom('restore_jobs')
    .select('recovery_point_arn as arn')
    .where('recovery_point_arn', 'in', arns)
    .where('completed_at', 'is', null)
    .execute();
  return new Set([...copies, ...restores].map(({ arn }) => arn));
}

/** Removes points that have expired, with their tags, each as of its own moment. The bytes stay until `prune` finds that nothing names them. */
export async function removeExpired(db: Database, points: readonly RecoveryPointRow[]): Promise<void> {
  if (points.length === 0) return;
  const arns = points.map(({ arn }) => arn);
  await db.deleteFrom('recovery_points').where('arn', 'in', arns).execute();
  await db.deleteFrom('tags').where('resource_arn', 'in', arns).execute();
  for (const point of points) await notePoint(db, { ...point, status: 'DELETING' }, 'deleted', point.expires_at ?? 0);
}

/** A point that cannot be deleted stays, EXPIRED, and says why. Nothing tries again by itself, as with AWS. */
export async function keepExpired(db: Database, point: RecoveryPointRow, statusMessage: string): Promise<void> {
  const change = { status: 'EXPIRED', status_message: statusMessage, expires_at: null };
  await db.updateTable('recovery_points').set(change).where('arn', '=', point.arn).execute();
  await notePoint(db, { ...point, ...change }, 'modified', point.expires_at ?? 0);
}

/** Looks at points again at another moment; `null`: not before something happens that resumes it. */
export async function putOffExpiry(db: Database, arns: readonly string[], until: number | null): Promise<void> {
  if (arns.length === 0) return;
  await db.updateTable('recovery_points').set({ expires_at: until }).where('arn', 'in', arns).execute();
}

/** A hold of that account and Region was lifted: what has outlived its last day meanwhile is looked at again. */
export async function resumeExpiry(
  db: Database,
  { account, region, now }: { account: string; region: string; now: number },
): Promise<void> {
  await db
    .updateTable('recovery_points')
    .set({ expires_at: now })
    .where('account_id', '=', account)
    .where('region', '=', region)
    .where('delete_at', '<=', now)
    .where('expires_at', 'is', null)
    .execute();
}
