import { beforeEach, expect, test } from 'vitest';
import { DESTINATION, SOURCE } from '../../../access/testing/access-world.ts';
import { failJob } from '../../../storage/records/jobs.ts';
import { type BackupWorld, openBackupWorld, REGION, TRUSTS_BACKUP } from './testing/backup-world.ts';

const DAY_MS = 86_400_000;
const DESTINATION_VAULT = `arn:aws:backup:us-east-1:${DESTINATION}:backup-vault:other`;

let world: BackupWorld;
let role: string;
let volume: string;

beforeEach(async () => {
  world = await openBackupWorld();
  await call('CreateBackupVault', { BackupVaultName: 'first' });
  role = await world.addRole(SOURCE, 'Backup');
  volume = await world.addResource({ account: SOURCE, type: 'EBS', name: 'disk' });
});

const call = (operation: string, input?: object) => world.call(SOURCE, operation, input);
const refusal = (operation: string, input?: object) => world.refusal(SOURCE, operation, input);
const backup = (more: object = {}) => ({
  BackupVaultName: 'first',
  ResourceArn: volume,
  IamRoleArn: role,
  ...more,
});

async function backedUp(more: object = {}): Promise<string> {
  const { BackupJobId } = await call('StartBackupJob', backup(more));
  await world.completeBackup(BackupJobId);
  return (await call('DescribeBackupJob', { BackupJobId })).RecoveryPointArn;
}

const copy = (pointArn: string, more: object = {}) => ({
  RecoveryPointArn: pointArn,
  SourceBackupVaultName: 'first',
  DestinationBackupVaultArn: DESTINATION_VAULT,
  IamRoleArn: role,
  ...more,
});
const restore = (pointArn: string, more: object = {}) => ({
  RecoveryPointArn: pointArn,
  IamRoleArn: role,
  Metadata: {},
  ...more,
});
const linedUp = () =>
  world.records.read((db) => db.selectFrom('work').select(['job_id', 'kind', 'resource_arn']).execute());

test('a backup job is on record and in line when it is answered', async () => {
  const started = await call('StartBackupJob', backup({ Lifecycle: { DeleteAfterDays: 35 } }));
  expect(started).toEqual({
    BackupJobId: expect.stringMatching(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/),
    CreationDate: new Date(world.clock.now()),
    IsParent: false,
  });
  expect(await linedUp()).toEqual([{ job_id: started.BackupJobId, kind: 'backup', resource_arn: volume }]);
  expect(world.wakes()).toBe(1);
  expect(await call('DescribeBackupJob', { BackupJobId: started.BackupJobId })).toEqual({
    AccountId: SOURCE,
    BackupJobId: started.BackupJobId,
    BackupVaultName: 'first',
    BackupVaultArn: `arn:aws:backup:${REGION}:${SOURCE}:backup-vault:first`,
    VaultType: 'BACKUP_VAULT',
    VaultLockState: 'UNLOCKED',
    RecoveryPointLifecycle: { DeleteAfterDays: 35 },
    IsEncrypted: false,
    ResourceArn: volume,
    ResourceType: 'EBS',
    ResourceName: 'disk',
    CreationDate: new Date(world.clock.now()),
    InitiationDate: new Date(world.clock.now()),
    StartBy: new Date(world.clock.now() + 8 * 3_600_000),
    ExpectedCompletionDate: new Date(world.clock.now() + 7 * DAY_MS),
    State: 'CREATED',
    PercentDone: '0.0',
    IamRoleArn: role,
    IsParent: false,
  });
});

test('the answer names the recovery point at once for EFS alone, and keeps its word', async () => {
  const files = await world.addResource({ account: SOURCE, type: 'EFS' });
  const { BackupJobId, RecoveryPointArn } = await call('StartBackupJob', backup({ ResourceArn: files }));
  expect(RecoveryPointArn).toMatch(new RegExp(`^arn:aws:backup:${REGION}:${SOURCE}:recovery-point:`));
  await world.completeBackup(BackupJobId);
  expect((await call('DescribeBackupJob', { BackupJobId })).RecoveryPointArn).toBe(RecoveryPointArn);
});

test('a token starts one job; another request with it is refused', async () => {
  const request = backup({ IdempotencyToken: 'once' });
  const first = await call('StartBackupJob', request);
  world.clock.advance(60_000);
  expect(await call('StartBackupJob', request)).toEqual(first);
  expect(await linedUp()).toHaveLength(1);
  expect(await refusal('StartBackupJob', { ...request, Lifecycle: { DeleteAfterDays: 1 } })).toMatch(
    /^InvalidParameterValueException/,
  );
});

