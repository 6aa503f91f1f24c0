import type { ListInstanceProfilesForRoleRequest, ListInstanceProfilesForRoleResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeRole, getRoleRow } from './authorize-role.ts';

/** No role has any: instance profiles cannot be made here. Terraform asks before it deletes a role. */
export const listInstanceProfilesForRole: Operation<
  ListInstanceProfilesForRoleRequest,
  ListInstanceProfilesForRoleResponse
> = async (services, { RoleName: name }, call) => {
  await authorizeRole(services, call, { action: 'ListInstanceProfilesForRole', name });
  await services.records.read((db) => getRoleRow(db, call, name));
  return { InstanceProfiles: [], IsTruncated: false };
};
