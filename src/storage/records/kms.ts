import type { Database } from './records.ts';
import type { KmsAliasesTable, KmsGrantsTable, KmsKeyMaterialTable, KmsKeysTable } from './schema.ts';
import { removeAllTags, type Tags, tagsOf } from './tags.ts';

/** A key with all that bears on its use. */
export interface KeyRecord {
  /** Its state is the one that holds now: `PendingImport` where material from outside is missing or has expired. */
  readonly key: Readonly<KmsKeysTable>;
  /** Names, in order. */
  readonly aliases: readonly string[];
  readonly grants: readonly Readonly<KmsGrantsTable>[];
  readonly tags: Tags;
  /** Where a multi-Region key has its primary and replicas, in order; empty for others. */
  readonly regions: readonly string[];
}

/** Replicas of a multi-Region key share its id: the Region tells which. */
export interface KeyPlace {
  readonly id: string;
  readonly region: string;
}

/** A key whose waiting time is over by `now` is gone, swept or not: nothing here returns it. */
export async function findKey(db: Database, place: KeyPlace & { now: number }): Promise<KeyRecord | undefined> {
  const found = await findKeyAlone(db, place);
  return found && { ...found, grants: await grantsOf(db, found.key) };
}

/** The same without its grants, of which there may be tens of thousands. */
export async function findKeyAlone(
  db: Database,
  { id, region, now }: KeyPlace & { now: number },
): Promise<Omit<KeyRecord, 'grants'> | undefined> {
  const rows = await db.selectFrom('kms_keys').selectAll().where('id', '=', id).orderBy('region').execute();
  const family = rows.map((row) => settle(row, rows, now)).filter((row) => !isGone(row, now));
  const key = family.find((row) => row.region === region);
  if (key === undefined) return undefined;
  return {
    key,
    aliases: await aliasesOf(db, key),
    tags: await tagsOf(db, key.arn),
    regions: key.is_multi_region === 1 ? family.map((row) => row.region) : [],
  };
}

const DAY_MS = 86_400_000;

/** The row with what time has made of it. */
function settle(key: KmsKeysTable, family: readonly KmsKeysTable[], now: number): KmsKeysTable {
  if (key.state === 'PendingReplicaDeletion') {
    const lastEnd = Math.max(...family.filter(({ arn }) => arn !== key.arn).map((row) => row.deletion_at ?? Infinity));
    return lastEnd <= now ? { ...key, ...afterReplicas(key, lastEnd) } : key;
  }
  const isImported = key.has_material === 1 && (key.material_valid_to === null || key.material_valid_to > now);
  const isWaiting = key.state === 'PendingDeletion';
  return isImported || isWaiting ? key : { ...key, state: 'PendingImport' };
}

/** The waiting time of a primary begins when its last replica is gone. */
const afterReplicas = ({ deletion_window_days }: KmsKeysTable, lastEnd: number) => ({
  state: 'PendingDeletion',
  deletion_at: lastEnd + (deletion_window_days ?? 0) * DAY_MS,
  deletion_window_days: null,
});

const isGone = ({ deletion_at }: KmsKeysTable, now: number): boolean => deletion_at !== null && deletion_at <= now;

async function aliasesOf(db: Database, { id, region }: KeyPlace): Promise<string[]> {
  const rows = await db
    .selectFrom('kms_aliases')
    .select('name')
    .where('key_id', '=', id)
    .where('region', '=', region)
    .orderBy('name')
    .execute();
  return rows.map(({ name }) => name);
}

