import type { Selectable } from 'kysely';
import type { Database } from './records.ts';
import type { OrganizationResourcePoliciesTable } from './schema.ts';

export type OrganizationResourcePolicyRow = Selectable<OrganizationResourcePoliciesTable>;

/** Nothing where the organization has written none. */
export async function findResourcePolicy(
  db: Database,
  organizationId: string,
): Promise<OrganizationResourcePolicyRow | undefined> {
  return db
    .selectFrom('organization_resource_policies')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
}

/** Writes the policy, or new content for the one that is there. */
export async function putResourcePolicy(db: Database, row: OrganizationResourcePolicyRow): Promise<void> {
  await db
    .insertInto('organization_resource_policies')
    .values(row)
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet({ content: row.content }))
    .execute();
}

export async function deleteResourcePolicy(db: Database, organizationId: string): Promise<void> {
  await db.deleteFrom('organization_resource_policies').where('organization_id', '=', organizationId).execute();
}
