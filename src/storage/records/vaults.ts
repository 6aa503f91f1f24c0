import { invariant } from '../../util/invariant.ts';
import { type Random, randomUuid } from '../../util/random.ts';
import type { StorageClass } from '../blobs/storage-class.ts';
import { noteEvent } from './events.ts';
import { isAhead, type Page } from './page.ts';
import { prepared } from './prepared.ts';
import type { Database } from './records.ts';
import type { VaultDomainsTable, VaultsTable } from './schema.ts';
import { putTags, removeAllTags, type Tags } from './tags.ts';

export type VaultRow = VaultsTable;
export type VaultDomainRow = VaultDomainsTable;

export interface VaultFilter {
  readonly account: string;
  readonly region: string;
  readonly type?: string | undefined;
}

/** Puts a vault and its tags on record. The ARN must be free. */
export async function insertVault(db: Database, vault: VaultRow, tags: Tags): Promise<void> {
  await db.insertInto('vaults').values(vault).execute();
  await putTags(db, vault.arn, tags);
  await noteVault(db, vault, 'CREATED', vault.created_at);
}

async function noteVault(
  db: Database,
  vault: VaultRow,
  state: 'CREATED' | 'MODIFIED' | 'DELETED',
  now: number,
): Promise<void> {
  const { access_policy: _policy, ...detail } = vault;
  const { arn, account_id: account, region } = vault;
  await noteEvent(db, { kind: 'vault', subject: arn, account, region, state, detail, now });
}

/** The vault, or nothing. */
export async function vaultByArn(db: Database, arn: string): Promise<VaultRow | undefined> {
  return (await byArn(db, arn))[0];
}

const byArn = prepared((db: Database, arn: string) => db.selectFrom('vaults').selectAll().where('arn', '=', arn));

/** Vaults of an account in a Region, oldest first. */
export async function listVaults(db: Database, filter: VaultFilter, page: Page): Promise<readonly VaultRow[]> {
  let query = db
    .selectFrom('vaults')
    .selectAll()
    .where('account_id', '=', filter.account)
    .where('region', '=', filter.region);
  if (filter.type !== undefined) query = query.where('type', '=', filter.type);
  if (page.after !== undefined) query = query.where(isAhead(page.after, { at: 'created_at', id: 'arn' }));
  return await query.orderBy('created_at').orderBy('arn').limit(page.limit).execute();
}

/** The vaults among these that there are, by their ARNs. */
export async function vaultsByArn(db: Database, arns: readonly string[]): Promise<ReadonlyMap<string, VaultRow>> {
  if (arns.length === 0) return new Map();
  const rows = await db
    .selectFrom('vaults')
    .selectAll()
    .where('arn', 'in', [...new Set(arns)])
    .execute();
  return new Map(rows.map((vault) => [vault.arn, vault]));
}

export async function countVaults(db: Database, { account, region }: VaultFilter): Promise<number> {
  const { count } = await db
    .selectFrom('vaults')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('account_id', '=', account)
    .where('region', '=', region)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** How many recovery points each of the vaults holds; one without any is not in the map. */
export async function countRecoveryPoints(
  db: Database,
  vaultArns: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (vaultArns.length === 0) return new Map();
  const rows = await db
    .selectFrom('recovery_points')
    .select((eb) => ['vault_arn', eb.fn.countAll<number | string>().as('count')])
    .where('vault_arn', 'in', vaultArns)
    .groupBy('vault_arn')
    .execute();
  return new Map(rows.map(({ vault_arn, count }) => [vault_arn, Number(count)]));
}

/** Writes or, with `null`, removes the vault access policy. */
export async function setVaultAccessPolicy(
  db: Database,
  arn: string,
  policy: string | null,
  now: number,
): Promise<void> {
  await modifyVault(db, arn, { access_policy: policy }, now);
}

async function modifyVault(db: Database, arn: string, change: Partial<VaultRow>, now: number): Promise<void> {
  const changed = await db.updateTable('vaults').set(change).where('arn', '=', arn).returningAll().executeTakeFirst();
  if (changed !== undefined) await noteVault(db, changed, 'MODIFIED', now);
}

export interface VaultLock {
  readonly minRetentionDays: number | null;
  readonly maxRetentionDays: number | null;
  /** When the lock can no longer be taken off; `null` in governance mode. */
  readonly lockAt: number | null;
}

/** Locks a vault, or with `null` takes the lock off. */
export async function setVaultLock(db: Database, arn: string, lock: VaultLock | null, now: number): Promise<void> {
  const columns = {
    is_locked: lock === null ? 0 : 1,
    min_retention_days: lock?.minRetentionDays ?? null,
    max_retention_days: lock?.maxRetentionDays ?? null,
    lock_at: lock?.lockAt ?? null,
  };
  await modifyVault(db, arn, columns, now);
}

/**
 * Removes an empty vault with its policy, notifications and tags. Its domains stay on record: their blobs are still there, and `prune` finds
 * them by these rows.
 */
export async function deleteVault(db: Database, arn: string, now: number): Promise<void> {
  const gone = await db.deleteFrom('vaults').where('arn', '=', arn).returningAll().executeTakeFirst();
  if (gone !== undefined) await noteVault(db, gone, 'DELETED', now);
  await db.deleteFrom('vault_notifications').where('vault_arn', '=', arn).execute();
  await removeAllTags(db, arn);
}

/** What a domain is for: bytes that a key seals in a vault, of one storage class. `keyArn` is empty for what AWS calls unencrypted. */
export interface DomainPlace {
  readonly vaultArn: string;
  readonly keyArn: string;
  readonly storageClass: StorageClass;
}

/** The domain of a place: found, or made. Run inside a transaction: two jobs that come first at the same time get the same one. */
export async function vaultDomain(
  db: Database,
  place: DomainPlace,
  { random, now }: { random: Random; now: number },
): Promise<VaultDomainRow> {
  const { vaultArn, keyArn, storageClass } = place;
  await db
    .insertInto('vault_domains')
    .values({
      id: randomUuid(random),
      vault_arn: vaultArn,
      key_arn: keyArn,
      created_at: now,
      storage_class: storageClass,
    })
    .onConflict((conflict) => conflict.columns(['vault_arn', 'key_arn', 'storage_class']).doNothing())
    .execute();
  const found = await findVaultDomain(db, place);
  invariant(found, 'a domain that was made or was there is found');
  return found;
}

/** The domain of a place, or nothing where none was made yet. */
export async function findVaultDomain(
  db: Database,
  { vaultArn, keyArn, storageClass }: DomainPlace,
): Promise<VaultDomainRow | undefined> {
  return await db
    .selectFrom('vault_domains')
    .selectAll()
    .where('vault_arn', '=', vaultArn)
    .where('key_arn', '=', keyArn)
    .where('storage_class', '=', storageClass)
    .executeTakeFirst();
}

/** The domain that a recovery point names, or nothing. */
export async function domainById(db: Database, id: string): Promise<VaultDomainRow | undefined> {
  return await db.selectFrom('vault_domains').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Whether there is a logically air-gapped vault of this ARN. */
export const isAirGappedVault = async (db: Database, arn: string): Promise<boolean> =>
  (await vaultByArn(db, arn))?.type === 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT';
