import type { RequestContext } from '../policy/evaluation.ts';
import type { Database } from '../storage/records/records.ts';
import { ORGANIZATION_DEPTH_MAX } from './limits.ts';

export interface OrganizationPlace {
  readonly organizationId: string;
  /** `o-…/r-…/ou-…/`, with the slash at the end, as `aws:PrincipalOrgPaths` and `backup:CopyTargetOrgPaths` carry it. */
  readonly path: string;
}

/** Where an account stands; nothing outside an organization. */
export async function organizationPlace(db: Database, account: string): Promise<OrganizationPlace | undefined> {
  const member = await db
    .selectFrom('accounts')
    .innerJoin('organizations', 'organizations.id', 'accounts.organization_id')
    .select(['organizations.id', 'organizations.root_id', 'accounts.parent_id'])
    .where('accounts.id', '=', account)
    .executeTakeFirst();
  if (member === undefined) return undefined;
  const units: string[] = [];
  let parent = member.parent_id;
  while (parent !== null && parent !== member.root_id && units.length < ORGANIZATION_DEPTH_MAX) {
    units.unshift(parent);
    const unit = await db
      .selectFrom('organizational_units')
      .select('parent_id')
      .where('id', '=', parent)
      .executeTakeFirst();
    parent = unit?.parent_id ?? null;
  }
  return { organizationId: member.id, path: [member.id, member.root_id, ...units, ''].join('/') };
}

export async function isManagementAccount(db: Database, account: string): Promise<boolean> {
  const row = await db
    .selectFrom('organizations')
    .select('id')
    .where('management_account_id', '=', account)
    .executeTakeFirst();
  return row !== undefined;
}

/** `aws:PrincipalOrgID` and `aws:PrincipalOrgPaths`, or the same with `Resource`; none outside an organization. */
export async function organizationContext(
  db: Database,
  whose: 'Principal' | 'Resource',
  account: string,
): Promise<RequestContext> {
  const place = account === '' ? undefined : await organizationPlace(db, account);
  if (place === undefined) return {};
  return { [`aws:${whose}OrgID`]: place.organizationId, [`aws:${whose}OrgPaths`]: [place.path] };
}
