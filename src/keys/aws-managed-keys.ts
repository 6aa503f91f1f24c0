import * as kms from '../messages/kms.ts';
import { partitionOf } from '../model/region.ts';
import * as records from '../storage/records/kms.ts';
import type { KmsKeysTable } from '../storage/records/schema.ts';
import { toKmsArn } from './find-key.ts';
import { makeMaterial } from './key-material.ts';
import type { KeyParts } from './key-parts.ts';
import { newKeyId, newKeyRow } from './new-key-row.ts';

/** One kind of AWS managed key: what its policy and description say. */
interface AwsManagedKind {
  /** First label of `kms:ViaService`. */
  readonly service: string;
  /** As in "Allow access through EBS for all principals in the account that are authorized to use EBS". */
  readonly through: string;
  readonly use?: string;
  /** As in "Default key that protects my EBS volumes when no other key is defined". */
  readonly protects: string;
  readonly actions?: readonly string[];
}

/**
 * What a service's principals may do with its key; Backup's own is shorter, as AWS's key policy of `alias/aws/backup`
 * has it.
 */
const ACTIONS = [
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:ReEncrypt*',
  'kms:GenerateDataKey*',
  'kms:CreateGrant',
  'kms:DescribeKey',
];
const BACKUP_ACTIONS = ['kms:CreateGrant', 'kms:Decrypt', 'kms:GenerateDataKey*'];

const KINDS: Readonly<Record<string, AwsManagedKind>> = {
  'alias/aws/backup': {
    service: 'backup',
    through: 'Backup',
    use: 'Backup Storage',
    protects: 'Backup data',
    actions: BACKUP_ACTIONS,
  },
  'alias/aws/dynamodb': { service: 'dynamodb', through: 'Amazon DynamoDB', protects: 'DynamoDB data' },
  'alias/aws/ebs': { service: 'ec2', through: 'EBS', protects: 'EBS volumes' },
  'alias/aws/elasticfilesystem': { service: 'elasticfilesystem', through: 'EFS', protects: 'EFS filesystems' },
  'alias/aws/fsx': { service: 'fsx', through: 'FSx', protects: 'FSx resources' },
  'alias/aws/rds': { service: 'rds', through: 'RDS', protects: 'RDS database volumes' },
  'alias/aws/redshift': { service: 'redshift', through: 'Redshift', protects: 'Redshift clusters' },
  'alias/aws/s3': { service: 's3', through: 'S3', protects: 'S3 objects' },
  'alias/aws/secretsmanager': { service: 'secretsmanager', through: 'Secrets Manager', protects: 'secrets' },
  'alias/aws/ssm': { service: 'ssm', through: 'SSM', protects: 'SSM parameters' },
  'alias/aws/storagegateway': {
    service: 'storagegateway',
    through: 'Storage Gateway',
    protects: 'Storage Gateway data',
  },
  'alias/aws/timestream': { service: 'timestream', through: 'Timestream', protects: 'Timestream data' },
};

/** The aliases that AWS keeps in every account, in order. */
export const PREDEFINED_ALIASES: readonly string[] = Object.keys(KINDS).sort();

/** Whether AWS keeps a key of this alias in every account. */
export const isPredefinedAlias = (alias: string): boolean => Object.hasOwn(KINDS, alias);

/**
 * The ARN of an account's AWS managed key, which is made on first use. Throws NotFoundException for an alias that no
 * service has.
 */
export async function awsManagedKey(
  parts: KeyParts,
  { account, region, alias }: { account: string; region: string; alias: string },
): Promise<string> {
  const place = { account, region, name: alias };
  const known = await parts.records.read((db) => records.findAlias(db, place));
  if (known !== undefined) return toKmsArn({ account, region, resource: `key/${known.key_id}` });
  const kind = Object.hasOwn(KINDS, alias) ? KINDS[alias] : undefined;
  if (kind === undefined) throw kms.aliasNotFound(toKmsArn({ account, region, resource: alias }));
  const now = parts.clock.now();
  const id = newKeyId(parts.random, false);
  const key = toKeyRow(id, { account, region, now, alias, kind });
  const material = makeMaterial(parts, { keyId: id, version: 1 });
  return parts.records.write(async (db) => {
    // Another call may have made it since: an account has one.
    const other = await records.findAlias(db, place);
    if (other !== undefined) return toKmsArn({ account, region, resource: `key/${other.key_id}` });
    await records.insertKey(db, key, material);
    await records.insertAlias(db, {
      account_id: account,
      region,
      name: alias,
      key_id: id,
      created_at: now,
      updated_at: now,
    });
    return key.arn;
  });
}

interface NewAwsManagedKey {
  readonly account: string;
  readonly region: string;
  readonly now: number;
  readonly alias: string;
  readonly kind: AwsManagedKind;
}

function toKeyRow(id: string, { account, region, now, alias, kind }: NewAwsManagedKey): KmsKeysTable {
  const description = `Default key that protects my ${kind.protects} when no other key is defined`;
  const policy = toPolicy({ account, region }, alias, kind);
  return {
    ...newKeyRow(id, { account, region, now, description, policy }),
    manager: 'AWS',
    aws_alias: alias,
    // AWS rotates its keys every year.
    rotation_period_days: 365,
    rotation_enabled_at: now,
  };
}

/**
 * AWS's own policy of such keys, as public listings of `alias/aws/ebs` and `alias/aws/backup` show it. Nobody may
 * change it.
 */
function toPolicy(
  { account, region }: { account: string; region: string },
  alias: string,
  kind: AwsManagedKind,
): string {
  const { service, through, use = through, actions = ACTIONS } = kind;
  const policy = {
    Version: '2012-10-17',
    Id: `auto-${alias.slice('alias/aws/'.length)}-1`,
    Statement: [
      {
        Sid: `Allow access through ${through} for all principals in the account that are authorized to use ${use}`,
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: actions,
        Resource: '*',
        Condition: {
          StringEquals: { 'kms:CallerAccount': account, 'kms:ViaService': `${service}.${region}.amazonaws.com` },
        },
      },
      {
        Sid: 'Allow direct access to key metadata to the account',
        Effect: 'Allow',
        Principal: { AWS: `arn:${partitionOf(region)}:iam::${account}:root` },
        Action: ['kms:Describe*', 'kms:Get*', 'kms:List*', 'kms:RevokeGrant'],
        Resource: '*',
      },
    ],
  };
  return JSON.stringify(policy, null, 2);
}
