import type { Database } from './records.ts';
import { recoveryPointByArn } from './recovery-points.ts';

/** A point that is there for its copies only: what AWS calls `DeleteAfterEvent`. */
export const DELETE_AFTER_COPY = 'DELETE_AFTER_COPY';

/**
 * Lets a temporary point go once the last of its copies has ended, if one into a logically air-gapped vault has completed and is kept as long as
 * the point would be. Called in the transaction that ends a copy. A point whose copy failed stays, and lives by its lifecycle. Developer
 * Guide, "Logically air-gapped vault as a primary backup target".
 */
export async function releaseTemporaryPoint(db: Database, pointArn: string, now: number): Promise<void> {
  const point = await recoveryPointByArn(db, pointArn);
  if (point?.delete_after_event !== DELETE_AFTER_COPY || point.expires_at === now) return;
  const copies = await db
    .selectFrom('copy_jobs as job')
    .leftJoin('vaults as vault', 'vault.arn', 'job.destination_vault_arn')
    .leftJoin('recovery_points as copy', 'copy.arn', 'job.destination_recovery_point_arn')
    .select(['job.state', 'job.completed_at', 'vault.type', 'copy.arn', 'copy.delete_after_days'])
    .where('job.source_recovery_point_arn', '=', pointArn)
    .execute();
  if (copies.some(({ completed_at }) => completed_at === null)) return;
  const days = point.delete_after_days ?? Number.POSITIVE_INFINITY;
  const isSafe = copies.some(
    ({ state, type, arn, delete_after_days }) =>
      state === 'COMPLETED' &&
      arn !== null &&
      type === 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' &&
      (delete_after_days ?? Number.POSITIVE_INFINITY) >= days,
  );
  if (isSafe) await db.updateTable('recovery_points').set({ expires_at: now }).where('arn', '=', pointArn).execute();
}
