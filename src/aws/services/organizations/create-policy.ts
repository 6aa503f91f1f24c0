import type { CreatePolicyRequest, CreatePolicyResponse } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import {
  AWS_OWNER,
  insertPolicy,
  listPolicies,
  type OrganizationPolicyRow,
} from '../../../storage/records/organization-policies.ts';
import { putTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { acceptPolicyContent } from './accept-policy-content.ts';
import { acceptTags } from './accept-tags.ts';
import { policyArn } from './arns.ts';
import { enter } from './enter.ts';
import { entryContext } from './entry-context.ts';
import { POLICIES_PER_TYPE_MAX } from './limits.ts';
import { newPolicyId } from './new-ids.ts';
import { toPolicySummary } from './shapes.ts';

/** A policy may be written before its type is enabled; it binds nobody until it is attached. */
export const createPolicy: Operation<CreatePolicyRequest, CreatePolicyResponse> = async (services, input, call) => {
  const organization = await enter(services, call, {
    action: 'CreatePolicy',
    by: 'management',
    context: entryContext({ policyType: input.Type, tags: input.Tags }),
  });
  if (organization.feature_set !== 'ALL') throw messages.policyTypeNotAvailable();
  acceptPolicyContent(input.Content, input.Type);
  const policy: OrganizationPolicyRow = {
    id: newPolicyId(services.random),
    organization_id: organization.id,
    type: input.Type,
    name: input.Name,
    description: input.Description,
    content: input.Content,
    created_at: call.now,
  };
  await services.records.write(async (db) => {
    const others = await listPolicies(db, organization.id, policy.type);
    if (others.some(({ name }) => name === policy.name)) throw messages.duplicatePolicy();
    const own = others.filter(({ organization_id }) => organization_id !== AWS_OWNER);
    if (own.length >= POLICIES_PER_TYPE_MAX) throw messages.constraintViolation('POLICY_NUMBER_LIMIT_EXCEEDED');
    await insertPolicy(db, policy);
    await putTags(db, policyArn(organization, policy), acceptTags(input.Tags));
  });
  return { Policy: { PolicySummary: toPolicySummary(organization, policy), Content: policy.content } };
};
