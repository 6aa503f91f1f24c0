import type { PutGroupPolicyRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeGroup, getGroupRow } from './authorize-group.ts';
import { putInlineDocument } from './put-inline-document.ts';

export const putGroupPolicy: Operation<PutGroupPolicyRequest, object> = async (services, input, call) => {
  const { GroupName: name, PolicyName: policyName, PolicyDocument: document } = input;
  await authorizeGroup(services, call, { action: 'PutGroupPolicy', name });
  await services.records.write(async (db) => {
    const { account_id: account } = await getGroupRow(db, call, name);
    await putInlineDocument(db, { account, kind: 'group', name }, { name: policyName, document });
  });
  return {};
};
