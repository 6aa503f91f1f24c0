import type { AddRoleToInstanceProfileRequest } from '@aws-sdk/client-iam';
import { quotaExceeded } from '../../../messages/iam.ts';
import { findRole } from '../../../storage/records/iam.ts';
import { setProfileRole } from '../../../storage/records/instance-profiles.ts';
import type { Operation } from '../operation.ts';
import { authorizeInstanceProfile, getInstanceProfileRow } from './authorize-instance-profile.ts';
import { authorizePassRole } from './authorize-pass-role.ts';
import { getOwnRoleRow } from './authorize-role.ts';

/** An instance profile holds one role; whoever puts it there needs the right to pass it to EC2. */
export const addRoleToInstanceProfile: Operation<AddRoleToInstanceProfileRequest, object> = async (
  services,
  { InstanceProfileName: name, RoleName: roleName },
  call,
) => {
  await authorizeInstanceProfile(services, call, { action: 'AddRoleToInstanceProfile', name });
  const role = await services.records.read((db) => findRole(db, call.principal.account, roleName));
  if (role !== undefined) await authorizePassRole(services, call, { role, service: 'ec2.amazonaws.com' });
  await services.records.write(async (db) => {
    const profile = await getInstanceProfileRow(db, call, name);
    await getOwnRoleRow(db, call, roleName);
    if (profile.role_name !== null) throw quotaExceeded({ quota: 'InstanceSessionsPerInstanceProfile', max: 1 });
    await setProfileRole(db, profile.id, roleName);
  });
  return {};
};
