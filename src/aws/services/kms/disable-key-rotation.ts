import type { DisableKeyRotationRequest } from '@aws-sdk/client-kms';
import { requireEnabled } from '../../../keys/key-state.ts';
import { requireRotatable } from '../../../keys/rotation.ts';
import { updateKeyFamily } from '../../../storage/records/kms.ts';
import type { Operation } from '../operation.ts';
import { openCustomerKey } from './authorize.ts';
import { changeKey } from './change-key.ts';

export const disableKeyRotation: Operation<DisableKeyRotationRequest, void> = async (services, input, call) => {
  const { key } = await openCustomerKey(services, call, { keyId: input.KeyId, action: 'kms:DisableKeyRotation' });
  requireRotatable(key);
  await changeKey(services, call, {
    key,
    require: requireEnabled,
    change: (db) => updateKeyFamily(db, key.id, { rotation_period_days: null, rotation_enabled_at: null }),
  });
};