test.each<[string, () => object | Promise<object>, string]>([
  ['a vault that is not there', () => ({ BackupVaultName: 'absent' }), 'ResourceNotFoundException'],
  ['a resource that is not there', () => ({ ResourceArn: `${volume}0` }), 'ResourceNotFoundException'],
  [
    'a resource of no known type',
    () => ({ ResourceArn: 'arn:aws:sqs:eu-west-1:111111111111:queue' }),
    'InvalidParameterValueException: Unsupported resource type: arn:aws:sqs',
  ],
  ['no ARN', () => ({ ResourceArn: 'disk' }), 'InvalidParameterValueException'],
  [
    'a role that is not there',
    () => ({ IamRoleArn: `${role}0` }),
    'InvalidParameterValueException: IAM Role arn:aws:iam::111111111111:role/Backup0 cannot be assumed by AWS Backup',
  ],
  [
    "another account's role",
    async () => ({ IamRoleArn: await world.addRole(DESTINATION, 'Backup') }),
    'InvalidParameterValueException: IAM Role',
  ],
  [
    'a role that trusts somebody else',
    async () => ({
      IamRoleArn: await world.addRole(SOURCE, 'Other', {
        ...TRUSTS_BACKUP,
        Statement: { ...TRUSTS_BACKUP.Statement[0], Principal: { Service: 'ec2.amazonaws.com' } },
      }),
    }),
    'InvalidParameterValueException: IAM Role',
  ],
  [
    'too short a stay in the cold',
    () => ({ Lifecycle: { MoveToColdStorageAfterDays: 10, DeleteAfterDays: 99 } }),
    'InvalidParameterValueException: Invalid lifecycle. DeleteAfterDays cannot be less than 90 days apart from MoveToColdStorageAfterDays',
  ],
  ['too short a window', () => ({ StartWindowMinutes: 59 }), 'InvalidParameterValueException'],
  [
    'a window that closes before it opens',
    () => ({ StartWindowMinutes: 120, CompleteWindowMinutes: 60 }),
    'InvalidParameterValueException',
  ],
])('a backup job with %s is refused, and nothing is in line', async (_name, more, expected) => {
  expect(await refusal('StartBackupJob', backup(await more()))).toContain(expected);
  expect(await linedUp()).toEqual([]);
});

test('whoever may not pass the role starts nothing', async () => {
  const user = await world.addUser(SOURCE, 'operator', { Effect: 'Allow', Action: 'backup:*' });
  expect(await world.refusal(user, 'StartBackupJob', backup())).toBe(
    `AccessDeniedException: User: ${user.arn} is not authorized to perform: iam:PassRole on resource: ${role}`,
  );
  const passing = await world.addUser(
    SOURCE,
    'passing',
    { Effect: 'Allow', Action: 'backup:*' },
    {
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Condition: { StringEquals: { 'iam:PassedToService': 'backup.amazonaws.com' } },
    },
  );
  expect(await world.call(passing, 'StartBackupJob', backup())).toHaveProperty('BackupJobId');
});

test('types that share the ARNs of RDS heed the opt-in, others do not', async () => {
  const cluster = await world.addResource({ account: SOURCE, type: 'Aurora', name: 'cluster' });
  const off = { ResourceTypeOptInPreference: { Aurora: false, EBS: false } };
  await call('UpdateRegionSettings', off);
  expect(await refusal('StartBackupJob', backup({ ResourceArn: cluster }))).toMatch(/^InvalidRequestException/);
  expect(await call('StartBackupJob', backup())).toHaveProperty('BackupJobId');
});

