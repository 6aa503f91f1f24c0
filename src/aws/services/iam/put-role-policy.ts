import type { PutRolePolicyRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeRole, getOwnRoleRow } from './authorize-role.ts';
import { putInlineDocument } from './put-inline-document.ts';

export const putRolePolicy: Operation<PutRolePolicyRequest, object> = async (services, input, call) => {
  const { RoleName: name, PolicyName: policyName, PolicyDocument: document } = input;
  await authorizeRole(services, call, { action: 'PutRolePolicy', name });
  await services.records.write(async (db) => {
    const { account_id: account } = await getOwnRoleRow(db, call, name);
    await putInlineDocument(db, { account, kind: 'role', name }, { name: policyName, document });
  });
  return {};
};
