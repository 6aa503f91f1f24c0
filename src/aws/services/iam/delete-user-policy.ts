import type { DeleteUserPolicyRequest } from '@aws-sdk/client-iam';
import { userPolicyNotFound } from '../../../messages/iam.ts';
import { deleteInlinePolicy } from '../../../storage/records/iam-policies.ts';
import type { Operation } from '../operation.ts';
import { authorizeUser, getUserRow } from './authorize-user.ts';

export const deleteUserPolicy: Operation<DeleteUserPolicyRequest, object> = async (services, input, call) => {
  const { UserName: name, PolicyName: policyName } = input;
  await authorizeUser(services, call, { action: 'DeleteUserPolicy', name });
  await services.records.write(async (db) => {
    const { account_id: account } = await getUserRow(db, call, name);
    const isGone = await deleteInlinePolicy(db, { account, kind: 'user', name }, policyName);
    if (!isGone) throw userPolicyNotFound(policyName);
  });
  return {};
};
