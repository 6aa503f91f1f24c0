import * as messages from '../../../messages/organizations.ts';
import { AWS_OWNER, findPolicy, type OrganizationPolicyRow } from '../../../storage/records/organization-policies.ts';
import { type OrganizationRow, organizationOf } from '../../../storage/records/organizations.ts';
import type { Call, Services } from '../operation.ts';
import { policyArn } from './arns.ts';
import { type Entry, enter } from './enter.ts';

export interface EnteredPolicy {
  readonly organization: OrganizationRow;
  readonly policy: OrganizationPolicyRow;
}

/** Like `enter`, for an operation on one policy. Throws PolicyNotFoundException where the organization has none of that id. */
export async function enterPolicy(
  services: Services,
  call: Call,
  { action, by, policyId }: Pick<Entry, 'action' | 'by'> & { readonly policyId: string },
): Promise<EnteredPolicy> {
  const policy = await services.records.read(async (db) => {
    const own = await organizationOf(db, call.principal.account);
    return own && findPolicy(db, own.id, policyId);
  });
  const resource = (own: OrganizationRow) => (policy ? policyArn(own, policy) : '*');
  const organization = await enter(services, call, { action, by, resource });
  if (!policy) throw messages.policyNotFound();
  return { organization, policy };
}

/** Throws where the policy is one of AWS's own. */
export function requireOwn({ organization_id }: OrganizationPolicyRow): void {
  if (organization_id === AWS_OWNER) throw messages.invalidInput('IMMUTABLE_POLICY');
}
