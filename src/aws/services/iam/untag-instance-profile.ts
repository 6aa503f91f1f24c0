import type { UntagInstanceProfileRequest } from '@aws-sdk/client-iam';
import { removeTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeInstanceProfile, getInstanceProfileRow } from './authorize-instance-profile.ts';

export const untagInstanceProfile: Operation<UntagInstanceProfileRequest, object> = async (
  services,
  { InstanceProfileName: name, TagKeys: keys },
  call,
) => {
  const context = { 'aws:TagKeys': keys };
  await authorizeInstanceProfile(services, call, { action: 'UntagInstanceProfile', name, context });
  await services.records.write(async (db) => removeTags(db, (await getInstanceProfileRow(db, call, name)).arn, keys));
  return {};
};
