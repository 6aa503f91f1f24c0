import * as messages from '../../../messages/organizations.ts';
import { leaveOrganization, listMembers } from '../../../storage/records/organization-members.ts';
import { deleteOrganization as deleteFromRecords } from '../../../storage/records/organizations.ts';
import { reconcilePolicyPlans } from '../../../storage/records/policy-plans.ts';
import type { Operation } from '../operation.ts';
import { organizationArn } from './arns.ts';
import { enter } from './enter.ts';

/** Units and policies go with the organization; member accounts must have gone before. */
export const deleteOrganization: Operation<object, object> = async (services, _input, call) => {
  const organization = await enter(services, call, {
    action: 'DeleteOrganization',
    by: 'management',
    resource: organizationArn,
  });
  await services.records.write(async (db) => {
    const members = await listMembers(db, organization.id);
    if (members.length > 1) throw messages.organizationNotEmpty();
    await leaveOrganization(db, organization.id, organization.management_account_id);
    await reconcilePolicyPlans(db, organization.id, { now: call.now, random: services.random });
    await deleteFromRecords(db, organization);
  });
  return {};
};
