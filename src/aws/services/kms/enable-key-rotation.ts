import type { EnableKeyRotationRequest } from '@aws-sdk/client-kms';
import { requireEnabled } from '../../../keys/key-state.ts';
import * as kms from '../../../messages/kms.ts';
import { updateKey } from '../../../storage/records/kms.ts';
import type { Operation } from '../operation.ts';
import { openCustomerKey } from './authorize.ts';
import { changeKey } from './change-key.ts';
import { ROTATION_PERIOD_DAYS } from './limits.ts';

/** The period begins now; the material changes with the first use after it. */
export const enableKeyRotation: Operation<EnableKeyRotationRequest, void> = async (services, input, call) => {
  const { KeyId: keyId, RotationPeriodInDays: asked } = input;
  const days = asked ?? ROTATION_PERIOD_DAYS.byDefault;
  if (days < ROTATION_PERIOD_DAYS.min || days > ROTATION_PERIOD_DAYS.max) throw kms.rotationPeriodOutOfRange();
  const context = asked === undefined ? {} : { 'kms:RotationPeriodInDays': String(days) };
  const { key } = await openCustomerKey(services, call, { keyId, action: 'kms:EnableKeyRotation', context });
  await changeKey(services, call, {
    key,
    require: requireEnabled,
    change: (db) => updateKey(db, key.id, { rotation_period_days: days, rotation_enabled_at: call.now }),
  });
};
