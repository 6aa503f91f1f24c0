import { findMember } from '../../../storage/records/organization-members.ts';
import { findUnit } from '../../../storage/records/organizational-units.ts';
import type { OrganizationRow } from '../../../storage/records/organizations.ts';
import type { Database } from '../../../storage/records/records.ts';

/** Whether the organization has a root or unit of this id. */
export async function hasContainer(db: Database, organization: OrganizationRow, id: string): Promise<boolean> {
  return id === organization.root_id || (await findUnit(db, organization.id, id)) !== undefined;
}

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly type: 'ROOT' | 'ORGANIZATIONAL_UNIT' | 'ACCOUNT';
  /** Absent for the root. */
  readonly parentId?: string;
}

/** A root, unit or account of the organization; nothing for any other id. */
export async function findPlace(db: Database, organization: OrganizationRow, id: string): Promise<Place | undefined> {
  if (id === organization.root_id) return { id, name: 'Root', type: 'ROOT' };
  const unit = await findUnit(db, organization.id, id);
  if (unit) return { id, name: unit.name, type: 'ORGANIZATIONAL_UNIT', parentId: unit.parent_id };
  const account = await findMember(db, organization.id, id);
  return account && { id, name: account.name, type: 'ACCOUNT', parentId: account.parent_id ?? organization.root_id };
}
