import type { ListInstanceProfileTagsRequest, ListInstanceProfileTagsResponse } from '@aws-sdk/client-iam';
import { tagsOf } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeInstanceProfile, getInstanceProfileRow } from './authorize-instance-profile.ts';
import { pageOfList } from './page.ts';
import { toTags } from './tags.ts';

export const listInstanceProfileTags: Operation<
  ListInstanceProfileTagsRequest,
  ListInstanceProfileTagsResponse
> = async (services, input, call) => {
  const { InstanceProfileName: name } = input;
  await authorizeInstanceProfile(services, call, { action: 'ListInstanceProfileTags', name });
  const tags = await services.records.read(async (db) => tagsOf(db, (await getInstanceProfileRow(db, call, name)).arn));
  const { rows, page } = await pageOfList(input, (tag) => tag.Key ?? '', toTags(tags));
  return { Tags: [...rows], ...page };
};
