import type { UpdateKeyDescriptionRequest } from '@aws-sdk/client-kms';
import { requireNotPendingDeletion } from '../../../keys/key-state.ts';
import { updateKey } from '../../../storage/records/kms.ts';
import type { Operation } from '../operation.ts';
import { openCustomerKey } from './authorize.ts';
import { changeKey } from './change-key.ts';

export const updateKeyDescription: Operation<UpdateKeyDescriptionRequest, void> = async (services, input, call) => {
  const { KeyId: keyId, Description: description } = input;
  const { key } = await openCustomerKey(services, call, { keyId, action: 'kms:UpdateKeyDescription' });
  await changeKey(services, call, {
    key,
    require: requireNotPendingDeletion,
    change: (db) => updateKey(db, key.arn, { description }),
  });
};
