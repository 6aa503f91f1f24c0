import type { ListRoleTagsRequest, ListRoleTagsResponse } from '@aws-sdk/client-iam';
import { tagsOf } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeRole, getRoleRow } from './authorize-role.ts';
import { pageOfList } from './page.ts';
import { toTags } from './tags.ts';

export const listRoleTags: Operation<ListRoleTagsRequest, ListRoleTagsResponse> = async (services, input, call) => {
  const { RoleName: name } = input;
  await authorizeRole(services, call, { action: 'ListRoleTags', name });
  const tags = await services.records.read(async (db) => tagsOf(db, (await getRoleRow(db, call, name)).arn));
  const { rows, page } = await pageOfList(input, (tag) => tag.Key ?? '', toTags(tags));
  return { Tags: [...rows], ...page };
};
