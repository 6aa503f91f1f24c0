import type { ListTagsForResourceRequest, ListTagsForResourceResponse } from '@aws-sdk/client-organizations';
import { tagsOf } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { enterTagged } from './enter-tagged.ts';
import { TAGS_MAX } from './limits.ts';
import { pageOf } from './page-of.ts';

export const listTagsForResource: Operation<ListTagsForResourceRequest, ListTagsForResourceResponse> = async (
  services,
  input,
  call,
) => {
  const arn = await enterTagged(services, call, {
    action: 'ListTagsForResource',
    by: 'administrators',
    resourceId: input.ResourceId,
  });
  const tags = await services.records.read((db) => tagsOf(db, arn));
  const page = { NextToken: input.NextToken, MaxResults: TAGS_MAX };
  const { rows, next } = pageOf('ListTagsForResource', Object.entries(tags), page, ([key]) => key);
  return { Tags: rows.map(([Key, Value]) => ({ Key, Value })), ...next };
};
