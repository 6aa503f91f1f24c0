import type { TagResourceRequest } from '@aws-sdk/client-kms';
import { requireNotPendingDeletion } from '../../../keys/key-state.ts';
import { TAGS_PER_KEY_MAX } from '../../../keys/limits.ts';
import * as kms from '../../../messages/kms.ts';
import { putTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { openCustomerKey } from './authorize.ts';
import { changeKey } from './change-key.ts';
import { parseTags, tagContext } from './key-tags.ts';

export const tagResource: Operation<TagResourceRequest, void> = async (services, input, call) => {
  const tags = parseTags(input.Tags);
  const context = tagContext(tags);
  const { key } = await openCustomerKey(services, call, { keyId: input.KeyId, action: 'kms:TagResource', context });
  await changeKey(services, call, {
    key,
    require: requireNotPendingDeletion,
    async change(db, record) {
      const count = Object.keys({ ...record.tags, ...tags }).length;
      if (count > TAGS_PER_KEY_MAX) throw kms.tagsTooMany();
      await putTags(db, key.arn, tags);
    },
  });
};
