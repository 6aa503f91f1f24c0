import type { DeleteRolePolicyRequest } from '@aws-sdk/client-iam';
import { rolePolicyNotFound } from '../../../messages/iam.ts';
import { deleteInlinePolicy } from '../../../storage/records/iam-policies.ts';
import type { Operation } from '../operation.ts';
import { authorizeRole, getOwnRoleRow } from './authorize-role.ts';

export const deleteRolePolicy: Operation<DeleteRolePolicyRequest, object> = async (services, input, call) => {
  const { RoleName: name, PolicyName: policyName } = input;
  await authorizeRole(services, call, { action: 'DeleteRolePolicy', name });
  await services.records.write(async (db) => {
    const { account_id: account } = await getOwnRoleRow(db, call, name);
    const isGone = await deleteInlinePolicy(db, { account, kind: 'role', name }, policyName);
    if (!isGone) throw rolePolicyNotFound(policyName);
  });
  return {};
};
