import type { DetachPolicyRequest } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import {
  detachOrganizationPolicy,
  FULL_ACCESS,
  notePolicyChange,
  policiesOnTarget,
} from '../../../storage/records/organization-policies.ts';
import { reconcilePolicyPlans } from '../../../storage/records/policy-plans.ts';
import type { Operation } from '../operation.ts';
import { enterPolicy } from './enter-policy.ts';
import { findPlace } from './find-place.ts';

/** A target keeps at least one service control policy, and always AWS's full access for resource control policies. */
export const detachPolicy: Operation<DetachPolicyRequest, object> = async (services, input, call) => {
  const { PolicyId, TargetId } = input;
  const { organization, policy } = await enterPolicy(services, call, {
    action: 'DetachPolicy',
    by: 'management',
    policyId: PolicyId,
    targetId: TargetId,
  });
  if (policy.id === FULL_ACCESS.RESOURCE_CONTROL_POLICY?.id) throw messages.fullAccessStays();
  const { type } = policy;
  await services.records.write(async (db) => {
    if (!(await findPlace(db, organization, TargetId))) throw messages.targetNotFound();
    const there = await policiesOnTarget(db, { organizationId: organization.id, targetId: TargetId, type });
    if (!there.some(({ id }) => id === PolicyId)) throw messages.policyNotAttached();
    if (type === 'SERVICE_CONTROL_POLICY' && there.length === 1) {
      throw messages.constraintViolation('MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED');
    }
    await notePolicyChange(db, { organizationId: organization.id, type }, call.now);
    await detachOrganizationPolicy(db, { organizationId: organization.id, policyId: PolicyId, targetId: TargetId });
    if (type === 'BACKUP_POLICY')
      await reconcilePolicyPlans(db, organization.id, { now: call.now, random: services.random });
  });
  return {};
};
