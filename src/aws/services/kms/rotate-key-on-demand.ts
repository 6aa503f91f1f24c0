import type { RotateKeyOnDemandRequest, RotateKeyOnDemandResponse } from '@aws-sdk/client-kms';
import { requireEnabled } from '../../../keys/key-state.ts';
import { MATERIAL_VERSIONS_MAX } from '../../../keys/limits.ts';
import { rotate } from '../../../keys/rotation.ts';
import * as kms from '../../../messages/kms.ts';
import { currentMaterial } from '../../../storage/records/kms.ts';
import type { Operation } from '../operation.ts';
import { openCustomerKey } from './authorize.ts';

export const rotateKeyOnDemand: Operation<RotateKeyOnDemandRequest, RotateKeyOnDemandResponse> = async (
  services,
  input,
  call,
) => {
  const { key } = await openCustomerKey(services, call, { keyId: input.KeyId, action: 'kms:RotateKeyOnDemand' });
  requireEnabled(key);
  const current = await services.records.read((db) => currentMaterial(db, key.id));
  if (current === undefined) throw kms.keyNotFound(key.arn);
  if (current.version >= MATERIAL_VERSIONS_MAX) throw kms.limitExceeded('Too many rotations of the key.');
  await rotate(services, key, current.version);
  return { KeyId: key.id };
};
