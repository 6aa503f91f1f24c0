import type { AttachGroupPolicyRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { attachManagedPolicy } from './attach-managed-policy.ts';
import { authorizeGroup, getGroupRow } from './authorize-group.ts';

export const attachGroupPolicy: Operation<AttachGroupPolicyRequest, object> = async (
  services,
  { GroupName: name, PolicyArn: arn },
  call,
) => {
  await authorizeGroup(services, call, { action: 'AttachGroupPolicy', name, context: { 'iam:PolicyARN': arn } });
  await services.records.write(async (db) => {
    const { account_id: account } = await getGroupRow(db, call, name);
    await attachManagedPolicy(db, { account, kind: 'group', name }, { arn, now: call.now });
  });
  return {};
};
