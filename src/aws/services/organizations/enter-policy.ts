import * as messages from '../../../messages/organizations.ts';
import { AWS_OWNER, findPolicy, type OrganizationPolicyRow } from '../../../storage/records/organization-policies.ts';
import { type OrganizationRow, organizationOf } from '../../../storage/records/organizations.ts';
import type { Call, Services } from '../operation.ts';
import { policyArn, targetArn } from './arns.ts';
import { authorize, type Entry, enter } from './enter.ts';
import { entryContext } from './entry-context.ts';

export interface EnteredPolicy {
  readonly organization: OrganizationRow;
  readonly policy: OrganizationPolicyRow;
}

/** Like `enter`, for an operation on one policy, and its target where it has one: the caller needs the right on both. Throws PolicyNotFoundException where the organization has none of that id. */
export async function enterPolicy(
  services: Services,
  call: Call,
  {
    action,
    by,
    policyId,
    targetId,
  }: Pick<Entry, 'action' | 'by'> & { readonly policyId: string; readonly targetId?: string },
): Promise<EnteredPolicy> {
  const policy = await services.records.read(async (db) => {
    const own = await organizationOf(db, call.principal.account);
    return own && findPolicy(db, own.id, policyId);
  });
  const resource = (own: OrganizationRow) => (policy ? policyArn(own, policy) : '*');
  const context = entryContext({ policyType: policy?.type });
  const organization = await enter(services, call, { action, by, resource, context });
  if (!policy) throw messages.policyNotFound();
  if (targetId !== undefined) {
    await authorize(services, call, { action, resource: targetArn(organization, targetId), context });
  }
  return { organization, policy };
}

/** Throws where the policy is one of AWS's own. */
export function requireOwn({ organization_id }: OrganizationPolicyRow): void {
  if (organization_id === AWS_OWNER) throw messages.invalidInput('IMMUTABLE_POLICY');
}