test('DynamoDB without advanced features gets the point of the basic kind', async () => {
  const table = await world.addResource({ account: SOURCE, type: 'DynamoDB', name: 'orders' });
  expect(await backedUp({ ResourceArn: table })).toContain(':recovery-point:');
  await call('UpdateRegionSettings', { ResourceTypeManagementPreference: { DynamoDB: false } });
  expect(await backedUp({ ResourceArn: table })).toMatch(/^arn:aws:dynamodb:.*:table\/orders\/backup\//);
});

test('a job is stopped once', async () => {
  const { BackupJobId } = await call('StartBackupJob', backup());
  await call('StopBackupJob', { BackupJobId });
  expect((await call('DescribeBackupJob', { BackupJobId })).State).toBe('ABORTING');
  await world.records.write((db) =>
    failJob(db, 'backup', { jobId: BackupJobId, state: 'ABORTED', statusMessage: 'x', messageCategory: 'y', now: 1 }),
  );
  expect(await refusal('StopBackupJob', { BackupJobId })).toMatch(/^InvalidRequestException/);
  expect(await world.refusal(DESTINATION, 'StopBackupJob', { BackupJobId })).toMatch(/^ResourceNotFoundException/);
});

test('jobs are listed by what they are, page by page, and for 30 days after their end', async () => {
  await backedUp();
  world.clock.advance(1000);
  const { BackupJobId } = await call('StartBackupJob', backup());
  const list = async (input: object = {}) => {
    const { BackupJobs } = await call('ListBackupJobs', input);
    return BackupJobs.map((job: { State: string }) => job.State);
  };
  expect(await list()).toEqual(['CREATED', 'COMPLETED']);
  expect(await list({ ByState: 'COMPLETED', ByResourceType: 'EBS', ByBackupVaultName: 'first' })).toEqual([
    'COMPLETED',
  ]);
  expect(await list({ ByMessageCategory: 'Success' })).toEqual(['COMPLETED']);
  expect(await list({ ByMessageCategory: 'ANY' })).toHaveLength(2);
  expect(await list({ ByParentJobId: 'any' })).toEqual([]);
  expect(await list({ ByCreatedAfter: new Date(world.clock.now() - 1) })).toEqual(['CREATED']);
  const { BackupJobs, NextToken } = await call('ListBackupJobs', { MaxResults: 1 });
  expect(BackupJobs[0].BackupJobId).toBe(BackupJobId);
  expect((await call('ListBackupJobs', { MaxResults: 1, NextToken })).BackupJobs[0].State).toBe('COMPLETED');
  world.clock.advance(30 * DAY_MS);
  expect(await list()).toEqual(['CREATED']);
});

test('a management account watches the jobs of its organization, a member its own', async () => {
  await backedUp();
  const count = async (who: typeof SOURCE, ByAccountId: string) =>
    (await world.call(who, 'ListBackupJobs', { ByAccountId })).BackupJobs.length;
  const alone = world.refusal(DESTINATION, 'ListBackupJobs', { ByAccountId: SOURCE });
  expect(await alone).toMatch(/^AccessDeniedException/);
  await world.organize(DESTINATION, SOURCE);
  expect(await count(DESTINATION, SOURCE)).toBe(1);
  expect(await count(DESTINATION, '*')).toBe(1);
  expect(await count(DESTINATION, DESTINATION)).toBe(0);
  expect(await world.refusal(SOURCE, 'ListBackupJobs', { ByAccountId: DESTINATION })).toMatch(/^AccessDeniedException/);
});

test('a recovery point is told in full', async () => {
  const arn = await backedUp({ Lifecycle: { DeleteAfterDays: 10 }, RecoveryPointTags: { from: 'job' } });
  const point = await call('DescribeRecoveryPoint', { BackupVaultName: 'first', RecoveryPointArn: arn });
  expect(point).toEqual({
    RecoveryPointArn: arn,
    BackupVaultName: 'first',
    BackupVaultArn: `arn:aws:backup:${REGION}:${SOURCE}:backup-vault:first`,
    ResourceArn: volume,
    ResourceType: 'EBS',
    ResourceName: 'disk',
    IamRoleArn: role,
    Status: 'COMPLETED',
    StorageClass: 'WARM',
    CreationDate: new Date(world.clock.now()),
    InitiationDate: new Date(world.clock.now()),
    CompletionDate: new Date(world.clock.now()),
    BackupSizeInBytes: 4096,
    CalculatedLifecycle: { DeleteAt: new Date(world.clock.now() + 10 * DAY_MS) },
    Lifecycle: { DeleteAfterDays: 10 },
    IsEncrypted: false,
    IsParent: false,
    VaultType: 'BACKUP_VAULT',
  });
  expect(await call('ListTags', { ResourceArn: arn })).toEqual({ Tags: { from: 'job' } });
  const { RecoveryPoints } = await call('ListRecoveryPointsByBackupVault', { BackupVaultName: 'first' });
  const { StorageClass: _told, ...listed } = point;
  expect(RecoveryPoints).toEqual([listed]);
  const byResource = await call('ListRecoveryPointsByResource', { ResourceArn: volume });
  expect(byResource.RecoveryPoints[0]).toMatchObject({ RecoveryPointArn: arn, BackupSizeBytes: 4096 });
  expect((await call('DescribeBackupVault', { BackupVaultName: 'first' })).NumberOfRecoveryPoints).toBe(1);
  expect(
    (await call('GetRecoveryPointRestoreMetadata', { BackupVaultName: 'first', RecoveryPointArn: arn }))
      .RestoreMetadata,
  ).toEqual({ newFileSystem: 'true' });
});

test('protected resources are those with recovery points', async () => {
  expect((await call('ListProtectedResources')).Results).toEqual([]);
  expect(await refusal('DescribeProtectedResource', { ResourceArn: volume })).toMatch(/^ResourceNotFoundException/);
  expect(await refusal('DescribeProtectedResource', { ResourceArn: 'arn:aws:sqs:eu-west-1:111111111111:q' })).toMatch(
    /^InvalidParameterValueException: Unsupported resource type/,
  );
  await backedUp();
  world.clock.advance(1000);
  const arn = await backedUp();
  const resource = {
    ResourceArn: volume,
    ResourceType: 'EBS',
    ResourceName: 'disk',
    LastBackupTime: new Date(world.clock.now()),
    LastBackupVaultArn: `arn:aws:backup:${REGION}:${SOURCE}:backup-vault:first`,
    LastRecoveryPointArn: arn,
  };
  expect((await call('ListProtectedResources')).Results).toEqual([resource]);
  expect((await call('ListProtectedResourcesByBackupVault', { BackupVaultName: 'first' })).Results).toEqual([resource]);
  expect(await call('DescribeProtectedResource', { ResourceArn: volume })).toEqual(resource);
});

test('a vault with recovery points stays; once they are gone it goes', async () => {
  const arn = await backedUp();
  expect(await refusal('DeleteBackupVault', { BackupVaultName: 'first' })).toBe(
    'InvalidRequestException: Backup vault cannot be deleted because it contains recovery points.',
  );
  await call('DeleteRecoveryPoint', { BackupVaultName: 'first', RecoveryPointArn: arn });
  expect(await refusal('DescribeRecoveryPoint', { BackupVaultName: 'first', RecoveryPointArn: arn })).toBe(
    `ResourceNotFoundException: Cannot find recovery point ${arn}.`,
  );
  await call('DeleteBackupVault', { BackupVaultName: 'first' });
});

test('a locked vault keeps its recovery points as they are', async () => {
  const arn = await backedUp();
  const point = { BackupVaultName: 'first', RecoveryPointArn: arn };
  await call('PutBackupVaultLockConfiguration', { BackupVaultName: 'first', MinRetentionDays: 1 });
  expect(await refusal('DeleteRecoveryPoint', point)).toMatch(/^InvalidRequestException/);
  const change = { ...point, Lifecycle: { DeleteAfterDays: 1 } };
  expect(await refusal('UpdateRecoveryPointLifecycle', change)).toMatch(/^InvalidRequestException/);
});

test('a recovery point that a job reads is not deleted', async () => {
  const arn = await backedUp();
  const { CopyJobId } = await call('StartCopyJob', copy(arn));
  const point = { BackupVaultName: 'first', RecoveryPointArn: arn };
  expect(await refusal('DeleteRecoveryPoint', point)).toMatch(/^InvalidResourceStateException/);
  await world.records.write((db) =>
    failJob(db, 'copy', { jobId: CopyJobId, state: 'FAILED', statusMessage: 'x', messageCategory: 'y', now: 1 }),
  );
  await call('DeleteRecoveryPoint', point);
});

test('a lifecycle counts from the creation of the point, and minus one removes it', async () => {
  const files = await world.addResource({ account: SOURCE, type: 'EFS' });
  const arn = await backedUp({ ResourceArn: files });
  const createdAt = world.clock.now();
  world.clock.advance(5 * DAY_MS);
  const change = (Lifecycle: object) => ({ BackupVaultName: 'first', RecoveryPointArn: arn, Lifecycle });
  expect(
    await call('UpdateRecoveryPointLifecycle', change({ MoveToColdStorageAfterDays: 6, DeleteAfterDays: 100 })),
  ).toMatchObject({
    Lifecycle: { MoveToColdStorageAfterDays: 6, DeleteAfterDays: 100 },
    CalculatedLifecycle: {
      MoveToColdStorageAt: new Date(createdAt + 6 * DAY_MS),
      DeleteAt: new Date(createdAt + 100 * DAY_MS),
    },
  });
  expect(await refusal('UpdateRecoveryPointLifecycle', change({ MoveToColdStorageAfterDays: 5 }))).toMatch(
    /^InvalidParameterValueException/,
  );
  const kept = await call(
    'UpdateRecoveryPointLifecycle',
    change({ MoveToColdStorageAfterDays: -1, DeleteAfterDays: -1 }),
  );
  expect(kept).not.toHaveProperty('Lifecycle');
  expect(kept).not.toHaveProperty('CalculatedLifecycle');
});

test('a copy job is on record and in line, whatever its destination', async () => {
  const arn = await backedUp();
  world.clock.advance(1000);
  const started = await call('StartCopyJob', copy(arn, { Lifecycle: { DeleteAfterDays: 7 } }));
  expect(started).toMatchObject({ CreationDate: new Date(world.clock.now()), IsParent: false });
  expect(await linedUp()).toEqual([{ job_id: started.CopyJobId, kind: 'copy', resource_arn: volume }]);
  const { CopyJob } = await call('DescribeCopyJob', { CopyJobId: started.CopyJobId });
  expect(CopyJob).toEqual({
    AccountId: SOURCE,
    CopyJobId: started.CopyJobId,
    SourceBackupVaultArn: `arn:aws:backup:${REGION}:${SOURCE}:backup-vault:first`,
    SourceRecoveryPointArn: arn,
    DestinationBackupVaultArn: DESTINATION_VAULT,
    DestinationRecoveryPointLifecycle: { DeleteAfterDays: 7 },
    BackupSizeInBytes: 4096,
    ResourceArn: volume,
    ResourceType: 'EBS',
    ResourceName: 'disk',
    CreationDate: new Date(world.clock.now()),
    State: 'CREATED',
    IamRoleArn: role,
    IsParent: false,
  });
  const found = await call('ListCopyJobs', { ByDestinationVaultArn: DESTINATION_VAULT, BySourceRecoveryPointArn: arn });
  expect(found.CopyJobs).toEqual([CopyJob]);
  expect((await call('ListCopyJobs', { ByState: 'COMPLETED' })).CopyJobs).toEqual([]);
  expect((await world.call(DESTINATION, 'ListCopyJobs')).CopyJobs).toEqual([]);
  expect(await world.refusal(DESTINATION, 'DescribeCopyJob', { CopyJobId: started.CopyJobId })).toMatch(
    /^ResourceNotFoundException/,
  );
});

test('the ARN of a copy is drawn for the destination, and told once the copy is there', async () => {
  const arn = await backedUp();
  const { CopyJobId } = await call('StartCopyJob', copy(arn));
  const job = await world.records.read((db) =>
    db.selectFrom('copy_jobs').selectAll().where('id', '=', CopyJobId).executeTakeFirstOrThrow(),
  );
  expect(job.destination_recovery_point_arn).toMatch(/^arn:aws:ec2:us-east-1::snapshot\/snap-0/);
});

test.each<[string, (arn: string) => object | Promise<object>, string]>([
  [
    'a point that is not there',
    (arn) => ({ RecoveryPointArn: `${arn}0` }),
    'ResourceNotFoundException: Cannot find recovery point',
  ],
  [
    'a continuous backup',
    () => ({ RecoveryPointArn: 'arn:aws:backup:eu-west-1:111122223333:recovery-point:continuous:bucket-0123abcd' }),
    'InvalidRequestException: Copy job failed. Continuous backups cannot be copied on demand.',
  ],
  [
    'a source vault that is not there',
    () => ({ SourceBackupVaultName: 'absent' }),
    'ResourceNotFoundException: Cannot find recovery point',
  ],
  [
    'its source vault as destination',
    () => ({ DestinationBackupVaultArn: `arn:aws:backup:${REGION}:${SOURCE}:backup-vault:first` }),
    'InvalidParameterValueException',
  ],
  ['no ARN of a point', () => ({ RecoveryPointArn: 'point' }), 'InvalidParameterValueException'],
  [
    'no ARN of a vault',
    () => ({ DestinationBackupVaultArn: `arn:aws:backup:us-east-1:${DESTINATION}:vault:x` }),
    'InvalidParameterValueException',
  ],
  [
    'a role that is not there',
    () => ({ IamRoleArn: `${role}0` }),
    'InvalidParameterValueException: IAM Role arn:aws:iam::111111111111:role/Backup0 cannot be assumed by AWS Backup',
  ],
  [
    "another account's role",
    async () => ({ IamRoleArn: await world.addRole(DESTINATION, 'Backup') }),
    'InvalidParameterValueException: IAM Role',
  ],
])('a copy job with %s is refused, and nothing is in line', async (_name, more, expected) => {
  const arn = await backedUp();
  expect(await refusal('StartCopyJob', copy(arn, await more(arn)))).toContain(expected);
  expect(await linedUp()).toEqual([]);
});

test('a policy may ask where a copy is to go', async () => {
  const arn = await backedUp();
  const user = await world.addUser(
    SOURCE,
    'narrow',
    { Effect: 'Allow', Action: ['backup:*', 'iam:PassRole'] },
    {
      Effect: 'Deny',
      Action: 'backup:StartCopyJob',
      Condition: { 'ForAllValues:ArnNotLike': { 'backup:CopyTargets': [`${DESTINATION_VAULT}*`] } },
    },
  );
  expect(await world.call(user, 'StartCopyJob', copy(arn))).toHaveProperty('CopyJobId');
  const elsewhere = copy(arn, { DestinationBackupVaultArn: DESTINATION_VAULT.replace('other', 'elsewhere') });
  expect(await world.refusal(user, 'StartCopyJob', elsewhere)).toMatch(/explicit deny in an identity-based policy/);
});

test('a restore job is on record and in line behind other restores of the point', async () => {
  const arn = await backedUp();
  const { RestoreJobId } = await call(
    'StartRestoreJob',
    restore(arn, { Metadata: { newFileSystem: 'true' }, ResourceType: 'EBS' }),
  );
  expect(await linedUp()).toEqual([{ job_id: RestoreJobId, kind: 'restore', resource_arn: arn }]);
  const job = await call('DescribeRestoreJob', { RestoreJobId });
  expect(job).toEqual({
    AccountId: SOURCE,
    RestoreJobId,
    RecoveryPointArn: arn,
    SourceResourceArn: volume,
    BackupVaultArn: `arn:aws:backup:${REGION}:${SOURCE}:backup-vault:first`,
    CreationDate: new Date(world.clock.now()),
    Status: 'PENDING',
    PercentDone: '0.00%',
    BackupSizeInBytes: 4096,
    IamRoleArn: role,
    ResourceType: 'EBS',
    RecoveryPointCreationDate: new Date(world.clock.now()),
    IsParent: false,
  });
  expect((await call('ListRestoreJobs', { ByStatus: 'PENDING' })).RestoreJobs).toEqual([job]);
  expect((await call('ListRestoreJobsByProtectedResource', { ResourceArn: volume })).RestoreJobs).toEqual([job]);
  expect((await call('GetRestoreJobMetadata', { RestoreJobId })).Metadata).toEqual({ newFileSystem: 'true' });
});

test.each<[string, () => object, string]>([
  [
    'a point that is not there',
    () => ({ RecoveryPointArn: 'arn:aws:ec2:eu-west-1::snapshot/snap-0' }),
    'ResourceNotFoundException',
  ],
  ['another type', () => ({ ResourceType: 'EFS' }), 'InvalidParameterValueException'],
  ['no role', () => ({ IamRoleArn: undefined }), 'MissingParameterValueException'],
  ['metadata without bounds', () => ({ Metadata: { note: 'x'.repeat(20_000) } }), 'InvalidParameterValueException'],
])('a restore job with %s is refused, and nothing is in line', async (_name, more, expected) => {
  const arn = await backedUp();
  expect(await refusal('StartRestoreJob', restore(arn, more()))).toContain(expected);
  expect(await linedUp()).toEqual([]);
});

test("nobody restores another account's recovery point", async () => {
  const arn = await backedUp();
  const other = await world.addRole(DESTINATION, 'Backup');
  expect(await world.refusal(DESTINATION, 'StartRestoreJob', restore(arn, { IamRoleArn: other }))).toBe(
    `ResourceNotFoundException: Cannot find recovery point ${arn}.`,
  );
});

test('a deny in the vault access policy keeps recovery points from being deleted', async () => {
  const arn = await backedUp();
  await call('PutBackupVaultAccessPolicy', {
    BackupVaultName: 'first',
    Policy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Principal: '*',
          Action: ['backup:DeleteRecoveryPoint', 'backup:StartRestoreJob'],
          Resource: '*',
        },
      ],
    }),
  });
  expect(await refusal('DeleteRecoveryPoint', { BackupVaultName: 'first', RecoveryPointArn: arn })).toMatch(
    /explicit deny in a resource-based policy/,
  );
  expect(await refusal('StartRestoreJob', restore(arn))).toMatch(/explicit deny in a resource-based policy/);
});
