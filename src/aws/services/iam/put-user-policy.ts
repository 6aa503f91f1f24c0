import type { PutUserPolicyRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeUser, getUserRow } from './authorize-user.ts';
import { putInlineDocument } from './put-inline-document.ts';

export const putUserPolicy: Operation<PutUserPolicyRequest, object> = async (services, input, call) => {
  const { UserName: name, PolicyName: policyName, PolicyDocument: document } = input;
  await authorizeUser(services, call, { action: 'PutUserPolicy', name });
  await services.records.write(async (db) => {
    const { account_id: account } = await getUserRow(db, call, name);
    await putInlineDocument(db, { account, kind: 'user', name }, { name: policyName, document });
  });
  return {};
};
