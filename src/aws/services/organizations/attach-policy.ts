import type { AttachPolicyRequest } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import {
  attachOrganizationPolicy,
  notePolicyChange,
  policiesOnTarget,
} from '../../../storage/records/organization-policies.ts';
import { isTypeEnabled } from '../../../storage/records/organizations.ts';
import { reconcilePolicyPlans } from '../../../storage/records/policy-plans.ts';
import type { Operation } from '../operation.ts';
import { enterPolicy } from './enter-policy.ts';
import { findPlace } from './find-place.ts';
import { ATTACHMENTS_MAX, ATTACHMENTS_MAX_OTHERWISE } from './limits.ts';

/** The policy binds its target and all below from now on. */
export const attachPolicy: Operation<AttachPolicyRequest, object> = async (services, input, call) => {
  const { PolicyId, TargetId } = input;
  const { organization, policy } = await enterPolicy(services, call, {
    action: 'AttachPolicy',
    by: 'management',
    policyId: PolicyId,
    targetId: TargetId,
  });
  await services.records.write(async (db) => {
    const { type } = policy;
    if (!(await isTypeEnabled(db, organization.id, type))) throw messages.policyTypeNotEnabled();
    if (!(await findPlace(db, organization, TargetId))) throw messages.targetNotFound();
    const there = await policiesOnTarget(db, { organizationId: organization.id, targetId: TargetId, type });
    if (there.some(({ id }) => id === PolicyId)) throw messages.duplicatePolicyAttachment();
    if (there.length >= (ATTACHMENTS_MAX[type] ?? ATTACHMENTS_MAX_OTHERWISE)) {
      throw messages.constraintViolation('MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED');
    }
    await notePolicyChange(db, { organizationId: organization.id, type }, call.now);
    await attachOrganizationPolicy(db, { organizationId: organization.id, policyId: PolicyId, targetId: TargetId });
    if (type === 'BACKUP_POLICY')
      await reconcilePolicyPlans(db, organization.id, { now: call.now, random: services.random });
  });
  return {};
};
