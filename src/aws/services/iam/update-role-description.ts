import type { UpdateRoleDescriptionRequest, UpdateRoleDescriptionResponse } from '@aws-sdk/client-iam';
import { tagsOf } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeRole, getRoleRow } from './authorize-role.ts';
import { toRole } from './to-role.ts';

/** The elder of UpdateRole; a role that a service owns may be described anew as well. */
export const updateRoleDescription: Operation<UpdateRoleDescriptionRequest, UpdateRoleDescriptionResponse> = async (
  services,
  { RoleName: name, Description: description },
  call,
) => {
  await authorizeRole(services, call, { action: 'UpdateRoleDescription', name });
  return services.records.write(async (db) => {
    const role = await getRoleRow(db, call, name);
    await db.updateTable('iam_roles').set({ description }).where('id', '=', role.id).execute();
    return { Role: toRole({ ...role, description }, await tagsOf(db, role.arn)) };
  });
};
