import type { DetachRolePolicyRequest } from '@aws-sdk/client-iam';
import { policyNotFound } from '../../../messages/iam.ts';
import { detachPolicy } from '../../../storage/records/iam-policies.ts';
import type { Operation } from '../operation.ts';
import { authorizeRole, getOwnRoleRow } from './authorize-role.ts';

export const detachRolePolicy: Operation<DetachRolePolicyRequest, object> = async (
  services,
  { RoleName: name, PolicyArn: arn },
  call,
) => {
  await authorizeRole(services, call, { action: 'DetachRolePolicy', name, context: { 'iam:PolicyARN': arn } });
  await services.records.write(async (db) => {
    const { account_id: account } = await getOwnRoleRow(db, call, name);
    if (!(await detachPolicy(db, { account, kind: 'role', name }, arn))) throw policyNotFound(arn);
  });
  return {};
};
