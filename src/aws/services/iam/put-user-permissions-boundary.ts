import type { PutUserPermissionsBoundaryRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeUser, getUserRow } from './authorize-user.ts';
import { checkBoundary } from './check-boundary.ts';

export const putUserPermissionsBoundary: Operation<PutUserPermissionsBoundaryRequest, object> = async (
  services,
  { UserName: name, PermissionsBoundary: boundaryArn },
  call,
) => {
  const context = { 'iam:PermissionsBoundary': boundaryArn };
  await authorizeUser(services, call, { action: 'PutUserPermissionsBoundary', name, context });
  await services.records.write(async (db) => {
    const user = await getUserRow(db, call, name);
    await checkBoundary(db, user.account_id, boundaryArn);
    await db.updateTable('iam_users').set({ boundary_arn: boundaryArn }).where('id', '=', user.id).execute();
  });
  return {};
};
