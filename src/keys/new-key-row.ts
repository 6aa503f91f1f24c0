import type { KmsKeysTable } from '../storage/records/schema.ts';
import { type Random, randomHex, randomUuid } from '../util/random.ts';
import { defaultKeyPolicy } from './default-key-policy.ts';
import { toKmsArn } from './find-key.ts';

export interface NewKey {
  readonly account: string;
  readonly region: string;
  readonly now: number;
  readonly isMultiRegion?: boolean;
  readonly description?: string;
  /** Default: AWS's default key policy. */
  readonly policy?: string;
  /** Default: a key for symmetric encryption. */
  readonly spec?: string;
  readonly usage?: string;
  /** Default AWS_KMS; a key of origin EXTERNAL waits for its material. */
  readonly origin?: string;
}

/** An id as KMS makes them: a UUID, or `mrk-` and 32 hexadecimal digits for a key that may have replicas. */
export const newKeyId = (random: Random, isMultiRegion: boolean): string =>
  isMultiRegion ? `mrk-${randomHex(random, 32)}` : randomUuid(random);

/** A customer key, enabled. */
export function newKeyRow(id: string, key: NewKey): KmsKeysTable {
  const { account, region, now, isMultiRegion = false, description = '', policy = defaultKeyPolicy(key) } = key;
  const { spec = 'SYMMETRIC_DEFAULT', usage = 'ENCRYPT_DECRYPT', origin = 'AWS_KMS' } = key;
  return {
    id,
    arn: toKmsArn({ account, region, resource: `key/${id}` }),
    account_id: account,
    region,
    manager: 'CUSTOMER',
    aws_alias: null,
    description,
    spec,
    usage,
    origin,
    state: 'Enabled',
    policy,
    is_multi_region: isMultiRegion ? 1 : 0,
    primary_region: isMultiRegion ? region : null,
    has_material: origin === 'EXTERNAL' ? 0 : 1,
    material_valid_to: null,
    rotation_period_days: null,
    rotation_enabled_at: null,
    created_at: now,
    deletion_at: null,
    deletion_window_days: null,
  };
}

/** The replica of a multi-Region key in another Region: what it does not share it gets anew. */
export function newReplicaRow(
  primary: KmsKeysTable,
  { region, now, description = '', policy }: Pick<NewKey, 'region' | 'now' | 'description' | 'policy'>,
): KmsKeysTable {
  const { account_id: account } = primary;
  return {
    ...primary,
    region,
    arn: toKmsArn({ account, region, resource: `key/${primary.id}` }),
    description,
    policy: policy ?? defaultKeyPolicy({ account, region }),
    state: 'Enabled',
    // Material from outside is imported into each of them.
    has_material: primary.origin === 'EXTERNAL' ? 0 : 1,
    material_valid_to: null,
    created_at: now,
    deletion_at: null,
    deletion_window_days: null,
  };
}
