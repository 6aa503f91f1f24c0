import type { UntagResourceRequest } from '@aws-sdk/client-kms';
import { requireNotPendingDeletion } from '../../../keys/key-state.ts';
import { removeTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { openCustomerKey } from './authorize.ts';
import { changeKey } from './change-key.ts';

export const untagResource: Operation<UntagResourceRequest, void> = async (services, input, call) => {
  const { KeyId: keyId, TagKeys: tagKeys } = input;
  const context = { 'aws:TagKeys': tagKeys };
  const { key } = await openCustomerKey(services, call, { keyId, action: 'kms:UntagResource', context });
  await changeKey(services, call, {
    key,
    require: requireNotPendingDeletion,
    change: (db) => removeTags(db, key.arn, tagKeys),
  });
};
