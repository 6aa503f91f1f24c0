import type { DescribeEffectivePolicyRequest, DescribeEffectivePolicyResponse } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { findMember } from '../../../storage/records/organization-members.ts';
import { policiesChangedAt } from '../../../storage/records/organization-policies.ts';
import { effectiveManagementPolicy } from '../../../storage/records/organizations.ts';
import type { Operation } from '../operation.ts';
import { targetArn } from './arns.ts';
import { enter } from './enter.ts';
import { entryContext } from './entry-context.ts';

/** What the policies of a type along an account's path come to, as of when any of them last changed. A member may ask about itself, the administrators about every account. */
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
  const effective = await services.records.read(async (db) => {
    const account = await findMember(db, organization.id, target);
    if (!account) throw messages.targetNotFound();
    const content = await effectiveManagementPolicy(db, target, type);
    const changedAt = (await policiesChangedAt(db, organization.id, type)) ?? organization.created_at;
    return content === undefined ? undefined : { content, at: Math.max(changedAt, account.joined_at ?? 0) };
  });
  if (!effective) throw messages.effectivePolicyNotFound();
  return {
    EffectivePolicy: {
      PolicyContent: effective.content,
      LastUpdatedTimestamp: new Date(effective.at),
      TargetId: target,
      PolicyType: type,
    },
  };
};
