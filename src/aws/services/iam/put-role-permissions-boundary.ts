import type { PutRolePermissionsBoundaryRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeRole, getOwnRoleRow } from './authorize-role.ts';
import { checkBoundary } from './check-boundary.ts';

export const putRolePermissionsBoundary: Operation<PutRolePermissionsBoundaryRequest, object> = async (
  services,
  { RoleName: name, PermissionsBoundary: boundaryArn },
  call,
) => {
  const context = { 'iam:PermissionsBoundary': boundaryArn };
  await authorizeRole(services, call, { action: 'PutRolePermissionsBoundary', name, context });
  await services.records.write(async (db) => {
    const role = await getOwnRoleRow(db, call, name);
    await checkBoundary(db, role.account_id, boundaryArn);
    await db.updateTable('iam_roles').set({ boundary_arn: boundaryArn }).where('id', '=', role.id).execute();
  });
  return {};
};
