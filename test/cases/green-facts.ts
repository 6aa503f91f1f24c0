import { managedPolicyDocument } from '../../src/access/managed-policies/managed-policies.ts';
import type { CopyFacts, KeyFacts, MembershipFacts, PointFacts, RoleFacts } from '../../src/decision/facts.ts';
import { recoveryPointArn } from '../../src/model/recovery-point.ts';
import type { ResourceAttributes, ResourceType } from '../../src/model/resource-type.ts';
import { newResourceId, resourceArn } from '../../src/model/resource-type.ts';
import type { Random } from '../../src/util/random.ts';

export const SOURCE = '111122223333';
const DESTINATION = '444455556666';
const MANAGEMENT = '999900001111';
const NOW = Date.UTC(2026, 8, 30);
const random: Random = { bytes: (count) => new Uint8Array(count).fill(0xab) };

export interface GreenOptions {
  readonly type: ResourceType;
  readonly attributes?: ResourceAttributes;
  readonly region?: string;
  readonly destinationRegion?: string;
  readonly destinationAccount?: string;
}

/** Facts of a copy to which nothing stands in the way: two accounts of one organization, a customer managed key on either side. */
export function greenFacts(options: GreenOptions): CopyFacts {
  const { type, attributes = {}, region = 'eu-west-1', destinationRegion = region } = options;
  const { destinationAccount = DESTINATION } = options;
  const sourceVault = `arn:aws:backup:${region}:${SOURCE}:backup-vault:plain`;
  const destinationVault = `arn:aws:backup:${destinationRegion}:${destinationAccount}:backup-vault:safe`;
  const sourceKey = customerKey({
    account: SOURCE,
    region,
    admits: [SOURCE, destinationAccount],
    vaultArn: sourceVault,
  });
  const destinationKey = customerKey({
    account: destinationAccount,
    region: destinationRegion,
    admits: [destinationAccount],
    vaultArn: destinationVault,
  });
  const point = greenPoint({ type, attributes, region, keyArn: sourceKey.arn });
  const isBoth = destinationAccount !== SOURCE;
  return {
    now: NOW,
    asOf: null,
    role: { arn: backupRole().principal.arn, found: backupRole() },
    requestedLifecycle: null,
    crossAccountCopy: { isEnabled: true, changedAt: NOW - 86_400_000 },
    source: {
      account: SOURCE,
      region,
      vaultArn: sourceVault,
      organization: member('ou-abcd-11111111'),
      resourceControl: null,
      serviceControl: [[{ origin: 'policy FullAWSAccess', document: EVERYTHING }]],
      vault: greenVault('plain', sourceKey.arn),
      pointArn: pointArn({ type, attributes, region, resourceArn: point.resourceArn }),
      point,
      key: sourceKey,
    },
    destination: {
      account: destinationAccount,
      region: destinationRegion,
      vaultArn: destinationVault,
      organization: member('ou-abcd-22222222'),
      resourceControl: null,
      serviceControl: [[{ origin: 'policy FullAWSAccess', document: EVERYTHING }]],
      vault: { ...greenVault('safe', destinationKey.arn), accessPolicy: isBoth ? admits(SOURCE) : null },
      key: destinationKey,
      serviceLinkedRole: serviceLinkedRole(destinationAccount),
      tagPolicy: null,
      allowedImageAccounts: null,
    },
  };
}

const member = (unit: string): MembershipFacts => ({
  id: 'o-abcdefghij',
  path: `o-abcdefghij/r-abcd/${unit}/`,
  managementAccount: MANAGEMENT,
});

const greenVault = (name: string, keyArn: string) => ({
  name,
  type: 'BACKUP_VAULT',
  keyArn,
  accessPolicy: null,
  minRetentionDays: null,
  maxRetentionDays: null,
  tags: {},
});

function greenPoint(point: {
  type: ResourceType;
  attributes: ResourceAttributes;
  region: string;
  keyArn: string;
}): PointFacts {
  const { type, attributes, region, keyArn } = point;
  return {
    resourceArn: resourceArn({
      type,
      attributes,
      account: SOURCE,
      region,
      id: newResourceId(type, random, attributes),
    }),
    resourceType: type,
    attributes,
    status: 'COMPLETED',
    storageClass: 'WARM',
    isEncrypted: true,
    keyArn,
    createdAt: NOW - 3_600_000,
    moveToColdAfterDays: null,
    deleteAfterDays: 30,
    tags: { project: 'heron' },
  };
}

