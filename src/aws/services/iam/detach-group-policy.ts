import type { DetachGroupPolicyRequest } from '@aws-sdk/client-iam';
import { policyNotFound } from '../../../messages/iam.ts';
import { detachPolicy } from '../../../storage/records/iam-policies.ts';
import type { Operation } from '../operation.ts';
import { authorizeGroup, getGroupRow } from './authorize-group.ts';

export const detachGroupPolicy: Operation<DetachGroupPolicyRequest, object> = async (
  services,
  { GroupName: name, PolicyArn: arn },
  call,
) => {
  await authorizeGroup(services, call, { action: 'DetachGroupPolicy', name, context: { 'iam:PolicyARN': arn } });
  await services.records.write(async (db) => {
    const { account_id: account } = await getGroupRow(db, call, name);
    if (!(await detachPolicy(db, { account, kind: 'group', name }, arn))) throw policyNotFound(arn);
  });
  return {};
};
