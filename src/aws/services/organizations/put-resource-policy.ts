import type { PutResourcePolicyRequest, PutResourcePolicyResponse } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { validatePolicyDocument } from '../../../policy/validate.ts';
import {
  findResourcePolicy,
  putResourcePolicy as putInRecords,
} from '../../../storage/records/organization-resource-policies.ts';
import { putTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { acceptTags } from './accept-tags.ts';
import { resourcePolicyArn } from './arns.ts';
import { enter } from './enter.ts';
import { entryContext } from './entry-context.ts';
import { newResourcePolicyId } from './new-ids.ts';
import { toResourcePolicy } from './to-resource-policy.ts';

/** What the organization lets member accounts do in its name. A second policy replaces the first, under the same id; only the first takes tags. */
export const putResourcePolicy: Operation<PutResourcePolicyRequest, PutResourcePolicyResponse> = async (
  services,
  input,
  call,
) => {
  const organization = await enter(services, call, {
    action: 'PutResourcePolicy',
    by: 'management',
    context: entryContext({ tags: input.Tags }),
  });
  if (organization.feature_set !== 'ALL') throw messages.constraintViolation('ORGANIZATION_NOT_IN_ALL_FEATURES_MODE');
  acceptContent(input.Content);
  const id = newResourcePolicyId(services.random);
  return services.records.write(async (db) => {
    const before = await findResourcePolicy(db, organization.id);
    const policy = { organization_id: organization.id, id: before?.id ?? id, content: input.Content };
    await putInRecords(db, policy);
    if (!before) await putTags(db, resourcePolicyArn(organization, id), acceptTags(input.Tags));
    return { ResourcePolicy: toResourcePolicy(organization, policy) };
  });
};

function acceptContent(content: string): void {
  const findings = validatePolicyDocument(content, 'resource');
  if (findings.some(({ code }) => code === 'too-long')) {
    throw messages.constraintViolation('POLICY_CONTENT_LIMIT_EXCEEDED');
  }
  if (findings.length > 0) throw messages.invalidInput('INVALID_RESOURCE_POLICY_JSON');
}
