import type { DeleteUserPermissionsBoundaryRequest } from '@aws-sdk/client-iam';
import { noBoundary } from '../../../messages/iam.ts';
import type { RequestContext } from '../../../policy/evaluation.ts';
import { findUser } from '../../../storage/records/iam.ts';
import type { Call, Operation, Services } from '../operation.ts';
import { authorizeUser, getUserRow } from './authorize-user.ts';

export const deleteUserPermissionsBoundary: Operation<DeleteUserPermissionsBoundaryRequest, object> = async (
  services,
  { UserName: name },
  call,
) => {
  const context = await boundaryContext(services, call, name);
  await authorizeUser(services, call, { action: 'DeleteUserPermissionsBoundary', name, context });
  await services.records.write(async (db) => {
    const user = await getUserRow(db, call, name);
    if (user.boundary_arn === null) throw noBoundary('user', name);
    await db.updateTable('iam_users').set({ boundary_arn: null }).where('id', '=', user.id).execute();
  });
  return {};
};

/** The boundary that would go: policies may keep one in place by it. */
async function boundaryContext({ records }: Services, call: Call, name: string): Promise<RequestContext> {
  const user = await records.read((db) => findUser(db, call.principal.account, name));
  return user?.boundary_arn ? { 'iam:PermissionsBoundary': user.boundary_arn } : {};
}
