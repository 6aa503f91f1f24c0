import { managedPolicyDocument } from '../../src/access/managed-policies/managed-policies.ts';
import type { KeyFacts, MembershipFacts, PointFacts, VaultFacts } from '../../src/decision/facts.ts';
import { emptyEstate, placeKey } from '../../src/doctor/estate.ts';
import { serviceLinkedRoleArn } from '../../src/doctor/fact-source.ts';
import type { FactsFile, SavedCase } from '../../src/doctor/facts-file/facts-file.ts';

export interface OrganizationSize {
  readonly accounts: number;
  readonly vaultsPerAccount: number;
  readonly pairs: number;
}

const REGION = 'eu-west-1';
const ORGANIZATION = 'o-benchbench';
const NOW = Date.UTC(2026, 10, 27);
const DAY_MS = 86_400_000;
const EVERYTHING = document({ Effect: 'Allow', Action: '*', Resource: '*' });
const BACKUP = 'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup';
const LINKED = 'arn:aws:iam::aws:policy/aws-service-role/AWSBackupServiceLinkedRolePolicyForBackup';

/**
 * An organization of many accounts with five levels of policies, each account with its vaults, keys and roles, and pairs of vaults that plans
 * copy between. One in seven destination vaults admits nobody; one in eleven source keys is not shared.
 */
export function organizationFacts({ accounts, vaultsPerAccount, pairs }: OrganizationSize): FactsFile {
  const estate = emptyEstate();
  const ids = Array.from({ length: accounts }, (_, index) => String(200_000_000_000 + index));
  for (const [index, id] of ids.entries()) {
    const unit = `ou-root-${String(index % 40).padStart(8, '0')}`;
    const organization: MembershipFacts = {
      id: ORGANIZATION,
      path: `${ORGANIZATION}/r-root/${unit}/`,
      managementAccount: '100000000000',
    };
    const levels = ['r-root', unit, id].map((target) => [
      { origin: `service control policy FullAWSAccess (p-FullAWSAccess) on ${target}`, document: EVERYTHING },
      ...(target === unit
        ? [{ origin: `service control policy Targets (p-targets) on ${unit}`, document: TARGETS }]
        : []),
    ]);
    estate.accounts[id] = {
      organization,
      crossAccountCopy: { isEnabled: true, changedAt: NOW - 90 * DAY_MS },
      serviceControl: levels,
      resourceControl: null,
      tagPolicy: null,
    };
    estate.places[placeKey({ account: id, region: REGION })] = { allowedImageAccounts: null };
    estate.roles[roleArn(id)] = role(id, roleArn(id), BACKUP);
    estate.roles[serviceLinkedRoleArn(id, 'aws')] = role(id, serviceLinkedRoleArn(id, 'aws'), LINKED);
    for (let vault = 0; vault < vaultsPerAccount; vault += 1) {
      const serial = index * vaultsPerAccount + vault;
      estate.vaults[vaultArn(id, vault)] = vaultFacts(id, vault, serial);
      estate.keys[keyArn(id, vault)] = keyFacts(id, vault, serial);
    }
  }
  const cases = Array.from({ length: pairs }, (_, pair) => addPair(estate.points, { ids, vaultsPerAccount, pair }));
  return { moment: { now: NOW, asOf: null }, estate, plans: [], cases };
}

function document(...Statement: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement });
}

const TARGETS = document({
  Effect: 'Deny',
  Action: 'backup:CopyFromBackupVault',
  Resource: '*',
  Condition: { 'ForAllValues:StringNotLike': { 'backup:CopyTargetOrgPaths': [`${ORGANIZATION}/*`] } },
});

const roleArn = (account: string): string => `arn:aws:iam::${account}:role/AWSBackupCopyRole`;
const vaultArn = (account: string, vault: number): string =>
  `arn:aws:backup:${REGION}:${account}:backup-vault:vault-${vault}`;
const keyArn = (account: string, vault: number): string =>
  `arn:aws:kms:${REGION}:${account}:key/00000000-0000-4000-8000-${String(vault).padStart(12, '0')}`;

