import type { AccountRow } from './accounts.ts';
import { attachFullAccess } from './organization-policies.ts';
import type { OrganizationRow } from './organizations.ts';
import type { Database } from './records.ts';

/** An account of this organization; nothing for any other. */
export async function findMember(db: Database, organizationId: string, id: string): Promise<AccountRow | undefined> {
  return db
    .selectFrom('accounts')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** All accounts of the organization, the management account among them, by id. */
export async function listMembers(db: Database, organizationId: string): Promise<readonly AccountRow[]> {
  return db.selectFrom('accounts').selectAll().where('organization_id', '=', organizationId).orderBy('id').execute();
}

/** The accounts right under a root or unit, by id. */
export async function listMembersUnder(db: Database, parentId: string): Promise<readonly AccountRow[]> {
  return db.selectFrom('accounts').selectAll().where('parent_id', '=', parentId).orderBy('id').execute();
}

export interface Joining {
  readonly organization: OrganizationRow;
  readonly account: string;
  readonly method: 'INVITED' | 'CREATED';
}

/** Puts an account under the root, with the full access that every target holds while control policies are on. */
export async function joinOrganization(
  db: Database,
  { organization, account, method }: Joining,
  now: number,
): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ organization_id: organization.id, parent_id: organization.root_id, joined_method: method, joined_at: now })
    .where('id', '=', account)
    .execute();
  await attachFullAccess(db, organization.id, [account]);
}

/** Takes an account out, with every policy that was attached to it. The account itself and all it owns stay. */
export async function leaveOrganization(db: Database, organizationId: string, account: string): Promise<void> {
  await db
    .deleteFrom('organization_policy_attachments')
    .where('organization_id', '=', organizationId)
    .where('target_id', '=', account)
    .execute();
  await db
    .updateTable('accounts')
    .set({ organization_id: null, parent_id: null, joined_method: null, joined_at: null })
    .where('organization_id', '=', organizationId)
    .where('id', '=', account)
    .execute();
}

export async function moveMember(db: Database, account: string, parentId: string): Promise<void> {
  await db.updateTable('accounts').set({ parent_id: parentId }).where('id', '=', account).execute();
}

/** Notes that closure was asked for. How far it has come by a given time, `closureState` tells. */
export async function closeMember(db: Database, account: string, now: number): Promise<void> {
  await db.updateTable('accounts').set({ status: 'SUSPENDED', closed_at: now }).where('id', '=', account).execute();
}
