import type { GetKeyRotationStatusRequest, GetKeyRotationStatusResponse } from '@aws-sdk/client-kms';
import { nextRotationAt } from '../../../keys/rotation.ts';
import { currentMaterial } from '../../../storage/records/kms.ts';
import type { Operation } from '../operation.ts';
import { openKey } from './authorize.ts';

/** Only a key that is enabled has a next date; one that waits for its end does not rotate at all. */
export const getKeyRotationStatus: Operation<GetKeyRotationStatusRequest, GetKeyRotationStatusResponse> = async (
  services,
  input,
  call,
) => {
  const { key } = await openKey(services, call, { keyId: input.KeyId, action: 'kms:GetKeyRotationStatus' });
  const days = key.state === 'PendingDeletion' ? null : key.rotation_period_days;
  if (days === null) return { KeyId: key.arn, KeyRotationEnabled: false };
  const material = await services.records.read((db) => currentMaterial(db, key.id));
  const nextAt = key.state === 'Enabled' && material ? nextRotationAt(key, material) : undefined;
  return {
    KeyId: key.arn,
    KeyRotationEnabled: true,
    RotationPeriodInDays: days,
    ...(nextAt === undefined ? {} : { NextRotationDate: new Date(nextAt) }),
  };
};