/** In the order of their making. */
function grantsOf(db: Database, { id, region }: KeyPlace): Promise<KmsGrantsTable[]> {
  return db
    .selectFrom('kms_grants')
    .selectAll()
    .where('key_id', '=', id)
    .where('region', '=', region)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** Those of one name, in the order of their making. */
export function grantsNamed(db: Database, { id, region }: KeyPlace, name: string): Promise<KmsGrantsTable[]> {
  return db
    .selectFrom('kms_grants')
    .selectAll()
    .where('key_id', '=', id)
    .where('region', '=', region)
    .where('name', '=', name)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export async function countGrants(db: Database, { id, region }: KeyPlace): Promise<number> {
  const { count } = await db
    .selectFrom('kms_grants')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('key_id', '=', id)
    .where('region', '=', region)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export function findAlias(
  db: Database,
  { account, region, name }: { account: string; region: string; name: string },
): Promise<KmsAliasesTable | undefined> {
  return db
    .selectFrom('kms_aliases')
    .selectAll()
    .where('account_id', '=', account)
    .where('region', '=', region)
    .where('name', '=', name)
    .executeTakeFirst();
}

/** The keys of an account in a Region, gone ones left out, in the order of their ids. */
export function listKeys(
  db: Database,
  { account, region, now }: { account: string; region: string; now: number },
): Promise<KmsKeysTable[]> {
  return db
    .selectFrom('kms_keys')
    .selectAll()
    .where('account_id', '=', account)
    .where('region', '=', region)
    .where(({ eb, or }) => or([eb('deletion_at', 'is', null), eb('deletion_at', '>', now)]))
    .orderBy('id')
    .execute();
}

/** The aliases of an account in a Region, those of gone keys left out, in the order of their names. */
export function listAliases(
  db: Database,
  { account, region, now }: { account: string; region: string; now: number },
): Promise<KmsAliasesTable[]> {
  return db
    .selectFrom('kms_aliases')
    .innerJoin('kms_keys', 'kms_keys.id', 'kms_aliases.key_id')
    .whereRef('kms_keys.region', '=', 'kms_aliases.region')
    .selectAll('kms_aliases')
    .where('kms_aliases.account_id', '=', account)
    .where('kms_aliases.region', '=', region)
    .where(({ eb, or }) => or([eb('deletion_at', 'is', null), eb('deletion_at', '>', now)]))
    .orderBy('name')
    .execute();
}

/** Without material: a replica, which shares that of its primary, or a key that waits for material from outside. */
export async function insertKey(db: Database, key: KmsKeysTable, material?: KmsKeyMaterialTable): Promise<void> {
  await db.insertInto('kms_keys').values(key).execute();
  if (material !== undefined) await insertMaterial(db, material);
}

export async function updateKey(db: Database, arn: string, change: Partial<KmsKeysTable>): Promise<void> {
  await db.updateTable('kms_keys').set(change).where('arn', '=', arn).execute();
}

/** What a primary and its replicas have in common: rotation, and which of them is the primary. */
export async function updateKeyFamily(
  db: Database,
  id: string,
  change: Partial<Pick<KmsKeysTable, 'rotation_period_days' | 'rotation_enabled_at' | 'primary_region'>>,
): Promise<void> {
  await db.updateTable('kms_keys').set(change).where('id', '=', id).execute();
}

export async function insertMaterial(db: Database, material: KmsKeyMaterialTable): Promise<void> {
  await db.insertInto('kms_key_material').values(material).execute();
}

export async function updateMaterial(
  db: Database,
  { keyId, version }: { keyId: string; version: number },
  change: Partial<KmsKeyMaterialTable>,
): Promise<void> {
  await db
    .updateTable('kms_key_material')
    .set(change)
    .where('key_id', '=', keyId)
    .where('version', '=', version)
    .execute();
}

/** All versions, the oldest first. */
export function listMaterial(db: Database, keyId: string): Promise<KmsKeyMaterialTable[]> {
  return db.selectFrom('kms_key_material').selectAll().where('key_id', '=', keyId).orderBy('version').execute();
}

/** The newest version: what encrypts. */
export function currentMaterial(db: Database, keyId: string): Promise<KmsKeyMaterialTable | undefined> {
  return db
    .selectFrom('kms_key_material')
    .selectAll()
    .where('key_id', '=', keyId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** One version: what decrypts what it encrypted. */
export function findMaterial(
  db: Database,
  { keyId, version }: { keyId: string; version: number },
): Promise<KmsKeyMaterialTable | undefined> {
  return db
    .selectFrom('kms_key_material')
    .selectAll()
    .where('key_id', '=', keyId)
    .where('version', '=', version)
    .executeTakeFirst();
}

export async function insertAlias(db: Database, alias: KmsAliasesTable): Promise<void> {
  await db.insertInto('kms_aliases').values(alias).execute();
}

export async function moveAlias(
  db: Database,
  alias: { account: string; region: string; name: string; keyId: string; now: number },
): Promise<void> {
  await db
    .updateTable('kms_aliases')
    .set({ key_id: alias.keyId, updated_at: alias.now })
    .where('account_id', '=', alias.account)
    .where('region', '=', alias.region)
    .where('name', '=', alias.name)
    .execute();
}

export async function deleteAlias(
  db: Database,
  { account, region, name }: { account: string; region: string; name: string },
): Promise<void> {
  await db
    .deleteFrom('kms_aliases')
    .where('account_id', '=', account)
    .where('region', '=', region)
    .where('name', '=', name)
    .execute();
}

export async function insertGrant(db: Database, grant: KmsGrantsTable): Promise<void> {
  await db.insertInto('kms_grants').values(grant).execute();
}

/** The last token that was handed out for a grant is the one that counts. */
export async function updateGrantToken(
  db: Database,
  { id, tokenHash }: { id: string; tokenHash: string },
): Promise<void> {
  await db.updateTable('kms_grants').set({ token_hash: tokenHash }).where('id', '=', id).execute();
}

export function findGrant(db: Database, id: string): Promise<KmsGrantsTable | undefined> {
  return db.selectFrom('kms_grants').selectAll().where('id', '=', id).executeTakeFirst();
}

export function findGrantByToken(db: Database, tokenHash: string): Promise<KmsGrantsTable | undefined> {
  return db.selectFrom('kms_grants').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
}

/** What a principal may retire, on all keys in a Region that are not gone, with their ARNs. */
export async function listRetirableGrants(
  db: Database,
  { principal, region, now }: { principal: string; region: string; now: number },
): Promise<{ grant: KmsGrantsTable; keyArn: string }[]> {
  const rows = await db
    .selectFrom('kms_grants')
    .innerJoin('kms_keys', 'kms_keys.id', 'kms_grants.key_id')
    .whereRef('kms_keys.region', '=', 'kms_grants.region')
    .selectAll('kms_grants')
    .select('kms_keys.arn as key_arn')
    .where('retiring_principal', '=', principal)
    .where('kms_keys.region', '=', region)
    .where(({ eb, or }) => or([eb('deletion_at', 'is', null), eb('deletion_at', '>', now)]))
    .orderBy('kms_grants.created_at')
    .orderBy('kms_grants.id')
    .execute();
  return rows.map(({ key_arn: keyArn, ...grant }) => ({ grant, keyArn }));
}

export async function deleteGrant(db: Database, id: string): Promise<void> {
  await db.deleteFrom('kms_grants').where('id', '=', id).execute();
}

/** Whether there is anything to sweep: a key whose wait is over, or material from outside that has expired. */
export async function hasDueKeys(db: Database, now: number): Promise<boolean> {
  const due = await db
    .selectFrom('kms_keys')
    .select('id')
    .where(({ eb, or }) => or([eb('deletion_at', '<=', now), eb('material_valid_to', '<=', now)]))
    .limit(1)
    .executeTakeFirst();
  return due !== undefined;
}

/** When the next key is to be destroyed or the next material from outside expires; nothing where none waits for that. */
export async function nextKeyDue(db: Database): Promise<number | undefined> {
  const { deletion, expiry } = await db
    .selectFrom('kms_keys')
    .select((eb) => [eb.fn.min('deletion_at').as('deletion'), eb.fn.min('material_valid_to').as('expiry')])
    .executeTakeFirstOrThrow();
  const dates = [deletion, expiry].filter((date) => date !== null);
  return dates.length === 0 ? undefined : Math.min(...dates);
}

/** Takes away what has expired by `now`. */
export async function dropExpiredMaterial(db: Database, now: number): Promise<void> {
  const expired = await db.selectFrom('kms_keys').select(['id', 'arn']).where('material_valid_to', '<=', now).execute();
  for (const key of expired) await dropMaterial(db, key);
}

/** Takes material from outside away from a key; its row is emptied with the last replica that had it. */
export async function dropMaterial(db: Database, { id, arn }: { id: string; arn: string }): Promise<void> {
  await updateKey(db, arn, { has_material: 0, material_valid_to: null });
  const holder = await db
    .selectFrom('kms_keys')
    .select('arn')
    .where('id', '=', id)
    .where('has_material', '=', 1)
    .executeTakeFirst();
  if (holder !== undefined) return;
  const empty = { material_sealed: new Uint8Array(0) };
  await db.updateTable('kms_key_material').set(empty).where('key_id', '=', id).execute();
}

/**
 * Sweeps the keys whose waiting time is over by `now`: aliases, grants and tags go with them, and the material with the
 * last that shares it. Returns their ARNs.
 */
export async function deleteDueKeys(db: Database, now: number): Promise<readonly string[]> {
  const deleted: string[] = [];
  // A primary may be due once its last replica is gone.
  for (let due = await dueKeys(db, now); due.length > 0; due = await dueKeys(db, now)) {
    for (const key of due) await deleteKey(db, key);
    deleted.push(...due.map(({ arn }) => arn));
  }
  return deleted;
}

/** In the order of their end, so that the last of the replicas tells when its primary's wait begins. */
function dueKeys(db: Database, now: number): Promise<KmsKeysTable[]> {
  return db.selectFrom('kms_keys').selectAll().where('deletion_at', '<=', now).orderBy('deletion_at').execute();
}

async function deleteKey(db: Database, key: KmsKeysTable): Promise<void> {
  const { id, arn, region } = key;
  await db.deleteFrom('kms_aliases').where('key_id', '=', id).where('region', '=', region).execute();
  await db.deleteFrom('kms_grants').where('key_id', '=', id).where('region', '=', region).execute();
  await removeAllTags(db, arn);
  await db.deleteFrom('kms_keys').where('arn', '=', arn).execute();
  const [one, ...more] = await db.selectFrom('kms_keys').selectAll().where('id', '=', id).execute();
  if (one === undefined) {
    await db.deleteFrom('kms_key_material').where('key_id', '=', id).execute();
  } else if (more.length === 0 && one.state === 'PendingReplicaDeletion') {
    await updateKey(db, one.arn, afterReplicas(one, key.deletion_at!));
  }
}

/** Whether there is a user or role of this ARN or unique id (`AIDA…`, `AROA…`), or for a session's ARN its role. */
export async function userOrRoleExists(db: Database, name: string): Promise<boolean> {
  const session = /^arn:[^:]+:sts::(\d{12}):assumed-role\/([^/]+)\//.exec(name);
  if (session !== null) return roleExists(db, { account: session[1]!, name: session[2]! });
  const user = await db
    .selectFrom('iam_users')
    .select('id')
    .where(({ eb, or }) => or([eb('arn', '=', name), eb('id', '=', name)]))
    .executeTakeFirst();
  if (user !== undefined) return true;
  const role = await db
    .selectFrom('iam_roles')
    .select('id')
    .where(({ eb, or }) => or([eb('arn', '=', name), eb('id', '=', name)]))
    .executeTakeFirst();
  return role !== undefined;
}

async function roleExists(db: Database, { account, name }: { account: string; name: string }): Promise<boolean> {
  const role = await db
    .selectFrom('iam_roles')
    .select('id')
    .where('account_id', '=', account)
    .where('name', '=', name)
    .executeTakeFirst();
  return role !== undefined;
}

export async function accountExists(db: Database, id: string): Promise<boolean> {
  return (await db.selectFrom('accounts').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

/** What a decision wants to know of a key. */
export interface KeyFacts {
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly manager: 'AWS' | 'CUSTOMER';
  readonly state: 'Enabled' | 'Disabled' | 'PendingDeletion';
  /** The key policy, as JSON. */
  readonly policy: string;
  readonly aliases: readonly string[];
  readonly grants: readonly Readonly<KmsGrantsTable>[];
}

/** Nothing where there is no such key, or no longer by `now`. */
export async function describeKeyFacts(db: Database, arn: string, now: number): Promise<KeyFacts | undefined> {
  const row = await db.selectFrom('kms_keys').select(['id', 'region']).where('arn', '=', arn).executeTakeFirst();
  const record = row && (await findKey(db, { ...row, now }));
  if (record === undefined) return undefined;
  const { key, aliases, grants } = record;
  return {
    arn,
    account: key.account_id,
    region: key.region,
    manager: key.manager as KeyFacts['manager'],
    state: toUsability(key.state),
    policy: key.policy,
    aliases,
    grants,
  };
}

/** For who wants to use a key, one that waits for material is as good as switched off. */
function toUsability(state: string): KeyFacts['state'] {
  if (state === 'Enabled') return 'Enabled';
  return state === 'PendingDeletion' || state === 'PendingReplicaDeletion' ? 'PendingDeletion' : 'Disabled';
}
