import { listUnits } from '../../../storage/records/organizational-units.ts';
import type { OrganizationRow } from '../../../storage/records/organizations.ts';
import type { Database } from '../../../storage/records/records.ts';

/** `o-…/r-…/ou-…/` of a root or unit, with the slash at the end, as `aws:PrincipalOrgPaths` has it. */
export type Paths = (containerId: string) => string;

/** The paths of an organization's root and units as they are now. A unit that it does not have lies right under the organization. */
export async function pathsIn(db: Database, organization: OrganizationRow): Promise<Paths> {
  const parents = new Map((await listUnits(db, organization.id)).map(({ id, parent_id }) => [id, parent_id]));
  const pathOf = (id: string): string => {
    const parent = parents.get(id);
    return `${parent === undefined ? `${organization.id}/` : pathOf(parent)}${id}/`;
  };
  return pathOf;
}
