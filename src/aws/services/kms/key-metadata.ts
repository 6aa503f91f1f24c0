import type { KeyMetadata } from '@aws-sdk/client-kms';
import { toKmsArn } from '../../../keys/find-key.ts';
import { materialIdOf } from '../../../keys/key-material.ts';
import { multiRegionTypeOf } from '../../../keys/multi-region.ts';
import type { KmsKeysTable } from '../../../storage/records/schema.ts';
import { toKind } from './key-kind.ts';

export interface DescribedKey {
  readonly key: KmsKeysTable;
  /** Where a multi-Region key has its primary and replicas. */
  readonly regions: readonly string[];
  /** The newest; nothing where there is no material. */
  readonly materialVersion?: number | undefined;
}

/** A key as DescribeKey tells it. */
export function toKeyMetadata({ key, regions, materialVersion }: DescribedKey): KeyMetadata {
  const isReplicaPending = key.state === 'PendingReplicaDeletion';
  const hasMaterialId = key.spec === 'SYMMETRIC_DEFAULT' && materialVersion !== undefined;
  return {
    AWSAccountId: key.account_id,
    KeyId: key.id,
    Arn: key.arn,
    CreationDate: new Date(key.created_at),
    Enabled: key.state === 'Enabled',
    Description: key.description,
    KeyState: key.state as NonNullable<KeyMetadata['KeyState']>,
    ...(key.deletion_at === null ? {} : { DeletionDate: new Date(key.deletion_at) }),
    Origin: key.origin as NonNullable<KeyMetadata['Origin']>,
    ...expiration(key),
    KeyManager: key.manager as NonNullable<KeyMetadata['KeyManager']>,
    ...toKind(key),
    MultiRegion: key.is_multi_region === 1,
    ...(key.is_multi_region === 1 ? { MultiRegionConfiguration: toConfiguration(key, regions) } : {}),
    ...(isReplicaPending ? { PendingDeletionWindowInDays: key.deletion_window_days! } : {}),
    ...(hasMaterialId ? { CurrentKeyMaterialId: materialIdOf({ keyId: key.id, version: materialVersion }) } : {}),
  };
}

/** Only material from outside expires, or says that it does not. */
function expiration({ origin, state, material_valid_to }: KmsKeysTable): Partial<KeyMetadata> {
  if (origin !== 'EXTERNAL' || state === 'PendingImport') return {};
  if (material_valid_to === null) return { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' };
  return { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: new Date(material_valid_to) };
}

function toConfiguration(
  key: KmsKeysTable,
  regions: readonly string[],
): NonNullable<KeyMetadata['MultiRegionConfiguration']> {
  const { account_id: account, id, primary_region: primary } = key;
  const toEntry = (region: string) => ({ Arn: toKmsArn({ account, region, resource: `key/${id}` }), Region: region });
  return {
    MultiRegionKeyType: multiRegionTypeOf(key),
    PrimaryKey: toEntry(primary!),
    ReplicaKeys: regions.filter((region) => region !== primary).map(toEntry),
  };
}
