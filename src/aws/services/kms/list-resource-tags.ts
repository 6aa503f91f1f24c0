import type { ListResourceTagsRequest, ListResourceTagsResponse } from '@aws-sdk/client-kms';
import type { Operation } from '../operation.ts';
import { openOwnKey } from './authorize.ts';
import { PAGE_SIZES } from './limits.ts';
import { toPage } from './page.ts';

export const listResourceTags: Operation<ListResourceTagsRequest, ListResourceTagsResponse> = async (
  services,
  input,
  call,
) => {
  const { tags } = await openOwnKey(services, call, { keyId: input.KeyId, action: 'kms:ListResourceTags' });
  const pairs = Object.entries(tags).sort(([one], [other]) => (one < other ? -1 : 1));
  const { items, more } = toPage(pairs, input, {
    list: 'ListResourceTags',
    keyOf: ([key]) => key,
    size: PAGE_SIZES.tags,
  });
  return { Tags: items.map(([TagKey, TagValue]) => ({ TagKey, TagValue })), ...more };
};
