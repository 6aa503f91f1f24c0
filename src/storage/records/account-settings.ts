import type { Selectable, Updateable } from 'kysely';
import type { Database } from './records.ts';
import type { IamAccountSettingsTable } from './schema.ts';

export type AccountSettings = Omit<Selectable<IamAccountSettingsTable>, 'account_id'>;

const NONE: AccountSettings = {
  alias: null,
  password_policy: null,
  credential_report: null,
  credential_report_at: null,
};

/** What IAM keeps of an account as a whole: alias, password policy, credential report. */
export async function accountSettings(db: Database, account: string): Promise<AccountSettings> {
  const row = await db
    .selectFrom('iam_account_settings')
    .selectAll()
    .where('account_id', '=', account)
    .executeTakeFirst();
  return row ?? NONE;
}

/** Members that are not given stay as they are. */
export async function setAccountSettings(
  db: Database,
  account: string,
  settings: Updateable<Omit<IamAccountSettingsTable, 'account_id'>>,
): Promise<void> {
  await db
    .insertInto('iam_account_settings')
    .values({ ...NONE, ...settings, account_id: account })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(settings))
    .execute();
}

/** Whose alias it is; nothing for one that is free. */
export async function accountOfAlias(db: Database, alias: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('iam_account_settings')
    .select('account_id')
    .where('alias', '=', alias)
    .executeTakeFirst();
  return row?.account_id;
}
