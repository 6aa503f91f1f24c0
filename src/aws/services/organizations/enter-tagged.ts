import * as messages from '../../../messages/organizations.ts';
import { findPolicy } from '../../../storage/records/organization-policies.ts';
import { findResourcePolicy } from '../../../storage/records/organization-resource-policies.ts';
import { type OrganizationRow, organizationOf } from '../../../storage/records/organizations.ts';
import type { Database } from '../../../storage/records/records.ts';
import type { Call, Services } from '../operation.ts';
import { policyArn, resourcePolicyArn, targetArn } from './arns.ts';
import { type Entry, enter } from './enter.ts';
import { findPlace } from './find-place.ts';

/** Like `enter`, for what carries tags: the ARN of a root, unit, account, policy or the resource policy. Throws TargetNotFoundException for any other id. */
export async function enterTagged(
  services: Services,
  call: Call,
  { resourceId, ...entry }: Omit<Entry, 'resource'> & { readonly resourceId: string },
): Promise<string> {
  const arn = await services.records.read(async (db) => {
    const own = await organizationOf(db, call.principal.account);
    return own && findArn(db, own, resourceId);
  });
  await enter(services, call, { ...entry, resource: () => arn ?? '*' });
  if (arn === undefined) throw messages.targetNotFound();
  return arn;
}

async function findArn(db: Database, organization: OrganizationRow, id: string): Promise<string | undefined> {
  if (await findPlace(db, organization, id)) return targetArn(organization, id);
  const policy = await findPolicy(db, organization.id, id);
  // AWS's own policies are nobody's to tag.
  if (policy?.organization_id === organization.id) return policyArn(organization, policy);
  const resourcePolicy = await findResourcePolicy(db, organization.id);
  return resourcePolicy?.id === id ? resourcePolicyArn(organization, id) : undefined;
}
