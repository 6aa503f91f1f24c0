import type { Selectable } from 'kysely';
import type { Database } from './records.ts';
import type { IamOidcProvidersTable } from './schema.ts';

export type OidcProviderRow = Selectable<IamOidcProvidersTable>;

/** Nothing for an ARN that no account has. */
export async function findOidcProvider(db: Database, arn: string): Promise<OidcProviderRow | undefined> {
  return db.selectFrom('iam_oidc_providers').selectAll().where('arn', '=', arn).executeTakeFirst();
}

/** An account's, by ARN. */
export async function oidcProvidersOf(db: Database, account: string): Promise<readonly OidcProviderRow[]> {
  return db.selectFrom('iam_oidc_providers').selectAll().where('account_id', '=', account).orderBy('arn').execute();
}

export async function insertOidcProvider(db: Database, row: OidcProviderRow): Promise<void> {
  await db.insertInto('iam_oidc_providers').values(row).execute();
}

export async function setOidcProvider(
  db: Database,
  arn: string,
  lists: Partial<Pick<OidcProviderRow, 'client_ids' | 'thumbprints'>>,
): Promise<void> {
  await db.updateTable('iam_oidc_providers').set(lists).where('arn', '=', arn).execute();
}

export async function deleteOidcProvider(db: Database, arn: string): Promise<void> {
  await db.deleteFrom('iam_oidc_providers').where('arn', '=', arn).execute();
}
