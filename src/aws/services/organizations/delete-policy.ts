import type { DeletePolicyRequest } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { deletePolicy as deleteFromRecords, targetsOfPolicy } from '../../../storage/records/organization-policies.ts';
import { removeAllTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { policyArn } from './arns.ts';
import { enterPolicy, requireOwn } from './enter-policy.ts';

export const deletePolicy: Operation<DeletePolicyRequest, object> = async (services, input, call) => {
  const { organization, policy } = await enterPolicy(services, call, {
    action: 'DeletePolicy',
    by: 'management',
    policyId: input.PolicyId,
  });
  requireOwn(policy);
  await services.records.write(async (db) => {
    const targets = await targetsOfPolicy(db, organization.id, policy.id);
    if (targets.length > 0) throw messages.policyInUse();
    await deleteFromRecords(db, policy.id);
    await removeAllTags(db, policyArn(organization, policy));
  });
  return {};
};
