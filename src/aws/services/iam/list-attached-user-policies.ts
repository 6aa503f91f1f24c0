import type { ListAttachedUserPoliciesRequest, ListAttachedUserPoliciesResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeUser, getUserRow } from './authorize-user.ts';
import { listAttached } from './list-owner-policies.ts';

export const listAttachedUserPolicies: Operation<
  ListAttachedUserPoliciesRequest,
  ListAttachedUserPoliciesResponse
> = async (services, input, call) => {
  const { UserName: name } = input;
  await authorizeUser(services, call, { action: 'ListAttachedUserPolicies', name });
  return services.records.read(async (db) => {
    const { account_id: account } = await getUserRow(db, call, name);
    return listAttached(db, { account, kind: 'user', name }, input);
  });
};