function role(account: string, arn: string, policy: string) {
  const isServiceLinked = arn.includes('/aws-service-role/');
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  return {
    principal: {
      kind: 'role' as const,
      account,
      arn,
      userId: 'AROABENCHBENCHBENCHBE:AWSBackup',
      sessionName: 'AWSBackup',
      sessionArn: `arn:aws:sts::${account}:assumed-role/${name}/AWSBackup`,
      ...(isServiceLinked && { isServiceLinked }),
    },
    tags: {},
    trustPolicy: document({
      Effect: 'Allow',
      Principal: { Service: 'backup.amazonaws.com' },
      Action: 'sts:AssumeRole',
    }),
    identity: [
      { origin: `role/${name} policy ${policy}`, document: managedPolicyDocument(policy) ?? '{}', arn: policy },
    ],
    boundary: null,
  };
}

const vaultFacts = (account: string, vault: number, serial: number): VaultFacts => ({
  name: `vault-${vault}`,
  type: 'BACKUP_VAULT',
  keyArn: keyArn(account, vault),
  accessPolicy:
    serial % 7 === 0
      ? null
      : document({
          Effect: 'Allow',
          Principal: '*',
          Action: 'backup:CopyIntoBackupVault',
          Resource: '*',
          Condition: { StringEquals: { 'aws:PrincipalOrgID': ORGANIZATION } },
        }),
  minRetentionDays: null,
  maxRetentionDays: null,
  tags: {},
});

function keyFacts(account: string, vault: number, serial: number): KeyFacts {
  const own = { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'kms:*', Resource: '*' };
  const shared = {
    Effect: 'Allow',
    Principal: { AWS: '*' },
    Action: ['kms:DescribeKey', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:CreateGrant'],
    Resource: '*',
    Condition: { StringEquals: { 'aws:PrincipalOrgID': ORGANIZATION } },
  };
  return {
    arn: keyArn(account, vault),
    account,
    region: REGION,
    manager: 'CUSTOMER',
    state: 'Enabled',
    aliases: [`alias/vault-${vault}`],
    policy: serial % 11 === 0 ? document(own) : document(own, shared),
    grants: [
      {
        id: 'b'.repeat(64),
        name: null,
        grantee: 'backup.amazonaws.com',
        operations: ['Decrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext', 'DescribeKey', 'RetireGrant'],
        encryptionContextSubset: { 'aws:backup:backup-vault': vaultArn(account, vault) },
      },
    ],
    tags: {},
  };
}

interface Pair {
  readonly ids: readonly string[];
  readonly vaultsPerAccount: number;
  readonly pair: number;
}

function addPair(points: ReturnType<typeof emptyEstate>['points'], { ids, vaultsPerAccount, pair }: Pair): SavedCase {
  const source = ids[pair % ids.length]!;
  // A prime step, so that pairs meet all over the organization.
  const destination = ids[(pair * 7919 + 13) % ids.length]!;
  const vault = pair % vaultsPerAccount;
  const isManaged = pair % 2 === 0;
  const serial = String(pair).padStart(17, '0');
  const pointArn = isManaged
    ? `arn:aws:backup:${REGION}:${source}:recovery-point:00000000-0000-4000-8000-${serial.slice(-12)}`
    : `arn:aws:ec2:${REGION}::snapshot/snap-${serial}`;
  points[pointArn] = {
    resourceArn: isManaged
      ? `arn:aws:elasticfilesystem:${REGION}:${source}:file-system/fs-${serial}`
      : `arn:aws:ec2:${REGION}:${source}:volume/vol-${serial}`,
    resourceType: isManaged ? 'EFS' : 'EBS',
    attributes: {},
    status: 'COMPLETED',
    storageClass: 'WARM',
    isEncrypted: true,
    keyArn: keyArn(source, vault),
    createdAt: NOW - DAY_MS,
    moveToColdAfterDays: null,
    deleteAfterDays: 35,
    tags: { team: `team-${pair % 20}` },
  } satisfies PointFacts;
  return {
    label: `pair ${pair}`,
    origin: { kind: 'asked' },
    copy: {
      roleArn: roleArn(source),
      sourceVaultArn: vaultArn(source, vault),
      pointArn,
      destinationVaultArn: vaultArn(destination, (pair + 1) % vaultsPerAccount),
      lifecycle: null,
    },
  };
}
