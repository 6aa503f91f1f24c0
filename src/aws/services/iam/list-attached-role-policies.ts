import type { ListAttachedRolePoliciesRequest, ListAttachedRolePoliciesResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeRole, getRoleRow } from './authorize-role.ts';
import { listAttached } from './list-owner-policies.ts';

export const listAttachedRolePolicies: Operation<
  ListAttachedRolePoliciesRequest,
  ListAttachedRolePoliciesResponse
> = async (services, input, call) => {
  const { RoleName: name } = input;
  await authorizeRole(services, call, { action: 'ListAttachedRolePolicies', name });
  return services.records.read(async (db) => {
    const { account_id: account } = await getRoleRow(db, call, name);
    return listAttached(db, { account, kind: 'role', name }, input);
  });
};
