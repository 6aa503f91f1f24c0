import type { ListPolicyTagsRequest, ListPolicyTagsResponse } from '@aws-sdk/client-iam';
import { tagsOf } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { viewPolicy } from './managed-policy-view.ts';
import { pageOfList } from './page.ts';
import { toTags } from './tags.ts';

export const listPolicyTags: Operation<ListPolicyTagsRequest, ListPolicyTagsResponse> = async (
  services,
  input,
  call,
) => {
  const { PolicyArn: arn } = input;
  await authorizeIam(services, call, { action: 'ListPolicyTags', resource: arn });
  const tags = await services.records.read(async (db) => tagsOf(db, (await viewPolicy(db, call, arn)).arn));
  const { rows, page } = await pageOfList(input, (tag) => tag.Key ?? '', toTags(tags));
  return { Tags: [...rows], ...page };
};
