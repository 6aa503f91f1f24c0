import type { Selectable } from 'kysely';
import type { Database } from './records.ts';
import type { CreateAccountRequestsTable } from './schema.ts';

export type CreateAccountRequestRow = Selectable<CreateAccountRequestsTable>;

export async function insertCreateAccountRequest(db: Database, row: CreateAccountRequestRow): Promise<void> {
  await db.insertInto('create_account_requests').values(row).execute();
}

/** All requests of an organization, by id. */
export async function listCreateAccountRequests(
  db: Database,
  organizationId: string,
): Promise<readonly CreateAccountRequestRow[]> {
  return db
    .selectFrom('create_account_requests')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('id')
    .execute();
}

/** Nothing where the organization has made no such request. */
export async function findCreateAccountRequest(
  db: Database,
  organizationId: string,
  id: string,
): Promise<CreateAccountRequestRow | undefined> {
  return db
    .selectFrom('create_account_requests')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst();
}
