import type { Database } from './records.ts';
import type { KmsAliasesTable, KmsGrantsTable, KmsKeyMaterialTable, KmsKeysTable } from './schema.ts';
import { removeAllTags, type Tags, tagsOf } from './tags.ts';

/** A key with all that bears on its use. */
export interface KeyRecord {
  readonly key: Readonly<KmsKeysTable>;
  /** Names, in order. */
  readonly aliases: readonly string[];
  readonly grants: readonly Readonly<KmsGrantsTable>[];
  readonly tags: Tags;
}

/** A key whose waiting time is over by `now` is gone, swept or not: nothing here returns it. */
export async function findKey(db: Database, { id, now }: { id: string; now: number }): Promise<KeyRecord | undefined> {
  const key = await db.selectFrom('kms_keys').selectAll().where('id', '=', id).executeTakeFirst();
  if (key === undefined || isGone(key, now)) return undefined;
  return { key, aliases: await aliasesOf(db, id), grants: await grantsOf(db, id), tags: await tagsOf(db, key.arn) };
}

const isGone = ({ deletion_at }: KmsKeysTable, now: number): boolean => deletion_at !== null && deletion_at <= now;

async function aliasesOf(db: Database, keyId: string): Promise<string[]> {
  const rows = await db.selectFrom('kms_aliases').select('name').where('key_id', '=', keyId).orderBy('name').execute();
  return rows.map(({ name }) => name);
}

/** In the order of their making. */
function grantsOf(db: Database, keyId: string): Promise<KmsGrantsTable[]> {
  return db
    .selectFrom('kms_grants')
    .selectAll()
    .where('key_id', '=', keyId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
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
    .selectAll('kms_aliases')
    .where('kms_aliases.account_id', '=', account)
    .where('kms_aliases.region', '=', region)
    .where(({ eb, or }) => or([eb('deletion_at', 'is', null), eb('deletion_at', '>', now)]))
    .orderBy('name')
    .execute();
}

export async function insertKey(db: Database, key: KmsKeysTable, material: KmsKeyMaterialTable): Promise<void> {
  await db.insertInto('kms_keys').values(key).execute();
  await insertMaterial(db, material);
}

export async function updateKey(db: Database, id: string, change: Partial<KmsKeysTable>): Promise<void> {
  await db.updateTable('kms_keys').set(change).where('id', '=', id).execute();
}

export async function insertMaterial(db: Database, material: KmsKeyMaterialTable): Promise<void> {
  await db.insertInto('kms_key_material').values(material).execute();
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

/** Whether there is anything to sweep. */
export async function hasDueKeys(db: Database, now: number): Promise<boolean> {
  const due = await db.selectFrom('kms_keys').select('id').where('deletion_at', '<=', now).limit(1).executeTakeFirst();
  return due !== undefined;
}

/**
 * Sweeps the keys whose waiting time is over by `now`: material, aliases, grants and tags go with them. Returns their
 * ARNs.
 */
export async function deleteDueKeys(db: Database, now: number): Promise<readonly string[]> {
  const due = await db.selectFrom('kms_keys').select(['id', 'arn']).where('deletion_at', '<=', now).execute();
  for (const { id, arn } of due) {
    await db.deleteFrom('kms_key_material').where('key_id', '=', id).execute();
    await db.deleteFrom('kms_aliases').where('key_id', '=', id).execute();
    await db.deleteFrom('kms_grants').where('key_id', '=', id).execute();
    await removeAllTags(db, arn);
    await db.deleteFrom('kms_keys').where('id', '=', id).execute();
  }
  return due.map(({ arn }) => arn);
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
  const row = await db.selectFrom('kms_keys').select('id').where('arn', '=', arn).executeTakeFirst();
  const record = row && (await findKey(db, { id: row.id, now }));
  if (record === undefined) return undefined;
  const { key, aliases, grants } = record;
  return {
    arn,
    account: key.account_id,
    region: key.region,
    manager: key.manager as KeyFacts['manager'],
    state: key.state as KeyFacts['state'],
    policy: key.policy,
    aliases,
    grants,
  };
}
