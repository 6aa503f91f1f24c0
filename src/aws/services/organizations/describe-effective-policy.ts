import type { DescribeEffectivePolicyRequest, DescribeEffectivePolicyResponse } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { findMember } from '../../../storage/records/organization-members.ts';
import { effectiveManagementPolicy } from '../../../storage/records/organizations.ts';
import type { Operation } from '../operation.ts';
import { targetArn } from './arns.ts';
import { enter } from './enter.ts';
import { entryContext } from './entry-context.ts';

/** What the tag or backup policies along an account's path come to. A member may ask about itself, the administrators about every account. */
export const describeEffectivePolicy: Operation<
  DescribeEffectivePolicyRequest,
  DescribeEffectivePolicyResponse
> = async (services, input, call) => {
  const target = input.TargetId ?? call.principal.account;
  const type = input.PolicyType;
  const organization = await enter(services, call, {
    action: 'DescribeEffectivePolicy',
    by: target === call.principal.account ? 'members' : 'administrators',
    resource: (own) => targetArn(own, target),
    context: entryContext({ policyType: input.PolicyType }),
  });
  const content = await services.records.read(async (db) => {
    if (!(await findMember(db, organization.id, target))) throw messages.targetNotFound();
    return type === 'TAG_POLICY' || type === 'BACKUP_POLICY' ? effectiveManagementPolicy(db, target, type) : undefined;
  });
  if (content === undefined) throw messages.effectivePolicyNotFound();
  return {
    EffectivePolicy: {
      PolicyContent: content,
      LastUpdatedTimestamp: new Date(call.now),
      TargetId: target,
      PolicyType: type,
    },
  };
};
