import type { UpdateRoleRequest, UpdateRoleResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeRole, getOwnRoleRow } from './authorize-role.ts';

export const updateRole: Operation<UpdateRoleRequest, UpdateRoleResponse> = async (services, input, call) => {
  const { RoleName: name, Description: description, MaxSessionDuration: seconds } = input;
  await authorizeRole(services, call, { action: 'UpdateRole', name });
  await services.records.write(async (db) => {
    const role = await getOwnRoleRow(db, call, name);
    await db
      .updateTable('iam_roles')
      .set({
        description: description ?? role.description,
        max_session_seconds: seconds ?? role.max_session_seconds,
      })
      .where('id', '=', role.id)
      .execute();
  });
  return {};
};
