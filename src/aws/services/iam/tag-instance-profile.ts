import type { TagInstanceProfileRequest } from '@aws-sdk/client-iam';
import { putTags, tagsOf } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeInstanceProfile, getInstanceProfileRow } from './authorize-instance-profile.ts';
import { checkTagCount, readTags, tagContext } from './tags.ts';

export const tagInstanceProfile: Operation<TagInstanceProfileRequest, object> = async (
  services,
  { InstanceProfileName: name, Tags },
  call,
) => {
  const tags = readTags(Tags);
  await authorizeInstanceProfile(services, call, { action: 'TagInstanceProfile', name, context: tagContext(tags) });
  await services.records.write(async (db) => {
    const { arn } = await getInstanceProfileRow(db, call, name);
    checkTagCount({ ...(await tagsOf(db, arn)), ...tags }, 'InstanceProfile');
    await putTags(db, arn, tags);
  });
  return {};
};
