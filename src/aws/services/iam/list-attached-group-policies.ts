import type { ListAttachedGroupPoliciesRequest, ListAttachedGroupPoliciesResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeGroup, getGroupRow } from './authorize-group.ts';
import { listAttached } from './list-owner-policies.ts';

export const listAttachedGroupPolicies: Operation<
  ListAttachedGroupPoliciesRequest,
  ListAttachedGroupPoliciesResponse
> = async (services, input, call) => {
  const { GroupName: name } = input;
  await authorizeGroup(services, call, { action: 'ListAttachedGroupPolicies', name });
  return services.records.read(async (db) => {
    const { account_id: account } = await getGroupRow(db, call, name);
    return listAttached(db, { account, kind: 'group', name }, input);
  });
};
