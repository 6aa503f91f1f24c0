import type { KeyMetadata } from '@aws-sdk/client-kms';
import { materialIdOf } from '../../../keys/key-material.ts';
import type { KmsKeysTable } from '../../../storage/records/schema.ts';

/** A key as DescribeKey tells it. `materialVersion` is the newest. */
export function toKeyMetadata(key: KmsKeysTable, materialVersion: number): KeyMetadata {
  return {
    AWSAccountId: key.account_id,
    KeyId: key.id,
    Arn: key.arn,
    CreationDate: new Date(key.created_at),
    Enabled: key.state === 'Enabled',
    Description: key.description,
    KeyUsage: 'ENCRYPT_DECRYPT',
    KeyState: key.state as NonNullable<KeyMetadata['KeyState']>,
    ...(key.deletion_at === null ? {} : { DeletionDate: new Date(key.deletion_at) }),
    Origin: 'AWS_KMS',
    KeyManager: key.manager as NonNullable<KeyMetadata['KeyManager']>,
    CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
    KeySpec: 'SYMMETRIC_DEFAULT',
    EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
    MultiRegion: key.is_multi_region === 1,
    ...(key.is_multi_region === 1
      ? {
          MultiRegionConfiguration: {
            MultiRegionKeyType: 'PRIMARY',
            PrimaryKey: { Arn: key.arn, Region: key.region },
            ReplicaKeys: [],
          },
        }
      : {}),
    CurrentKeyMaterialId: materialIdOf({ keyId: key.id, version: materialVersion }),
  };
}
