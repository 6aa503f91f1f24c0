import type { MoveAccountRequest } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { findMember, moveMember } from '../../../storage/records/organization-members.ts';
import { notePolicyChange } from '../../../storage/records/organization-policies.ts';
import { reconcilePolicyPlans } from '../../../storage/records/policy-plans.ts';
import type { Operation } from '../operation.ts';
import { accountArn } from './arns.ts';
import { enter } from './enter.ts';
import { hasContainer } from './find-place.ts';

export const moveAccount: Operation<MoveAccountRequest, object> = async (services, input, call) => {
  const { AccountId, SourceParentId, DestinationParentId } = input;
  const organization = await enter(services, call, {
    action: 'MoveAccount',
    by: 'management',
    resource: (own) => accountArn(own, AccountId),
  });
  await services.records.write(async (db) => {
    const account = await findMember(db, organization.id, AccountId);
    if (!account) throw messages.accountNotFound();
    if (!(await hasContainer(db, organization, DestinationParentId))) throw messages.destinationParentNotFound();
    if (account.parent_id !== SourceParentId) throw messages.sourceParentNotFound();
    if (account.parent_id === DestinationParentId) throw messages.duplicateAccount();
    await moveMember(db, AccountId, DestinationParentId);
    await notePolicyChange(db, { organizationId: organization.id }, call.now);
    await reconcilePolicyPlans(db, organization.id, { now: call.now, random: services.random });
  });
  return {};
};
