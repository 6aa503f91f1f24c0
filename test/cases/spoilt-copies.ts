import type { CopyFacts, KeyFacts, PointFacts, RoleFacts, SideFacts, VaultFacts } from '../../src/decision/facts.ts';
import type { ResourceAttributes, ResourceType } from '../../src/model/resource-type.ts';
import { document, greenFacts, SOURCE } from './green-facts.ts';

export const DESTINATION = '444455556666';
export const VAULT = `arn:aws:backup:eu-west-1:${DESTINATION}:backup-vault:safe`;
const DAY_MS = 86_400_000;

/** What is otherwise than in a copy to which nothing stands in the way. */
export type Change = (facts: CopyFacts) => CopyFacts;
type Side = 'source' | 'destination';

export const onSide =
  (side: Side, change: Partial<SideFacts> | object): Change =>
  (facts) => ({
    ...facts,
    [side]: { ...facts[side], ...change },
  });
const onVault =
  (side: Side, change: Partial<VaultFacts>): Change =>
  (facts) => ({
    ...facts,
    [side]: { ...facts[side], vault: { ...(facts[side].vault as VaultFacts), ...change } },
  });
const onKey =
  (side: Side, change: Partial<KeyFacts>): Change =>
  (facts) => ({
    ...facts,
    [side]: { ...facts[side], key: { ...(facts[side].key as KeyFacts), ...change } },
  });
const onPoint =
  (change: Partial<PointFacts>): Change =>
  (facts) => ({
    ...facts,
    source: { ...facts.source, point: { ...(facts.source.point as PointFacts), ...change } },
  });
export const asking =
  (deleteAfterDays: number): Change =>
  (facts) => ({ ...facts, requestedLifecycle: { deleteAfterDays } });
const policy = (...statements: readonly object[]): Change =>
  onVault('destination', { accessPolicy: document(...statements) });
const keyPolicy = (...statements: readonly object[]): Change =>
  onKey('source', { policy: document({ ...ROOT, Principal: { AWS: `arn:aws:iam::${SOURCE}:root` } }, ...statements) });
export const control = (side: Side, ...statements: readonly object[]): Change =>
  onSide(side, { serviceControl: [[{ origin: 'policy Ours (p-12345678)', document: document(...statements) }]] });

