import { beforeEach, expect, test } from 'vitest';
import { DESTINATION, SOURCE } from '../../../access/testing/access-world.ts';
import { type BackupWorld, openBackupWorld, REGION } from './testing/backup-world.ts';

const DAY_MS = 86_400_000;

let world: BackupWorld;
let volume: string;
let point: string;

beforeEach(async () => {
  world = await openBackupWorld();
  const role = await world.addRole(SOURCE, 'Backup');
  volume = await world.addResource({ account: SOURCE, type: 'EBS', name: 'disk' });
  await call('CreateBackupVault', { BackupVaultName: 'first' });
  const { BackupJobId } = await call('StartBackupJob', {
    BackupVaultName: 'first',
    ResourceArn: volume,
    IamRoleArn: role,
  });
  await world.completeBackup(BackupJobId);
  point = (await call('DescribeBackupJob', { BackupJobId })).RecoveryPointArn;
});

const call = (operation: string, input?: object) => world.call(SOURCE, operation, input);
const refusal = (operation: string, input?: object) => world.refusal(SOURCE, operation, input);
const hold = (RecoveryPointSelection: object = {}, more: object = {}) =>
  call('CreateLegalHold', { Title: 'case', Description: 'why', RecoveryPointSelection, ...more });
const thePoint = () => ({ BackupVaultName: 'first', RecoveryPointArn: point });
const range = (from: number, to: number) => ({
  DateRange: { FromDate: new Date(world.clock.now() + from), ToDate: new Date(world.clock.now() + to) },
});
const isHeld = async (): Promise<boolean> => {
  const { LegalHolds } = await call('ListLegalHolds');
  const { RecoveryPoints } = await call('ListRecoveryPointsByLegalHold', { LegalHoldId: LegalHolds[0].LegalHoldId });
  return RecoveryPoints.length > 0;
};

test('a hold keeps a recovery point from being deleted until it is cancelled', async () => {
  const { LegalHoldId, LegalHoldArn } = await hold({ VaultNames: ['first'] }, { Tags: { case: 'a' } });
  expect(LegalHoldArn).toBe(`arn:aws:backup:${REGION}:${SOURCE}:legal-hold:${LegalHoldId}`);
  expect(await refusal('DeleteRecoveryPoint', thePoint())).toMatch(/^InvalidRequestException: .* under a legal hold/);
  expect((await call('ListRecoveryPointsByLegalHold', { LegalHoldId })).RecoveryPoints).toEqual([
    { RecoveryPointArn: point, ResourceArn: volume, ResourceType: 'EBS', BackupVaultName: 'first' },
  ]);
  expect((await call('ListTags', { ResourceArn: LegalHoldArn })).Tags).toEqual({ case: 'a' });
  expect((await call('GetLegalHold', { LegalHoldId })).Status).toBe('ACTIVE');
  await call('CancelLegalHold', { LegalHoldId, CancelDescription: 'over', RetainRecordInDays: 2 });
  expect(await call('GetLegalHold', { LegalHoldId })).toMatchObject({
    Status: 'CANCELED',
    CancelDescription: 'over',
    RecoveryPointSelection: { VaultNames: ['first'] },
    RetainRecordUntil: new Date(world.clock.now() + 2 * DAY_MS),
  });
  expect(await refusal('CancelLegalHold', { LegalHoldId, CancelDescription: 'again' })).toMatch(
    /^InvalidResourceStateException/,
  );
  expect(await call('DeleteRecoveryPoint', thePoint())).toEqual({});
  world.clock.advance(2 * DAY_MS);
  expect(await refusal('GetLegalHold', { LegalHoldId })).toMatch(/^ResourceNotFoundException/);
  expect((await call('ListLegalHolds')).LegalHolds).toEqual([]);
});

test.each([
  ['nothing in particular', () => ({}), true],
  ['its vault', () => ({ VaultNames: ['first'] }), true],
  ['another vault', () => ({ VaultNames: ['second'] }), false],
  ['its resource', () => ({ ResourceIdentifiers: [volume] }), true],
  ['its type', () => ({ ResourceIdentifiers: ['EBS'] }), true],
  ['a wildcard that takes it in', () => ({ ResourceIdentifiers: ['arn:aws:ec2:*'] }), true],
  ['another resource', () => ({ ResourceIdentifiers: ['arn:aws:ec2:x'] }), false],
  ['the day of its creation', () => range(-DAY_MS, 0), true],
  ['a day before', () => range(-2 * DAY_MS, -DAY_MS), false],
])('a hold of %s', async (_what, selection, isIn) => {
  await hold(selection());
  expect(await isHeld()).toBe(isIn);
});

