import type { ListUserTagsRequest, ListUserTagsResponse } from '@aws-sdk/client-iam';
import { tagsOf } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeUser, getUserRow } from './authorize-user.ts';
import { pageOfList } from './page.ts';
import { toTags } from './tags.ts';

export const listUserTags: Operation<ListUserTagsRequest, ListUserTagsResponse> = async (services, input, call) => {
  const { UserName: name } = input;
  await authorizeUser(services, call, { action: 'ListUserTags', name });
  const tags = await services.records.read(async (db) => tagsOf(db, (await getUserRow(db, call, name)).arn));
  const { rows, page } = await pageOfList(input, (tag) => tag.Key ?? '', toTags(tags));
  return { Tags: [...rows], ...page };
};
