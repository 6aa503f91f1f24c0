import type { DetachUserPolicyRequest } from '@aws-sdk/client-iam';
import { policyNotFound } from '../../../messages/iam.ts';
import { detachPolicy } from '../../../storage/records/iam-policies.ts';
import type { Operation } from '../operation.ts';
import { authorizeUser, getUserRow } from './authorize-user.ts';

export const detachUserPolicy: Operation<DetachUserPolicyRequest, object> = async (
  services,
  { UserName: name, PolicyArn: arn },
  call,
) => {
  await authorizeUser(services, call, { action: 'DetachUserPolicy', name, context: { 'iam:PolicyARN': arn } });
  await services.records.write(async (db) => {
    const { account_id: account } = await getUserRow(db, call, name);
    if (!(await detachPolicy(db, { account, kind: 'user', name }, arn))) throw policyNotFound(arn);
  });
  return {};
};
