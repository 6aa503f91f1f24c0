import type { UpdateAssumeRolePolicyRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeRole, getOwnRoleRow } from './authorize-role.ts';
import { checkTrustPolicy } from './check-policy-document.ts';

export const updateAssumeRolePolicy: Operation<UpdateAssumeRolePolicyRequest, object> = async (
  services,
  { RoleName: name, PolicyDocument: document },
  call,
) => {
  await authorizeRole(services, call, { action: 'UpdateAssumeRolePolicy', name });
  await services.records.write(async (db) => {
    const role = await getOwnRoleRow(db, call, name);
    await checkTrustPolicy(db, document);
    await db.updateTable('iam_roles').set({ trust_policy: document }).where('id', '=', role.id).execute();
  });
  return {};
};