const pointArn = (point: { type: ResourceType; attributes: ResourceAttributes; region: string; resourceArn: string }) =>
  recoveryPointArn({
    ...point,
    account: SOURCE,
    jobId: '47C8EF56-74D8-059D-1301-C5BE1D5C926E',
    isCopy: false,
    createdAt: NOW,
    random,
  });

const BACKUP_TRUST = document({
  Effect: 'Allow',
  Principal: { Service: 'backup.amazonaws.com' },
  Action: 'sts:AssumeRole',
});

function backupRole(): RoleFacts {
  const name = 'service-role/AWSBackupDefaultServiceRole';
  const policy = 'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup';
  return role({ account: SOURCE, name, policy, isServiceLinked: false });
}

function serviceLinkedRole(account: string): RoleFacts {
  const name = 'aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup';
  const policy = 'arn:aws:iam::aws:policy/aws-service-role/AWSBackupServiceLinkedRolePolicyForBackup';
  return role({ account, name, policy, isServiceLinked: true });
}

function role({
  account,
  name,
  policy,
  isServiceLinked,
}: Record<'account' | 'name' | 'policy', string> & { isServiceLinked: boolean }): RoleFacts {
  return {
    principal: {
      kind: 'role',
      account,
      arn: `arn:aws:iam::${account}:role/${name}`,
      userId: 'AROAABCDEFGHIJKLMNOPQ:AWSBackup',
      sessionArn: `arn:aws:sts::${account}:assumed-role/${name.split('/').at(-1)}/AWSBackup`,
      sessionName: 'AWSBackup',
      ...(isServiceLinked && { isServiceLinked }),
    },
    tags: {},
    trustPolicy: BACKUP_TRUST,
    identity: [{ origin: `role/${name} policy ${policy}`, document: managedPolicyDocument(policy)! }],
    boundary: null,
    serviceControl: isServiceLinked ? null : [[{ origin: 'policy FullAWSAccess', document: EVERYTHING }]],
  };
}

const EVERYTHING = document({ Effect: 'Allow', Action: '*', Resource: '*' });

export function document(...Statement: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement });
}

const admits = (account: string): string =>
  document({
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: 'backup:CopyIntoBackupVault',
    Resource: '*',
  });

interface KeyOptions {
  readonly account: string;
  readonly region: string;
  readonly admits: readonly string[];
  readonly vaultArn: string;
}

/** A key as the knowledge-center article wants it, with the grant that AWS Backup took when the vault was made. */
function customerKey({ account, region, admits: accounts, vaultArn }: KeyOptions): KeyFacts {
  const id = vaultArn.endsWith(':plain')
    ? '11111111-2222-4333-8444-555555555555'
    : '66666666-7777-4888-8999-000000000000';
  const AWS = accounts.map((each) => `arn:aws:iam::${each}:root`);
  return {
    arn: `arn:aws:kms:${region}:${account}:key/${id}`,
    account,
    region,
    manager: 'CUSTOMER',
    state: 'Enabled',
    aliases: ['alias/ours'],
    policy: document(
      {
        Sid: 'Enable IAM User Permissions',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
      {
        Sid: 'Allow use of the key',
        Effect: 'Allow',
        Principal: { AWS },
        Action: [
          'kms:DescribeKey',
          'kms:Encrypt',
          'kms:Decrypt',
          'kms:ReEncrypt*',
          'kms:GenerateDataKey',
          'kms:GenerateDataKeyWithoutPlaintext',
        ],
        Resource: '*',
      },
      {
        Sid: 'Allow attachment of persistent resources',
        Effect: 'Allow',
        Principal: { AWS },
        Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
        Resource: '*',
        Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      },
    ),
    grants: [
      {
        id: 'a'.repeat(64),
        name: null,
        grantee: 'backup.amazonaws.com',
        operations: ['Decrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext', 'DescribeKey', 'RetireGrant'],
        encryptionContextSubset: { 'aws:backup:backup-vault': vaultArn },
      },
    ],
    tags: {},
  };
}
