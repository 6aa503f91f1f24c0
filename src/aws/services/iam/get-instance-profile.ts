import type { GetInstanceProfileRequest, GetInstanceProfileResponse } from '@aws-sdk/client-iam';
import { tagsOf } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeInstanceProfile, getInstanceProfileRow } from './authorize-instance-profile.ts';
import { toInstanceProfile } from './to-instance-profile.ts';

export const getInstanceProfile: Operation<GetInstanceProfileRequest, GetInstanceProfileResponse> = async (
  services,
  { InstanceProfileName: name },
  call,
) => {
  await authorizeInstanceProfile(services, call, { action: 'GetInstanceProfile', name });
  return services.records.read(async (db) => {
    const row = await getInstanceProfileRow(db, call, name);
    return { InstanceProfile: await toInstanceProfile(db, row, await tagsOf(db, row.arn)) };
  });
};
