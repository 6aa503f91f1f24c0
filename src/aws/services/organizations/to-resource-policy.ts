import type { ResourcePolicy } from '@aws-sdk/client-organizations';
import type { OrganizationResourcePolicyRow } from '../../../storage/records/organization-resource-policies.ts';
import type { OrganizationRow } from '../../../storage/records/organizations.ts';
import { resourcePolicyArn } from './arns.ts';

export function toResourcePolicy(
  organization: OrganizationRow,
  { id, content }: OrganizationResourcePolicyRow,
): ResourcePolicy {
  return { ResourcePolicySummary: { Id: id, Arn: resourcePolicyArn(organization, id) }, Content: content };
}
