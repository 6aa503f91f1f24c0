import { isRecoveryPointBusy } from './jobs.ts';
import { isPointHeld } from './legal-holds.ts';
import type { Database } from './records.ts';
import { notePoint, type RecoveryPointRow, recoveryPointByArn } from './recovery-points.ts';

/** When the bytes of the next point are to be moved to cold storage; nothing where none are. */
export async function nextColdMove(db: Database): Promise<number | undefined> {
  const row = await db
    .selectFrom('recovery_points')
    .select('cold_move_at')
    .where('cold_move_at', 'is not', null)
    .orderBy('cold_move_at')
    .limit(1)
    .executeTakeFirst();
  return row?.cold_move_at ?? undefined;
}

/** Points whose bytes are to be moved by `now`, in the order of their dates. */
export async function dueColdMoves(db: Database, now: number, limit: number): Promise<readonly RecoveryPointRow[]> {
  return await db
    .selectFrom('recovery_points')
    .selectAll()
    .where('cold_move_at', '<=', now)
    .orderBy('cold_move_at')
    .orderBy('arn')
    .limit(limit)
    .execute();
}

/** Tries the move again at another moment; `null`: not before something happens that resumes it. */
export async function putOffColdMove(db: Database, arn: string, until: number | null): Promise<void> {
  await db.updateTable('recovery_points').set({ cold_move_at: until }).where('arn', '=', arn).execute();
}

/** A hold of that account and Region was lifted: what should have gone cold meanwhile goes now. */
export async function resumeColdMoves(
  db: Database,
  { account, region, now }: { account: string; region: string; now: number },
): Promise<void> {
  await db
    .updateTable('recovery_points')
    .set({ cold_move_at: now })
    .where('account_id', '=', account)
    .where('region', '=', region)
    .where('storage_class', '=', 'WARM')
    .where('move_to_cold_at', '<=', now)
    .where('cold_move_at', 'is', null)
    .execute();
}

/** What keeps a point from being moved: it is not due (deleted, moved, another lifecycle), a job reads it, or a legal hold keeps it as it is. */
export type ColdObstacle = 'not-due' | 'busy' | 'held';

/**
 * Nothing where a point's bytes may be moved at `now`. AWS delays "lifecycle policies that would alter the backup status (such as transition to cold
 * storage)" until a hold is removed: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_LegalHold.html
 */
export async function coldObstacle(db: Database, arn: string, now: number): Promise<ColdObstacle | undefined> {
  const point = await recoveryPointByArn(db, arn);
  if (point === undefined || point.cold_move_at === null || point.cold_move_at > now) return 'not-due';
  if (await isRecoveryPointBusy(db, arn)) return 'busy';
  // One that is COLD already, from before bytes were moved, keeps its status.
  return point.storage_class === 'WARM' && (await isPointHeld(db, point)) ? 'held' : undefined;
}

/**
 * Puts a move off that something keeps from being made: one that waits for the end of a hold until that resumes it, one that waits for a job for
 * `busyPauseMs`. Nothing where it may be made. Run inside a transaction, so that a hold that is lifted meanwhile is not missed.
 */
export async function deferColdMove(
  db: Database,
  { arn, now, busyPauseMs }: { readonly arn: string; readonly now: number; readonly busyPauseMs: number },
): Promise<ColdObstacle | undefined> {
  const obstacle = await coldObstacle(db, arn, now);
  if (obstacle === 'held') await putOffColdMove(db, arn, null);
  if (obstacle === 'busy') await putOffColdMove(db, arn, now + busyPauseMs);
  return obstacle;
}

/** The bytes of a point lie in a cold domain now: its record names them there, and it is COLD. Run inside a transaction. */
export async function completeColdMove(
  db: Database,
  move: { readonly arn: string; readonly domainId: string; readonly now: number; readonly busyPauseMs: number },
): Promise<ColdObstacle | 'moved'> {
  const obstacle = await deferColdMove(db, move);
  const point = await recoveryPointByArn(db, move.arn);
  if (obstacle !== undefined || point === undefined) return obstacle ?? 'not-due';
  const change = { storage_class: 'COLD', domain_id: move.domainId, cold_move_at: null };
  await db.updateTable('recovery_points').set(change).where('arn', '=', point.arn).execute();
  const wasWarm = point.storage_class === 'WARM';
  if (wasWarm) await notePoint(db, { ...point, ...change }, 'modified', point.cold_move_at ?? move.now);
  return 'moved';
}
