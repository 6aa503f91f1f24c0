import type { UpdatePolicyRequest, UpdatePolicyResponse } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import {
  listPolicies,
  notePolicyChange,
  updatePolicy as updateInRecords,
} from '../../../storage/records/organization-policies.ts';
import { reconcilePolicyPlans } from '../../../storage/records/policy-plans.ts';
import type { Operation } from '../operation.ts';
import { acceptPolicyContent } from './accept-policy-content.ts';
import { enterPolicy, requireOwn } from './enter-policy.ts';
import { toPolicySummary } from './shapes.ts';

/** What the request does not name stays; a change holds at once for all targets. */
export const updatePolicy: Operation<UpdatePolicyRequest, UpdatePolicyResponse> = async (services, input, call) => {
  const { organization, policy } = await enterPolicy(services, call, {
    action: 'UpdatePolicy',
    by: 'management',
    policyId: input.PolicyId,
  });
  requireOwn(policy);
  if (input.Content !== undefined) acceptPolicyContent(input.Content, policy.type);
  const updated = {
    ...policy,
    name: input.Name ?? policy.name,
    description: input.Description ?? policy.description,
    content: input.Content ?? policy.content,
  };
  await services.records.write(async (db) => {
    const others = await listPolicies(db, organization.id, policy.type);
    if (others.some(({ id, name }) => id !== policy.id && name === updated.name)) throw messages.duplicatePolicy();
    await updateInRecords(db, updated);
    await notePolicyChange(db, { organizationId: organization.id, type: policy.type }, call.now);
    if (policy.type === 'BACKUP_POLICY')
      await reconcilePolicyPlans(db, organization.id, { now: call.now, random: services.random });
  });
  return { Policy: { PolicySummary: toPolicySummary(organization, updated), Content: updated.content } };
};
