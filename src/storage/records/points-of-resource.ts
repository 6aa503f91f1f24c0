import type { Database } from './records.ts';
import type { RecoveryPointsTable } from './schema.ts';

/** A recovery point with what its backup added to the vault; nothing is known of that for a copy. */
export interface PointOfResource
  extends Pick<
    RecoveryPointsTable,
    | 'arn'
    | 'vault_arn'
    | 'created_at'
    | 'move_to_cold_at'
    | 'delete_at'
    | 'status'
    | 'key_arn'
    | 'is_encrypted'
    | 'backup_size_bytes'
  > {
  readonly bytes_transferred: number | null;
}

/** The most that any completed backup of each resource of an account in a Region has added to its vault, by resource. */
export async function largestBackups(
  db: Database,
  { account, region }: { account: string; region: string },
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('backup_jobs')
    .select((eb) => ['resource_arn', eb.fn.max('bytes_transferred').as('largest')])
    .where('account_id', '=', account)
    .where('region', '=', region)
    .where('state', '=', 'COMPLETED')
    .groupBy('resource_arn')
    .execute();
  return new Map(rows.map(({ resource_arn, largest }) => [resource_arn, largest ?? 0]));
}

/** All recovery points of a resource, in whatever vault and account, newest first. */
export async function pointsOfResource(db: Database, resourceArn: string): Promise<readonly PointOfResource[]> {
  return await db
    .selectFrom('recovery_points as point')
    .leftJoin('backup_jobs as job', 'job.id', 'point.backup_job_id')
    .select([
      'point.arn',
      'point.vault_arn',
      'point.created_at',
      'point.move_to_cold_at',
      'point.delete_at',
      'point.status',
      'point.key_arn',
      'point.is_encrypted',
      'point.backup_size_bytes',
      'job.bytes_transferred',
    ])
    .where('point.resource_arn', '=', resourceArn)
    .orderBy('point.created_at', 'desc')
    .execute();
}
