import type { Selectable } from 'kysely';
import type { Database } from './records.ts';
import type { IamLoginProfilesTable } from './schema.ts';

export type LoginProfileRow = Selectable<IamLoginProfilesTable>;

/** Nothing for a user who may not use the console. */
export async function findLoginProfile(
  db: Database,
  account: string,
  userName: string,
): Promise<LoginProfileRow | undefined> {
  return db
    .selectFrom('iam_login_profiles')
    .selectAll()
    .where('account_id', '=', account)
    .where('user_name', '=', userName)
    .executeTakeFirst();
}

export async function insertLoginProfile(db: Database, row: LoginProfileRow): Promise<void> {
  await db.insertInto('iam_login_profiles').values(row).execute();
}

export async function setMustReset(
  db: Database,
  { account_id, user_name, must_reset }: LoginProfileRow,
): Promise<void> {
  await db
    .updateTable('iam_login_profiles')
    .set({ must_reset })
    .where('account_id', '=', account_id)
    .where('user_name', '=', user_name)
    .execute();
}

export async function deleteLoginProfile(db: Database, account: string, userName: string): Promise<void> {
  await db
    .deleteFrom('iam_login_profiles')
    .where('account_id', '=', account)
    .where('user_name', '=', userName)
    .execute();
}
