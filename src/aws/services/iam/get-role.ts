import type { GetRoleRequest, GetRoleResponse } from '@aws-sdk/client-iam';
import { tagsOf } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeRole, getRoleRow } from './authorize-role.ts';
import { toRole, toRoleLastUsed } from './to-role.ts';

export const getRole: Operation<GetRoleRequest, GetRoleResponse> = async (services, { RoleName: name }, call) => {
  await authorizeRole(services, call, { action: 'GetRole', name });
  return services.records.read(async (db) => {
    const role = await getRoleRow(db, call, name);
    return { Role: { ...toRole(role, await tagsOf(db, role.arn)), RoleLastUsed: toRoleLastUsed(role) } };
  });
};
