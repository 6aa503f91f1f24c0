import type { ListInstanceProfilesForRoleRequest, ListInstanceProfilesForRoleResponse } from '@aws-sdk/client-iam';
import { instanceProfilesOf } from '../../../storage/records/instance-profiles.ts';
import type { Operation } from '../operation.ts';
import { authorizeRole, getRoleRow } from './authorize-role.ts';
import { pageOfList } from './page.ts';
import { toInstanceProfiles } from './to-instance-profile.ts';

/** Terraform asks before it deletes a role. */
export const listInstanceProfilesForRole: Operation<
  ListInstanceProfilesForRoleRequest,
  ListInstanceProfilesForRoleResponse
> = async (services, input, call) => {
  const { RoleName: name } = input;
  await authorizeRole(services, call, { action: 'ListInstanceProfilesForRole', name });
  return services.records.read(async (db) => {
    const { account_id: account } = await getRoleRow(db, call, name);
    const profiles = await instanceProfilesOf(db, account, name);
    const { rows, page } = await pageOfList(input, (profile) => profile.name, profiles);
    return { InstanceProfiles: await toInstanceProfiles(db, rows), ...page };
  });
};
