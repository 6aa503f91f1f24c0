import type { DeleteGroupPolicyRequest } from '@aws-sdk/client-iam';
import { groupPolicyNotFound } from '../../../messages/iam.ts';
import { deleteInlinePolicy } from '../../../storage/records/iam-policies.ts';
import type { Operation } from '../operation.ts';
import { authorizeGroup, getGroupRow } from './authorize-group.ts';

export const deleteGroupPolicy: Operation<DeleteGroupPolicyRequest, object> = async (services, input, call) => {
  const { GroupName: name, PolicyName: policyName } = input;
  await authorizeGroup(services, call, { action: 'DeleteGroupPolicy', name });
  await services.records.write(async (db) => {
    const { account_id: account } = await getGroupRow(db, call, name);
    const isGone = await deleteInlinePolicy(db, { account, kind: 'group', name }, policyName);
    if (!isGone) throw groupPolicyNotFound(policyName);
  });
  return {};
};
