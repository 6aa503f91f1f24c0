import type { Selectable } from 'kysely';
import type { Database } from './records.ts';
import type { DelegatedAdministratorsTable, OrganizationServiceAccessTable } from './schema.ts';

export type DelegationRow = Selectable<DelegatedAdministratorsTable>;
export type ServiceAccessRow = Selectable<OrganizationServiceAccessTable>;

/** Services that may act in all accounts of the organization, by name. */
export async function listServiceAccess(db: Database, organizationId: string): Promise<readonly ServiceAccessRow[]> {
  return db
    .selectFrom('organization_service_access')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('service_principal')
    .execute();
}

export async function hasServiceAccess(db: Database, organizationId: string, service: string): Promise<boolean> {
  const all = await listServiceAccess(db, organizationId);
  return all.some(({ service_principal }) => service_principal === service);
}

/** Enabling twice is enabling once, at the first time. */
export async function enableServiceAccess(db: Database, row: ServiceAccessRow): Promise<void> {
  await db
    .insertInto('organization_service_access')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function disableServiceAccess(db: Database, organizationId: string, service: string): Promise<void> {
  await db
    .deleteFrom('organization_service_access')
    .where('organization_id', '=', organizationId)
    .where('service_principal', '=', service)
    .execute();
}

/** Every pair of account and service that the organization has delegated, by account and service. */
export async function listDelegations(db: Database, organizationId: string): Promise<readonly DelegationRow[]> {
  return db
    .selectFrom('delegated_administrators')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('account_id')
    .orderBy('service_principal')
    .execute();
}

/** Whether the account is a delegated administrator for any service. */
export async function isDelegatedAdministrator(
  db: Database,
  organizationId: string,
  account: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('delegated_administrators')
    .select('account_id')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', account)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertDelegation(db: Database, row: DelegationRow): Promise<void> {
  await db.insertInto('delegated_administrators').values(row).execute();
}

/** False where there was no such delegation. */
export async function deleteDelegation(
  db: Database,
  row: Pick<DelegationRow, 'organization_id' | 'account_id' | 'service_principal'>,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('delegated_administrators')
    .where('organization_id', '=', row.organization_id)
    .where('account_id', '=', row.account_id)
    .where('service_principal', '=', row.service_principal)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
