import type { RemoveRoleFromInstanceProfileRequest } from '@aws-sdk/client-iam';
import { roleNotInInstanceProfile } from '../../../messages/iam.ts';
import { setProfileRole } from '../../../storage/records/instance-profiles.ts';
import type { Operation } from '../operation.ts';
import { authorizeInstanceProfile, getInstanceProfileRow } from './authorize-instance-profile.ts';
import { getRoleRow } from './authorize-role.ts';

export const removeRoleFromInstanceProfile: Operation<RemoveRoleFromInstanceProfileRequest, object> = async (
  services,
  { InstanceProfileName: name, RoleName: roleName },
  call,
) => {
  await authorizeInstanceProfile(services, call, { action: 'RemoveRoleFromInstanceProfile', name });
  await services.records.write(async (db) => {
    const profile = await getInstanceProfileRow(db, call, name);
    await getRoleRow(db, call, roleName);
    if (profile.role_name !== roleName) throw roleNotInInstanceProfile({ role: roleName, profile: name });
    await setProfileRole(db, profile.id, null);
  });
  return {};
};
