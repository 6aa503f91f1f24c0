import { type AppliedLifecycle, expiryMoment } from '../../model/lifecycle.ts';
import { noteEvent } from './events.ts';
import { isBehind, type Page } from './page.ts';
import { insertRow, prepared } from './prepared.ts';
import type { Database } from './records.ts';
import type { RecoveryPointsTable } from './schema.ts';
import { putTags, removeAllTags, type Tags } from './tags.ts';

export type RecoveryPointRow = RecoveryPointsTable;

/** All that is given must hold; times are exclusive bounds, as AWS's "created before" and "created after". */
export interface RecoveryPointFilter {
  readonly vaultArn?: string | undefined;
  readonly resourceArn?: string | undefined;
  readonly resourceType?: string | undefined;
  /** The plan that made the backup, or the one that a copy is of. */
  readonly planId?: string | undefined;
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  readonly createdBefore?: number | undefined;
  readonly createdAfter?: number | undefined;
}

/** Puts a recovery point and its tags on record. The ARN must be free. */
export async function insertRecoveryPoint(db: Database, point: RecoveryPointRow, tags: Tags): Promise<void> {
  await insertRow(db, 'recovery_points', point);
  await putTags(db, point.arn, tags);
  await notePoint(db, point, 'created', point.completed_at ?? point.created_at);
}

/** Tells what a recovery point is now, or that it goes. */
export async function notePoint(
  db: Database,
  point: RecoveryPointRow,
  change: 'created' | 'modified' | 'deleted',
  now: number,
): Promise<void> {
  const { resource_attributes: _attributes, restore_metadata: _metadata, ...detail } = point;
  await noteEvent(db, {
    kind: 'recovery-point',
    subject: point.arn,
    account: point.account_id,
    region: point.region,
    state: point.status,
    vaultArn: point.vault_arn,
    detail: { ...detail, change },
    now,
  });
}

/** The recovery point, or nothing. */
export async function recoveryPointByArn(db: Database, arn: string): Promise<RecoveryPointRow | undefined> {
  return (await byArn(db, arn))[0];
}

const byArn = prepared((db: Database, arn: string) =>
  db.selectFrom('recovery_points').selectAll().where('arn', '=', arn),
);

/** The recovery points among these that there are, by their ARNs. */
export async function recoveryPointsByArn(
  db: Database,
  arns: readonly string[],
): Promise<ReadonlyMap<string, RecoveryPointRow>> {
  if (arns.length === 0) return new Map();
  const rows = await db.selectFrom('recovery_points').selectAll().where('arn', 'in', arns).execute();
  return new Map(rows.map((point) => [point.arn, point]));
}

/** The recovery point if it lies in that vault, else nothing. */
export async function recoveryPointInVault(
  db: Database,
  { vaultArn, arn }: { vaultArn: string; arn: string },
): Promise<RecoveryPointRow | undefined> {
  const point = await recoveryPointByArn(db, arn);
  return point?.vault_arn === vaultArn ? point : undefined;
}

/** Recovery points, newest first. */
export async function listRecoveryPoints(
  db: Database,
  filter: RecoveryPointFilter,
  page: Page,
): Promise<readonly RecoveryPointRow[]> {
  let query = db.selectFrom('recovery_points').selectAll();
  if (filter.vaultArn !== undefined) query = query.where('vault_arn', '=', filter.vaultArn);
  if (filter.resourceArn !== undefined) query = query.where('resource_arn', '=', filter.resourceArn);
  if (filter.resourceType !== undefined) query = query.where('resource_type', '=', filter.resourceType);
  if (filter.planId !== undefined) query = query.where('plan_id', '=', filter.planId);
  if (filter.account !== undefined) query = query.where('account_id', '=', filter.account);
  if (filter.region !== undefined) query = query.where('region', '=', filter.region);
  if (filter.createdBefore !== undefined) query = query.where('created_at', '<', filter.createdBefore);
  if (filter.createdAfter !== undefined) query = query.where('created_at', '>', filter.createdAfter);
  if (page.after !== undefined) query = query.where(isBehind(page.after, { at: 'created_at', id: 'arn' }));
  return await query.orderBy('created_at', 'desc').orderBy('arn', 'desc').limit(page.limit).execute();
}

/** Removes the row and its tags; the bytes stay until `prune` finds that nothing names them. */
export async function deleteRecoveryPoint(db: Database, arn: string, now: number): Promise<void> {
  const gone = await db.deleteFrom('recovery_points').where('arn', '=', arn).returningAll().executeTakeFirst();
  await removeAllTags(db, arn);
  if (gone !== undefined) await notePoint(db, { ...gone, status: 'DELETING' }, 'deleted', now);
}

export async function setRecoveryPointLifecycle(
  db: Database,
  arn: string,
  lifecycle: AppliedLifecycle,
  now: number,
): Promise<void> {
  const point = await recoveryPointByArn(db, arn);
  if (point === undefined) return;
  const changed = await db
    .updateTable('recovery_points')
    .set({
      ...toLifecycleColumns(lifecycle, point),
      // One that is cold has moved, or is about to.
      ...(point.storage_class === 'COLD' && { cold_move_at: point.cold_move_at }),
    })
    .where('arn', '=', arn)
    .returningAll()
    .executeTakeFirst();
  if (changed !== undefined) await notePoint(db, changed, 'modified', now);
}

/** The manifest of the newest recovery point of a resource in a domain: what the next backup or copy need not move again. */
export async function latestManifest(
  db: Database,
  { domainId, resourceArn }: { domainId: string; resourceArn: string },
): Promise<string | undefined> {
  return (await newestManifest(db, domainId, resourceArn))[0]?.manifest_id;
}

const newestManifest = prepared((db: Database, domainId: string, resourceArn: string) =>
  db
    .selectFrom('recovery_points')
    .select('manifest_id')
    .where('domain_id', '=', domainId)
    .where('resource_arn', '=', resourceArn)
    .orderBy('created_at', 'desc')
    .orderBy('arn', 'desc')
    .limit(1),
);

/** The columns of a lifecycle, of a point that is warm. */
export function toLifecycleColumns(
  lifecycle: AppliedLifecycle,
  point: Pick<RecoveryPointRow, 'vault_name' | 'resource_name' | 'resource_arn' | 'created_at'>,
): Pick<
  RecoveryPointRow,
  'move_to_cold_after_days' | 'delete_after_days' | 'move_to_cold_at' | 'delete_at' | 'expires_at' | 'cold_move_at'
> {
  const expiresAt = expiryMoment(lifecycle.deleteAt, {
    vaultName: point.vault_name,
    resourceName: point.resource_name ?? point.resource_arn,
    createdAt: point.created_at,
  });
  return {
    move_to_cold_after_days: lifecycle.moveToColdAfterDays ?? null,
    delete_after_days: lifecycle.deleteAfterDays ?? null,
    move_to_cold_at: lifecycle.moveToColdAt ?? null,
    delete_at: lifecycle.deleteAt ?? null,
    expires_at: expiresAt ?? null,
    cold_move_at: lifecycle.moveToColdAt ?? null,
  };
}

export function toAppliedLifecycle(point: RecoveryPointRow): AppliedLifecycle {
  return {
    ...(point.move_to_cold_after_days === null ? {} : { moveToColdAfterDays: point.move_to_cold_after_days }),
    ...(point.delete_after_days === null ? {} : { deleteAfterDays: point.delete_after_days }),
    ...(point.move_to_cold_at === null ? {} : { moveToColdAt: point.move_to_cold_at }),
    ...(point.delete_at === null ? {} : { deleteAt: point.delete_at }),
  };
}
