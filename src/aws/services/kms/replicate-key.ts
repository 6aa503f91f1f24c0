import type { KeyMetadata, ReplicateKeyRequest, ReplicateKeyResponse } from '@aws-sdk/client-kms';
import { toKmsArn } from '../../../keys/find-key.ts';
import { requireEnabled } from '../../../keys/key-state.ts';
import { isPrimary } from '../../../keys/multi-region.ts';
import { newReplicaRow } from '../../../keys/new-key-row.ts';
import * as kms from '../../../messages/kms.ts';
import { isRegion, partitionOf } from '../../../model/region.ts';
import { currentMaterial, insertKey } from '../../../storage/records/kms.ts';
import type { KmsKeysTable } from '../../../storage/records/schema.ts';
import { putTags } from '../../../storage/records/tags.ts';
import type { Operation, Services, Validated } from '../operation.ts';
import { authorizeAccount, openCustomerKey } from './authorize.ts';
import { changeKey } from './change-key.ts';
import { checkNewPolicy } from './check-new-policy.ts';
import { toKeyMetadata } from './key-metadata.ts';
import { parseTags, tagContext } from './key-tags.ts';

/** The same key in another Region: id and material are shared; policy, description, tags and aliases are its own. */
export const replicateKey: Operation<ReplicateKeyRequest, ReplicateKeyResponse> = async (services, input, call) => {
  const { KeyId: keyId, ReplicaRegion: region } = input;
  const tags = parseTags(input.Tags);
  const context = { 'kms:ReplicaRegion': region };
  const { key } = await openCustomerKey(services, call, { keyId, action: 'kms:ReplicateKey', context });
  requireReplicable(key, region);
  const replica = toReplica(key, input, call.now);
  const newKeyContext = { ...contextOf(replica), ...tagContext(tags) };
  await authorizeAccount(services, call, { action: 'kms:CreateKey', context: newKeyContext });
  if (input.Tags?.length) {
    const resource = replica.arn;
    await authorizeAccount(services, call, { action: 'kms:TagResource', resource, context: newKeyContext });
  }
  if (input.Policy !== undefined) await checkNewPolicy(services, call, { key: replica, input, context: newKeyContext });
  let regions: readonly string[] = [];
  await changeKey(services, call, {
    key,
    require: requireEnabled,
    async change(db, record) {
      if (record.regions.includes(region)) throw kms.replicaExists(replica.arn);
      await insertKey(db, replica);
      await putTags(db, replica.arn, tags);
      regions = [...record.regions, region].sort();
    },
  });
  return {
    ReplicaKeyMetadata: await describe(services, replica, regions),
    ReplicaPolicy: replica.policy,
    ReplicaTags: input.Tags ?? [],
  };
};

function requireReplicable(key: KmsKeysTable, region: string): void {
  if (!isPrimary(key)) throw kms.notPrimary(key.arn);
  requireEnabled(key);
  if (!isRegion(region) || partitionOf(region) !== partitionOf(key.region)) throw kms.replicaRegionInvalid(region);
  if (region !== key.region) return;
  throw kms.replicaExists(toKmsArn({ account: key.account_id, region, resource: `key/${key.id}` }));
}

function toReplica(key: KmsKeysTable, input: Validated<ReplicateKeyRequest>, now: number): KmsKeysTable {
  return newReplicaRow(key, {
    region: input.ReplicaRegion,
    now,
    ...(input.Description === undefined ? {} : { description: input.Description }),
    ...(input.Policy === undefined ? {} : { policy: input.Policy }),
  });
}

/** Material from outside is not there yet. */
async function describe(
  { records }: Services,
  replica: KmsKeysTable,
  regions: readonly string[],
): Promise<KeyMetadata> {
  if (replica.has_material === 0) return toKeyMetadata({ key: { ...replica, state: 'PendingImport' }, regions });
  const material = await records.read((db) => currentMaterial(db, replica.id));
  return toKeyMetadata({ key: replica, regions, materialVersion: material?.version });
}

const contextOf = ({ spec, usage, origin, region }: KmsKeysTable) => ({
  'kms:KeySpec': spec,
  'kms:KeyUsage': usage,
  'kms:KeyOrigin': origin,
  'kms:MultiRegion': 'true',
  'kms:MultiRegionKeyType': 'REPLICA',
  'aws:RequestedRegion': region,
});
