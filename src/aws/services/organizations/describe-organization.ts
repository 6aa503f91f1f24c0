import type { DescribeOrganizationResponse } from '@aws-sdk/client-organizations';
import { findAccount } from '../../../storage/records/accounts.ts';
import type { Operation } from '../operation.ts';
import { enter } from './enter.ts';
import { toOrganization } from './shapes.ts';

export const describeOrganization: Operation<object, DescribeOrganizationResponse> = async (services, _input, call) => {
  const organization = await enter(services, call, { action: 'DescribeOrganization', by: 'members' });
  const management = await services.records.read((db) => findAccount(db, organization.management_account_id));
  return { Organization: toOrganization(organization, management?.email ?? '') };
};
