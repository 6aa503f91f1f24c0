import type { RotateKeyOnDemandRequest, RotateKeyOnDemandResponse } from '@aws-sdk/client-kms';
import { requireEnabled } from '../../../keys/key-state.ts';
import { MATERIAL_VERSIONS_MAX, ROTATIONS_ON_DEMAND_MAX } from '../../../keys/limits.ts';
import { dueMaterial, requireRotatable, rotate } from '../../../keys/rotation.ts';
import * as kms from '../../../messages/kms.ts';
import { listMaterial } from '../../../storage/records/kms.ts';
import type { Operation } from '../operation.ts';
import { openCustomerKey } from './authorize.ts';

export const rotateKeyOnDemand: Operation<RotateKeyOnDemandRequest, RotateKeyOnDemandResponse> = async (
  services,
  input,
  call,
) => {
  const { key } = await openCustomerKey(services, call, { keyId: input.KeyId, action: 'kms:RotateKeyOnDemand' });
  requireRotatable(key);
  requireEnabled(key);
  const { version } = await dueMaterial(services, key);
  const all = await services.records.read((db) => listMaterial(db, key.id));
  const spent = all.filter(({ rotation_type }) => rotation_type === 'ON_DEMAND').length;
  const isSpent = spent >= ROTATIONS_ON_DEMAND_MAX || version >= MATERIAL_VERSIONS_MAX;
  if (isSpent) throw kms.rotationsOnDemandSpent(key.arn);
  await rotate(services, key, { version, rotationType: 'ON_DEMAND' });
  return { KeyId: key.id };
};
