import type { DeleteRolePermissionsBoundaryRequest } from '@aws-sdk/client-iam';
import { noBoundary } from '../../../messages/iam.ts';
import type { RequestContext } from '../../../policy/evaluation.ts';
import { findRole } from '../../../storage/records/iam.ts';
import type { Call, Operation, Services } from '../operation.ts';
import { authorizeRole, getOwnRoleRow } from './authorize-role.ts';

export const deleteRolePermissionsBoundary: Operation<DeleteRolePermissionsBoundaryRequest, object> = async (
  services,
  { RoleName: name },
  call,
) => {
  const context = await boundaryContext(services, call, name);
  await authorizeRole(services, call, { action: 'DeleteRolePermissionsBoundary', name, context });
  await services.records.write(async (db) => {
    const role = await getOwnRoleRow(db, call, name);
    if (role.boundary_arn === null) throw noBoundary('role', name);
    await db.updateTable('iam_roles').set({ boundary_arn: null }).where('id', '=', role.id).execute();
  });
  return {};
};

/** The boundary that would go: policies may keep one in place by it. */
async function boundaryContext({ records }: Services, call: Call, name: string): Promise<RequestContext> {
  const role = await records.read((db) => findRole(db, call.principal.account, name));
  return role?.boundary_arn ? { 'iam:PermissionsBoundary': role.boundary_arn } : {};
}
