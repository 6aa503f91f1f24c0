import type { ListRolePoliciesRequest, ListRolePoliciesResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeRole, getRoleRow } from './authorize-role.ts';
import { listInline } from './list-owner-policies.ts';

export const listRolePolicies: Operation<ListRolePoliciesRequest, ListRolePoliciesResponse> = async (
  services,
  input,
  call,
) => {
  const { RoleName: name } = input;
  await authorizeRole(services, call, { action: 'ListRolePolicies', name });
  return services.records.read(async (db) => {
    const { account_id: account } = await getRoleRow(db, call, name);
    return listInline(db, { account, kind: 'role', name }, input);
  });
};
