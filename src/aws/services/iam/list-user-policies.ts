import type { ListUserPoliciesRequest, ListUserPoliciesResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeUser, getUserRow } from './authorize-user.ts';
import { listInline } from './list-owner-policies.ts';

export const listUserPolicies: Operation<ListUserPoliciesRequest, ListUserPoliciesResponse> = async (
  services,
  input,
  call,
) => {
  const { UserName: name } = input;
  await authorizeUser(services, call, { action: 'ListUserPolicies', name });
  return services.records.read(async (db) => {
    const { account_id: account } = await getUserRow(db, call, name);
    return listInline(db, { account, kind: 'user', name }, input);
  });
};