const ROOT = { Effect: 'Allow', Action: 'kms:*', Resource: '*' };
const INTO = {
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${SOURCE}:root` },
  Action: 'backup:CopyIntoBackupVault',
  Resource: '*',
};
export const ALL = { Effect: 'Allow', Action: '*', Resource: '*' };
export const DENY_FROM = { Effect: 'Deny', Action: 'backup:CopyFromBackupVault', Resource: '*' };

const person: RoleFacts = {
  principal: {
    kind: 'role',
    account: SOURCE,
    arn: `arn:aws:iam::${SOURCE}:role/Operator`,
    userId: 'AROAOPERATOROPERATOR:me',
  },
  tags: {},
  trustPolicy: document(),
  identity: [{ origin: 'role/Operator inline policy read', document: document({ ...ALL, Action: 'backup:List*' }) }],
  boundary: null,
  serviceControl: null,
};
const asPerson: Change = (facts) => ({ ...facts, caller: person });
const awsKey: Partial<KeyFacts> = { manager: 'AWS', aliases: ['alias/aws/backup'] };

interface Spoilt {
  readonly id: string;
  readonly because: string;
  readonly type: ResourceType;
  readonly attributes?: ResourceAttributes;
  readonly destinationRegion?: string;
  readonly changes: readonly Change[];
  readonly severity?: string;
}

/** For each check of the doctor, copies in which it finds something. */
export const SPOILT: readonly Spoilt[] = [
  {
    id: 'caller-may-start-copy',
    because: 'its policies only list',
    type: 'EFS',
    changes: [asPerson],
    severity: 'blocks',
  },
  {
    id: 'caller-may-pass-role',
    because: 'its policies only list',
    type: 'EFS',
    changes: [asPerson],
    severity: 'blocks',
  },
  {
    id: 'switch-has-settled',
    because: 'it went off ten minutes ago',
    type: 'EFS',
    changes: [(facts) => ({ ...facts, crossAccountCopy: { isEnabled: false, changedAt: facts.now - 600_000 } })],
    severity: 'will-block',
  },
  {
    id: 'switch-has-settled',
    because: 'it went on a minute ago',
    type: 'EFS',
    changes: [(facts) => ({ ...facts, crossAccountCopy: { isEnabled: true, changedAt: facts.now - 60_000 } })],
    severity: 'risk',
  },
  { id: 'leaving-organization-is-denied', because: 'FullAWSAccess is all', type: 'EFS', changes: [], severity: 'risk' },
  { id: 'destinations-are-narrowed', because: 'FullAWSAccess is all', type: 'EFS', changes: [], severity: 'remark' },
  {
    id: 'vault-patterns-can-match',
    because: 'a slash stands before the name',
    type: 'EFS',
    changes: [
      control('source', ALL, {
        ...DENY_FROM,
        Condition: {
          'ForAllValues:ArnNotLike': {
            'backup:CopyTargets': [`arn:aws:backup:eu-west-1:${DESTINATION}:backup-vault/safe`],
          },
        },
      }),
    ],
  },
  {
    id: 'organization-paths-fit',
    because: 'the path lacks its last slash',
    type: 'EFS',
    changes: [
      policy({
        ...INTO,
        Principal: '*',
        Condition: { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-abcdefghij/r-abcd/ou-abcd-11111111' } },
      }),
    ],
  },
  {
    id: 'denies-do-not-lean-on-absent-keys',
    because: 'copying in carries no targets',
    type: 'EFS',
    changes: [
      control('source', ALL, {
        ...DENY_FROM,
        Action: ['backup:CopyIntoBackupVault'],
        Condition: { StringNotEquals: { 'backup:CopyTargets': VAULT } },
      }),
    ],
  },
  {
    id: 'scp-allows-grant-nothing',
    because: 'it allows one action',
    type: 'EFS',
    changes: [control('source', ALL, { ...INTO, Principal: undefined })],
    severity: 'remark',
  },
  {
    id: 'role-may-describe-default-key',
    because: 'it may only copy',
    type: 'EFS',
    destinationRegion: 'us-east-1',
    changes: [
      (facts) => ({
        ...facts,
        role: {
          ...facts.role,
          found: {
            ...(facts.role.found as RoleFacts),
            identity: [{ origin: 'role/Copy inline policy Copy', document: document({ ...ALL, Action: 'backup:*' }) }],
          },
        },
      }),
    ],
  },
  {
    id: 'engine-can-be-copied',
    because: 'it is RDS Custom',
    type: 'RDS',
    changes: [onPoint({ engine: 'custom-sqlserver-ee' })],
    severity: 'blocks',
  },
  {
    id: 'option-group-goes-along',
    because: 'TDE stays on',
    type: 'RDS',
    destinationRegion: 'us-east-1',
    changes: [onPoint({ persistentOptions: ['TDE'] })],
    severity: 'blocks',
  },
  { id: 'members-can-be-copied', because: 'a cluster has volumes', type: 'EKS', changes: [], severity: 'remark' },
  {
    id: 'point-stays-warm',
    because: 'it goes cold tonight',
    type: 'EFS',
    changes: [
      (facts) =>
        onPoint({ createdAt: facts.now - 29.5 * DAY_MS, moveToColdAfterDays: 30, deleteAfterDays: 365 })(facts),
    ],
    severity: 'will-block',
  },
  {
    id: 'point-stays-long-enough',
    because: 'it is kept for two days',
    type: 'EFS',
    changes: [onPoint({ deleteAfterDays: 2 })],
    severity: 'risk',
  },
  {
    id: 'point-stays-long-enough',
    because: 'it goes within hours',
    type: 'EFS',
    changes: [(facts) => onPoint({ createdAt: facts.now - 29.5 * DAY_MS, deleteAfterDays: 30 })(facts)],
    severity: 'will-block',
  },
  {
    id: 'all-keys-of-image-admit-destination',
    because: 'the data volume has the key of EBS',
    type: 'EC2',
    changes: [
      (facts) =>
        onPoint({ otherKeys: [{ ...(facts.source.key as KeyFacts), manager: 'AWS', aliases: ['alias/aws/ebs'] }] })(
          facts,
        ),
    ],
    severity: 'blocks',
  },
  {
    id: 'all-keys-of-image-admit-destination',
    because: 'the key of the data volume is shared with nobody',
    type: 'EC2',
    changes: [
      (facts) =>
        onPoint({
          otherKeys: [
            {
              ...(facts.source.key as KeyFacts),
              arn: `arn:aws:kms:eu-west-1:${SOURCE}:key/22222222-2222-4333-8444-555555555555`,
              policy: document({ ...ROOT, Principal: { AWS: SOURCE } }),
            },
          ],
        })(facts),
    ],
    severity: 'blocks',
  },
  {
    id: 'shared-key-is-the-one-that-counts',
    because: 'the volume has a key of its own',
    type: 'EBS',
    changes: [
      onPoint({ keyArn: `arn:aws:kms:eu-west-1:${SOURCE}:key/22222222-2222-4333-8444-555555555555` }),
      keyPolicy(),
    ],
  },
  {
    id: 'via-service-can-match',
    because: 'it names AWS Backup, where EC2 asks',
    type: 'EBS',
    changes: [
      keyPolicy({
        ...ROOT,
        Principal: { AWS: `arn:aws:iam::${DESTINATION}:root` },
        Condition: { StringEquals: { 'kms:ViaService': 'backup.eu-west-1.amazonaws.com' } },
      }),
    ],
  },
  {
    id: 'key-grants-go-with-use',
    because: 'CreateGrant was left out',
    type: 'EBS',
    changes: [
      keyPolicy({
        ...ROOT,
        Principal: { AWS: `arn:aws:iam::${DESTINATION}:root` },
        Action: ['kms:Decrypt', 'kms:DescribeKey'],
      }),
    ],
  },
  {
    id: 'key-names-an-account',
    because: 'it names the service alone',
    type: 'EBS',
    changes: [keyPolicy({ ...ROOT, Principal: { Service: 'backup.amazonaws.com' } })],
  },
  {
    id: 'replicas-have-the-same-policy',
    because: 'the key is a replica',
    type: 'EBS',
    changes: [onKey('source', { multiRegion: 'REPLICA' })],
  },
  {
    id: 'destination-arn-is-well-formed',
    because: 'a slash stands before the name',
    type: 'EFS',
    changes: [onSide('destination', { vaultArn: VAULT.replace('backup-vault:', 'backup-vault/') })],
    severity: 'blocks',
  },
  {
    id: 'vault-is-available',
    because: 'it could not be made',
    type: 'EFS',
    changes: [onVault('destination', { type: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT', state: 'FAILED' })],
    severity: 'blocks',
  },
  {
    id: 'vault-policy-is-about-vault',
    because: 'it names another',
    type: 'EFS',
    changes: [policy({ ...INTO, Resource: VAULT.replace('safe', 'other') })],
  },
  {
    id: 'vault-policy-names-role',
    because: 'it names another role of the account',
    type: 'EFS',
    changes: [policy({ ...INTO, Principal: { AWS: `arn:aws:iam::${SOURCE}:role/Other` } })],
  },
  {
    id: 'condition-keys-are-sent',
    because: 'the key was made up',
    type: 'EFS',
    changes: [policy({ ...INTO, Condition: { StringEquals: { 'backup:CopySourceRegion': 'eu-west-1' } } })],
  },
  {
    id: 'principals-exist',
    because: 'the role was deleted',
    type: 'EFS',
    changes: [policy({ ...INTO, Principal: { AWS: 'AROAABCDEFGHIJKLMNOPQ' } })],
  },
  {
    id: 'principals-exist',
    because: 'a space stands before the root, as in the printed example',
    type: 'EBS',
    changes: [keyPolicy({ ...ROOT, Principal: { AWS: `arn:aws:iam::${DESTINATION} :root` } })],
  },
  {
    id: 'allows-hold-only-with-keys',
    because: 'ForAllValues holds on nothing',
    type: 'EFS',
    changes: [
      policy({
        ...INTO,
        Principal: '*',
        Condition: { 'ForAllValues:StringLike': { 'aws:PrincipalOrgPaths': 'o-abcdefghij/*' } },
      }),
    ],
  },
  {
    id: 'vault-policy-grants-only-copies',
    because: 'it lets another account restore',
    type: 'EFS',
    changes: [policy(INTO, { ...INTO, Action: 'backup:StartRestoreJob' })],
  },
  {
    id: 'vault-policy-can-be-changed',
    because: 'everybody is denied everything about it',
    type: 'EFS',
    changes: [policy(INTO, { Effect: 'Deny', Principal: '*', Action: 'backup:Put*', Resource: '*' })],
  },
  {
    id: 'guides-agree-on-vault-key',
    because: 'it is that of AWS Backup',
    type: 'EFS',
    changes: [onKey('destination', awsKey)],
  },
  {
    id: 'copy-stays-encrypted',
    because: 'the cluster is not',
    type: 'Aurora',
    changes: [onPoint({ isEncrypted: false, keyArn: null }), onSide('source', { key: null })],
    severity: 'risk',
  },
  { id: 'key-deletion-is-denied', because: 'nothing denies it', type: 'EFS', changes: [], severity: 'remark' },
  {
    id: 'key-deletion-is-denied',
    because: 'nothing denies it, and the vault is locked',
    type: 'EFS',
    changes: [onVault('destination', { minRetentionDays: 7 })],
    severity: 'risk',
  },
  {
    id: 'regions-are-enabled',
    because: 'the destination has it off',
    type: 'EFS',
    changes: [onSide('destination', { isRegionEnabled: false })],
    severity: 'blocks',
  },
  {
    id: 'destination-has-room',
    because: 'a hundred copies are under way',
    type: 'EFS',
    changes: [onSide('destination', { load: { runningCopies: 100 } })],
  },
  {
    id: 'type-can-be-restored-there',
    because: 'RDS was never used there',
    type: 'RDS',
    changes: [onSide('destination', { linkedServices: ['backup.amazonaws.com'] })],
  },
  {
    id: 'copy-lives-as-long-as-asked',
    because: 'the source is twenty days old',
    type: 'EFS',
    changes: [asking(30), (facts) => onPoint({ createdAt: facts.now - 20 * DAY_MS })(facts)],
    severity: 'risk',
  },
  { id: 'retention-is-chosen', because: 'none is asked for', type: 'EFS', changes: [], severity: 'remark' },
  { id: 'retention-is-chosen', because: '"for ever" inherits', type: 'EFS', changes: [asking(-1)], severity: 'risk' },
];

/** The facts of such a copy. */
export const spoilt = ({ changes, ...options }: Spoilt): CopyFacts =>
  changes.reduce((facts, change) => change(facts), greenFacts(options));
