import type { EnableKeyRotationRequest } from '@aws-sdk/client-kms';
import { requireEnabled } from '../../../keys/key-state.ts';
import { requireRotatable } from '../../../keys/rotation.ts';
import * as kms from '../../../messages/kms.ts';
import { updateKeyFamily } from '../../../storage/records/kms.ts';
import type { Operation } from '../operation.ts';
import { openCustomerKey } from './authorize.ts';
import { changeKey } from './change-key.ts';
import { ROTATION_PERIOD_DAYS } from './limits.ts';

/**
 * The period begins now; the material changes with the first look after it. Switched on again, rotation keeps its period
 * unless another is asked for.
 */
export const enableKeyRotation: Operation<EnableKeyRotationRequest, void> = async (services, input, call) => {
  const { KeyId: keyId, RotationPeriodInDays: asked } = input;
  const isOutOfRange = asked !== undefined && (asked < ROTATION_PERIOD_DAYS.min || asked > ROTATION_PERIOD_DAYS.max);
  if (isOutOfRange) throw kms.rotationPeriodOutOfRange();
  const context = asked === undefined ? {} : { 'kms:RotationPeriodInDays': String(asked) };
  const { key } = await openCustomerKey(services, call, { keyId, action: 'kms:EnableKeyRotation', context });
  requireRotatable(key);
  await changeKey(services, call, {
    key,
    require: requireEnabled,
    change(db, { key: current }) {
      const days = asked ?? current.rotation_period_days ?? ROTATION_PERIOD_DAYS.byDefault;
      const isSame = current.rotation_period_days === days;
      const begin = isSame ? {} : { rotation_enabled_at: call.now };
      return updateKeyFamily(db, key.id, { rotation_period_days: days, ...begin });
    },
  });
};