test('a hold reaches neither into other accounts nor into the future', async () => {
  const { LegalHoldId } = await hold();
  expect(await world.refusal(DESTINATION, 'GetLegalHold', { LegalHoldId })).toMatch(/^ResourceNotFoundException/);
  expect(
    await refusal('CreateLegalHold', { Title: 'a', Description: 'b', RecoveryPointSelection: range(0, DAY_MS) }),
  ).toMatch(/^InvalidParameterValueException: .*future/);
});

test('a token makes one hold', async () => {
  const one = await hold({}, { IdempotencyToken: 'token' });
  expect((await hold({}, { IdempotencyToken: 'token' })).LegalHoldId).toBe(one.LegalHoldId);
  expect((await call('ListLegalHolds')).LegalHolds).toHaveLength(1);
});

test('a snapshot is neither continuous nor part of a composite', async () => {
  expect(await refusal('DisassociateRecoveryPoint', thePoint())).toMatch(/^InvalidRequestException/);
  expect(await refusal('DisassociateRecoveryPointFromParent', thePoint())).toMatch(/^InvalidRequestException/);
  expect(
    await refusal('DisassociateRecoveryPoint', { BackupVaultName: 'first', RecoveryPointArn: `${point}0` }),
  ).toMatch(/^ResourceNotFoundException/);
});

test('jobs are counted by day, state, type and category', async () => {
  const { BackupJobSummaries, AggregationPeriod } = await call('ListBackupJobSummaries');
  const today = Math.floor(world.clock.now() / DAY_MS) * DAY_MS;
  expect(AggregationPeriod).toBe('ONE_DAY');
  expect(BackupJobSummaries).toEqual([
    {
      Region: REGION,
      AccountId: SOURCE,
      State: 'COMPLETED',
      ResourceType: 'EBS',
      MessageCategory: 'SUCCESS',
      Count: 1,
      StartTime: new Date(today),
      EndTime: new Date(today + DAY_MS),
    },
  ]);
  world.clock.advance(13 * DAY_MS);
  expect((await call('ListBackupJobSummaries')).BackupJobSummaries).toHaveLength(1);
  expect((await call('ListBackupJobSummaries', { AggregationPeriod: 'SEVEN_DAYS' })).BackupJobSummaries).toEqual([]);
  world.clock.advance(DAY_MS);
  expect((await call('ListBackupJobSummaries')).BackupJobSummaries).toEqual([]);
});

test('counts are narrowed, and added up where that is asked', async () => {
  const count = async (input: object) => (await call('ListBackupJobSummaries', input)).BackupJobSummaries;
  expect(await count({ State: 'FAILED' })).toEqual([]);
  expect(await count({ State: 'COMPLETED', ResourceType: 'EBS', MessageCategory: 'Success' })).toHaveLength(1);
  const all = 'AGGREGATE_ALL';
  expect(
    await count({
      AccountId: all,
      State: all,
      ResourceType: all,
      MessageCategory: all,
      AggregationPeriod: 'FOURTEEN_DAYS',
    }),
  ).toMatchObject([{ AccountId: all, State: all, ResourceType: all, MessageCategory: all, Count: 1 }]);
  expect(await refusal('ListBackupJobSummaries', { AccountId: DESTINATION })).toMatch(/^AccessDeniedException/);
  expect((await world.call(DESTINATION, 'ListBackupJobSummaries', { AccountId: 'ANY' })).BackupJobSummaries).toEqual(
    [],
  );
});

test('the management account counts the jobs of its members', async () => {
  await world.organize(DESTINATION, SOURCE);
  const { BackupJobSummaries } = await world.call(DESTINATION, 'ListBackupJobSummaries', { AccountId: 'ANY' });
  expect(BackupJobSummaries).toMatchObject([{ AccountId: SOURCE, Count: 1 }]);
});

test('copy and restore jobs are counted alike; a restore has no category', async () => {
  expect((await call('ListCopyJobSummaries')).CopyJobSummaries).toEqual([]);
  await call('StartRestoreJob', {
    RecoveryPointArn: point,
    IamRoleArn: `arn:aws:iam::${SOURCE}:role/Backup`,
    Metadata: {},
  });
  const { RestoreJobSummaries } = await call('ListRestoreJobSummaries');
  expect(RestoreJobSummaries).toMatchObject([{ State: 'PENDING', ResourceType: 'EBS', Count: 1 }]);
  expect(RestoreJobSummaries[0]).not.toHaveProperty('MessageCategory');
});

