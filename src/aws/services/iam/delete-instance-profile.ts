import type { DeleteInstanceProfileRequest } from '@aws-sdk/client-iam';
import { hasInstanceProfile } from '../../../messages/iam.ts';
import { removeAllTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeInstanceProfile, getInstanceProfileRow } from './authorize-instance-profile.ts';

export const deleteInstanceProfile: Operation<DeleteInstanceProfileRequest, object> = async (
  services,
  { InstanceProfileName: name },
  call,
) => {
  await authorizeInstanceProfile(services, call, { action: 'DeleteInstanceProfile', name });
  await services.records.write(async (db) => {
    const { id, arn, role_name } = await getInstanceProfileRow(db, call, name);
    if (role_name !== null) throw hasInstanceProfile();
    await db.deleteFrom('iam_instance_profiles').where('id', '=', id).execute();
    await removeAllTags(db, arn);
  });
  return {};
};
