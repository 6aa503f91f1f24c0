import type { Selectable } from 'kysely';
import type { Database } from './records.ts';
import type { IamAccessKeysTable } from './schema.ts';

export type AccessKeyRow = Selectable<IamAccessKeysTable>;

export async function insertAccessKey(db: Database, key: AccessKeyRow): Promise<void> {
  await db.insertInto('iam_access_keys').values(key).execute();
}

export async function findAccessKey(db: Database, id: string): Promise<AccessKeyRow | undefined> {
  return db.selectFrom('iam_access_keys').selectAll().where('id', '=', id).executeTakeFirst();
}

/** A user's keys, by id. */
export async function accessKeysOf(db: Database, account: string, userName: string): Promise<readonly AccessKeyRow[]> {
  return db
    .selectFrom('iam_access_keys')
    .selectAll()
    .where('account_id', '=', account)
    .where('user_name', '=', userName)
    .orderBy('id')
    .execute();
}

export async function setAccessKeyStatus(db: Database, id: string, status: 'Active' | 'Inactive'): Promise<void> {
  await db.updateTable('iam_access_keys').set({ status }).where('id', '=', id).execute();
}

export async function deleteAccessKey(db: Database, id: string): Promise<void> {
  await db.deleteFrom('iam_access_keys').where('id', '=', id).execute();
}

export async function setAccessKeyUse(
  db: Database,
  id: string,
  { at, service, region }: { at: number; service: string; region: string },
): Promise<void> {
  await db
    .updateTable('iam_access_keys')
    .set({ last_used_at: at, last_used_service: service, last_used_region: region })
    .where('id', '=', id)
    .execute();
}