test('notifications of a vault are kept, told and taken away', async () => {
  const vault = { BackupVaultName: 'first' };
  expect(await refusal('GetBackupVaultNotifications', vault)).toBe(
    'ResourceNotFoundException: Failed reading notifications from database for Backup vault first',
  );
  const wish = {
    SNSTopicArn: `arn:aws:sns:${REGION}:${SOURCE}:backups`,
    BackupVaultEvents: ['BACKUP_JOB_STARTED', 'COPY_JOB_FAILED'],
  };
  await call('PutBackupVaultNotifications', { ...vault, ...wish });
  expect(await call('GetBackupVaultNotifications', vault)).toEqual({
    ...vault,
    ...wish,
    BackupVaultArn: `arn:aws:backup:${REGION}:${SOURCE}:backup-vault:first`,
  });
  expect(await refusal('PutBackupVaultNotifications', { ...vault, ...wish, SNSTopicArn: 'backups' })).toMatch(
    /^InvalidParameterValueException/,
  );
  await call('DeleteBackupVaultNotifications', vault);
  expect(await refusal('GetBackupVaultNotifications', vault)).toMatch(/^ResourceNotFoundException/);
  expect(await refusal('GetBackupVaultNotifications', { BackupVaultName: 'absent' })).toMatch(/^AccessDeniedException/);
});

test('a vault that is made again has none of the notifications of the first', async () => {
  const vault = { BackupVaultName: 'second' };
  const wish = { SNSTopicArn: `arn:aws:sns:${REGION}:${SOURCE}:t`, BackupVaultEvents: ['BACKUP_JOB_STARTED'] };
  await call('CreateBackupVault', vault);
  await call('PutBackupVaultNotifications', { ...vault, ...wish });
  await call('DeleteBackupVault', vault);
  await call('CreateBackupVault', vault);
  expect(await refusal('GetBackupVaultNotifications', vault)).toMatch(/^ResourceNotFoundException/);
});

test('a logically air-gapped vault is locked for ever from the start', async () => {
  const wish = { BackupVaultName: 'gapped', MinRetentionDays: 7, MaxRetentionDays: 30 };
  expect((await call('CreateLogicallyAirGappedBackupVault', wish)).VaultState).toBe('CREATING');
  expect(await call('DescribeBackupVault', { BackupVaultName: 'gapped' })).toMatchObject({
    VaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT',
    VaultState: 'CREATING',
    EncryptionKeyType: 'AWS_OWNED_KMS_KEY',
    Locked: true,
    LockDate: new Date(world.clock.now()),
    MinRetentionDays: 7,
    MaxRetentionDays: 30,
  });
  expect(await refusal('DeleteBackupVaultLockConfiguration', { BackupVaultName: 'gapped' })).toMatch(
    /^InvalidRequestException/,
  );
  const { BackupVaultList } = await call('ListBackupVaults', { ByVaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' });
  expect(BackupVaultList).toMatchObject([{ BackupVaultName: 'gapped' }]);
  expect(
    await refusal('StartBackupJob', {
      BackupVaultName: 'gapped',
      ResourceArn: volume,
      IamRoleArn: `arn:aws:iam::${SOURCE}:role/Backup`,
    }),
  ).toMatch(/^InvalidRequestException/);
  await call('DeleteBackupVault', { BackupVaultName: 'gapped' });
});

test.each([
  [6, 30],
  [8, 7],
  [7, 36_501],
])('an air-gapped vault does not keep for %i to %i days', async (MinRetentionDays, MaxRetentionDays) => {
  expect(
    await refusal('CreateLogicallyAirGappedBackupVault', {
      BackupVaultName: 'gapped',
      MinRetentionDays,
      MaxRetentionDays,
    }),
  ).toMatch(/^InvalidParameterValueException/);
});

test("a customer's key is told as one; the account's own aws/backup is of neither kind", async () => {
  const { KeyMetadata } = await call('CreateKey');
  await call('CreateBackupVault', { BackupVaultName: 'own', EncryptionKeyArn: KeyMetadata.Arn });
  const own = await call('DescribeBackupVault', { BackupVaultName: 'own' });
  expect(own.EncryptionKeyType).toBe('CUSTOMER_MANAGED_KMS_KEY');
  expect(await call('DescribeBackupVault', { BackupVaultName: 'first' })).not.toHaveProperty('EncryptionKeyType');
  expect(await call('DescribeRecoveryPoint', thePoint())).toMatchObject({ VaultType: 'BACKUP_VAULT' });
});
