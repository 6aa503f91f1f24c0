import type { GetKeyRotationStatusRequest, GetKeyRotationStatusResponse } from '@aws-sdk/client-kms';
import { isPendingDeletion } from '../../../keys/key-state.ts';
import { dueMaterial, nextRotationAt } from '../../../keys/rotation.ts';
import * as kms from '../../../messages/kms.ts';
import { findKey } from '../../../storage/records/kms.ts';
import type { Operation } from '../operation.ts';
import { openKey } from './authorize.ts';

/**
 * Only a key that is enabled has a next date; one that waits for its end does not rotate at all. Asymmetric and HMAC keys
 * answer false, keys with material from outside are refused: as KMS has it.
 */
export const getKeyRotationStatus: Operation<GetKeyRotationStatusRequest, GetKeyRotationStatusResponse> = async (
  services,
  input,
  call,
) => {
  const { key } = await openKey(services, call, { keyId: input.KeyId, action: 'kms:GetKeyRotationStatus' });
  if (key.origin !== 'AWS_KMS') throw kms.originUnfit(key);
  const days = isPendingDeletion(key) ? null : key.rotation_period_days;
  if (days === null) return { KeyId: key.id, KeyRotationEnabled: false };
  await dueMaterial(services, key);
  const current = await services.records.read((db) => findKey(db, { ...key, now: call.now }));
  const nextAt = key.state === 'Enabled' && current ? nextRotationAt(current.key) : undefined;
  return {
    KeyId: key.id,
    KeyRotationEnabled: true,
    RotationPeriodInDays: days,
    ...(nextAt === undefined ? {} : { NextRotationDate: new Date(nextAt) }),
  };
};
