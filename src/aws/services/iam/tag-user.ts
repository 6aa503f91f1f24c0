import type { TagUserRequest } from '@aws-sdk/client-iam';
import { putTags, tagsOf } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeUser, getUserRow } from './authorize-user.ts';
import { checkTagCount, readTags, tagContext } from './tags.ts';

export const tagUser: Operation<TagUserRequest, object> = async (services, { UserName: name, Tags }, call) => {
  const tags = readTags(Tags);
  await authorizeUser(services, call, { action: 'TagUser', name, context: tagContext(tags) });
  await services.records.write(async (db) => {
    const { arn } = await getUserRow(db, call, name);
    checkTagCount({ ...(await tagsOf(db, arn)), ...tags }, 'User');
    await putTags(db, arn, tags);
  });
  return {};
};
