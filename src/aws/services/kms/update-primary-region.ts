import type { UpdatePrimaryRegionRequest } from '@aws-sdk/client-kms';
import { toKmsArn } from '../../../keys/find-key.ts';
import { requireEnabled } from '../../../keys/key-state.ts';
import { isPrimary } from '../../../keys/multi-region.ts';
import * as kms from '../../../messages/kms.ts';
import { findKey, updateKeyFamily } from '../../../storage/records/kms.ts';
import type { Operation } from '../operation.ts';
import { openCustomerKey } from './authorize.ts';
import { changeKey } from './change-key.ts';

/** A replica becomes the primary, the primary a replica. The caller needs the right on both. */
export const updatePrimaryRegion: Operation<UpdatePrimaryRegionRequest, void> = async (services, input, call) => {
  const { KeyId: keyId, PrimaryRegion: region } = input;
  const action = 'kms:UpdatePrimaryRegion';
  const context = { 'kms:PrimaryRegion': region };
  const { key } = await openCustomerKey(services, call, { keyId, action, context });
  if (!isPrimary(key)) throw kms.notPrimary(key.arn);
  if (region === key.region) return;
  const replicaArn = toKmsArn({ account: key.account_id, region, resource: `key/${key.id}` });
  await openCustomerKey(services, { ...call, region }, { keyId: replicaArn, action, context });
  await changeKey(services, call, {
    key,
    require: requireEnabled,
    async change(db) {
      const replica = await findKey(db, { id: key.id, region, now: call.now });
      if (replica === undefined) throw kms.keyNotFound(replicaArn);
      requireEnabled(replica.key);
      await updateKeyFamily(db, key.id, { primary_region: region });
    },
  });
};
