import type { EnableKeyRequest } from '@aws-sdk/client-kms';
import { requireMaterial } from '../../../keys/key-state.ts';
import { updateKey } from '../../../storage/records/kms.ts';
import type { Operation } from '../operation.ts';
import { openCustomerKey } from './authorize.ts';
import { changeKey } from './change-key.ts';

export const enableKey: Operation<EnableKeyRequest, void> = async (services, input, call) => {
  const { key } = await openCustomerKey(services, call, { keyId: input.KeyId, action: 'kms:EnableKey' });
  await changeKey(services, call, {
    key,
    require: requireMaterial,
    change: (db) => updateKey(db, key.arn, { state: 'Enabled' }),
  });
};
