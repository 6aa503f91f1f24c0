import type { AttachRolePolicyRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { attachManagedPolicy } from './attach-managed-policy.ts';
import { authorizeRole, getOwnRoleRow } from './authorize-role.ts';

export const attachRolePolicy: Operation<AttachRolePolicyRequest, object> = async (
  services,
  { RoleName: name, PolicyArn: arn },
  call,
) => {
  await authorizeRole(services, call, { action: 'AttachRolePolicy', name, context: { 'iam:PolicyARN': arn } });
  await services.records.write(async (db) => {
    const { account_id: account } = await getOwnRoleRow(db, call, name);
    await attachManagedPolicy(db, { account, kind: 'role', name }, { arn, now: call.now });
  });
  return {};
};
