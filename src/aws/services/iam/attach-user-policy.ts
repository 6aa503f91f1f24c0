import type { AttachUserPolicyRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { attachManagedPolicy } from './attach-managed-policy.ts';
import { authorizeUser, getUserRow } from './authorize-user.ts';

export const attachUserPolicy: Operation<AttachUserPolicyRequest, object> = async (
  services,
  { UserName: name, PolicyArn: arn },
  call,
) => {
  await authorizeUser(services, call, { action: 'AttachUserPolicy', name, context: { 'iam:PolicyARN': arn } });
  await services.records.write(async (db) => {
    const { account_id: account } = await getUserRow(db, call, name);
    await attachManagedPolicy(db, { account, kind: 'user', name }, { arn, now: call.now });
  });
  return {};
};
