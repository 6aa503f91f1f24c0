import type { DisableKeyRequest } from '@aws-sdk/client-kms';
import { requireMaterial } from '../../../keys/key-state.ts';
import { updateKey } from '../../../storage/records/kms.ts';
import type { Operation } from '../operation.ts';
import { openCustomerKey } from './authorize.ts';
import { changeKey } from './change-key.ts';

export const disableKey: Operation<DisableKeyRequest, void> = async (services, input, call) => {
  const { key } = await openCustomerKey(services, call, { keyId: input.KeyId, action: 'kms:DisableKey' });
  await changeKey(services, call, {
    key,
    require: requireMaterial,
    change: (db) => updateKey(db, key.arn, { state: 'Disabled' }),
  });
};
