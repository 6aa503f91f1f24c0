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
}

/** An id as KMS makes them: a UUID, or `mrk-` and 32 hexadecimal digits for a key that may have replicas. */
export const newKeyId = (random: Random, isMultiRegion: boolean): string =>
  isMultiRegion ? `mrk-${randomHex(random, 32)}` : randomUuid(random);

/** A customer key, enabled, for encryption. */
export function newKeyRow(id: string, key: NewKey): KmsKeysTable {
  const { account, region, now, isMultiRegion = false, description = '', policy = defaultKeyPolicy(key) } = key;
  return {
    id,
    arn: toKmsArn({ account, region, resource: `key/${id}` }),
    account_id: account,
    region,
    manager: 'CUSTOMER',
    aws_alias: null,
    description,
    spec: 'SYMMETRIC_DEFAULT',
    usage: 'ENCRYPT_DECRYPT',
    origin: 'AWS_KMS',
    state: 'Enabled',
    policy,
    is_multi_region: isMultiRegion ? 1 : 0,
    rotation_period_days: null,
    rotation_enabled_at: null,
    created_at: now,
    deletion_at: null,
  };
}
