import { AWS_OWNER, type OrganizationPolicyRow } from '../../../storage/records/organization-policies.ts';
import type { OrganizationRow } from '../../../storage/records/organizations.ts';

type Named = Pick<OrganizationRow, 'id' | 'management_account_id'>;

const inOrganization = ({ id, management_account_id }: Named, kind: string, rest: string): string =>
  `arn:aws:organizations::${management_account_id}:${kind}/${id}/${rest}`;

export const organizationArn = ({ id, management_account_id }: Named): string =>
  `arn:aws:organizations::${management_account_id}:organization/${id}`;

export const accountArn = (organization: Named, account: string): string =>
  inOrganization(organization, 'account', account);

export const rootArn = (organization: Named, root: string): string => inOrganization(organization, 'root', root);

export const unitArn = (organization: Named, unit: string): string => inOrganization(organization, 'ou', unit);

export const handshakeArn = (organization: Named, { id, action }: { id: string; action: string }): string =>
  inOrganization(organization, 'handshake', `${action.toLowerCase()}/${id}`);

export const resourcePolicyArn = (organization: Named, id: string): string =>
  inOrganization(organization, 'resourcepolicy', id);

/** AWS's own policies belong to `aws`, to no organization. */
export function policyArn(
  organization: Named,
  { id, type, organization_id }: Pick<OrganizationPolicyRow, 'id' | 'type' | 'organization_id'>,
): string {
  const path = `${type.toLowerCase()}/${id}`;
  return organization_id === AWS_OWNER
    ? `arn:aws:organizations::aws:policy/${path}`
    : inOrganization(organization, 'policy', path);
}

/** Of a root, a unit or an account, told apart by their ids. */
export function targetArn(organization: Named, target: string): string {
  if (target.startsWith('r-')) return rootArn(organization, target);
  return target.startsWith('ou-') ? unitArn(organization, target) : accountArn(organization, target);
}
