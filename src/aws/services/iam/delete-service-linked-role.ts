import type { DeleteServiceLinkedRoleRequest, DeleteServiceLinkedRoleResponse } from '@aws-sdk/client-iam';
import { notServiceLinked } from '../../../messages/iam.ts';
import { forgetPrincipal } from '../../../storage/records/forget-principal.ts';
import type { RoleRow } from '../../../storage/records/iam.ts';
import type { Database } from '../../../storage/records/records.ts';
import { removeAllTags } from '../../../storage/records/tags.ts';
import { randomUuid } from '../../../util/random.ts';
import type { Operation } from '../operation.ts';
import { authorizeRole, getRoleRow } from './authorize-role.ts';
import { isStillNeeded } from './is-still-needed.ts';

/**
 * Asks the service to let its role go. AWS works on it later; here it is done, or refused, at once, and
 * GetServiceLinkedRoleDeletionStatus tells which.
 */
export const deleteServiceLinkedRole: Operation<
  DeleteServiceLinkedRoleRequest,
  DeleteServiceLinkedRoleResponse
> = async (services, { RoleName: name }, call) => {
  await authorizeRole(services, call, { action: 'DeleteServiceLinkedRole', name });
  const service = await services.records.write(async (db) => {
    const role = await getRoleRow(db, call, name);
    if (role.linked_service === null) throw notServiceLinked(name);
    if (!(await isStillNeeded(db, role))) await remove(db, role);
    return role.linked_service;
  });
  return { DeletionTaskId: `task/aws-service-role/${service}/${name}/${randomUuid(services.random)}` };
};

async function remove(db: Database, role: RoleRow): Promise<void> {
  const { account_id: account, name } = role;
  await db
    .deleteFrom('iam_attached_policies')
    .where('account_id', '=', account)
    .where('owner_kind', '=', 'role')
    .where('owner_name', '=', name)
    .execute();
  await db.deleteFrom('iam_roles').where('id', '=', role.id).execute();
  await removeAllTags(db, role.arn);
  await forgetPrincipal(db, role);
}
