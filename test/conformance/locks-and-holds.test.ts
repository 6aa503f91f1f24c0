import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, AwsError } from './clients/client.ts';
import { sdkClient } from './clients/sdk-client.ts';
import { makeTree } from './make-tree.ts';
import { type ServerProcess, startServerProcess } from './running-server.ts';
import { admin, type EndedJob, makeImage, vaultArn, World } from './world.ts';

const ACCOUNT = '100000000001';
const self = admin(ACCOUNT);

let folder: string;
let server: ServerProcess;
let world: World;
let volume: string;
let fileSystem: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossvault-locks-'));
  server = await startServerProcess({ flags: ['--dev', '--clock', 'manual'] });
  world = new World(sdkClient(server.url), server);
  await world.makeRoles(self);
  volume = await world.register(ACCOUNT, 'EBS', makeImage(path.join(folder, 'disk.img'), 1));
  fileSystem = await world.register(ACCOUNT, 'EFS', makeTree(path.join(folder, 'tree')));
  await backup('CreateBackupVault', { BackupVaultName: 'first' });
});

afterAll(async () => {
  await world?.client.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const backup = (operation: string, input: object): Promise<Answer> => world.call(self, 'backup', operation, input);
const advance = (time: string) => server.operator('POST', 'clock', { advance: time });

async function refusal(operation: string, input: object): Promise<string> {
  const error = await backup(operation, input).catch((thrown: unknown) => thrown);
  if (!(error instanceof AwsError)) throw new Error(`${operation} was not refused`);
  return `${error.code}: ${error.message}`;
}

async function pointIn(
  vault: string,
  resource: string,
): Promise<{ BackupVaultName: string; RecoveryPointArn: string }> {
  const job = await world.backUp(self, ACCOUNT, { resource, vault });
  expect(job).toMatchObject({ State: 'COMPLETED', VaultType: 'BACKUP_VAULT' });
  return { BackupVaultName: vault, RecoveryPointArn: job.RecoveryPointArn! };
}

async function copyOf(resource: string, into: string, deleteAfterDays: number): Promise<EndedJob> {
  const point = await pointIn('first', resource);
  const { CopyJobId } = await backup('StartCopyJob', {
    RecoveryPointArn: point.RecoveryPointArn,
    SourceBackupVaultName: 'first',
    DestinationBackupVaultArn: vaultArn(ACCOUNT, into),
    IamRoleArn: `arn:aws:iam::${ACCOUNT}:role/AWSBackupCopyRole`,
    Lifecycle: { DeleteAfterDays: deleteAfterDays },
  });
  return await world.until(async () => (await backup('DescribeCopyJob', { CopyJobId })).CopyJob);
}

test('a legal hold keeps a point, and lets it go when it is cancelled', async () => {
  const point = await pointIn('first', volume);
  const { LegalHoldId } = await backup('CreateLegalHold', {
    Title: 'case',
    Description: 'why',
    RecoveryPointSelection: { ResourceIdentifiers: [volume] },
  });
  expect(await refusal('DeleteRecoveryPoint', point)).toMatch(/^InvalidRequestException: .*legal hold/);
  const held = await backup('ListRecoveryPointsByLegalHold', { LegalHoldId });
  expect(held.RecoveryPoints).toMatchObject([{ RecoveryPointArn: point.RecoveryPointArn, BackupVaultName: 'first' }]);
  await backup('CancelLegalHold', { LegalHoldId, CancelDescription: 'closed' });
  await backup('DeleteRecoveryPoint', point);
  expect(await refusal('DescribeRecoveryPoint', point)).toMatch(/^ResourceNotFoundException/);
});

test('a compliance lock can be taken off until its date, and never after', async () => {
  const vault = { BackupVaultName: 'locked' };
  await backup('CreateBackupVault', vault);
  const point = await pointIn('locked', volume);
  const lock = { ...vault, ChangeableForDays: 3, MaxRetentionDays: 100 };
  await backup('PutBackupVaultLockConfiguration', lock);
  expect(await refusal('DeleteRecoveryPoint', point)).toMatch(/^InvalidRequestException: .*locked/);
  expect(await refusal('UpdateRecoveryPointLifecycle', { ...point, Lifecycle: { DeleteAfterDays: 1 } })).toMatch(
    /^InvalidRequestException: .*locked/,
  );
  await advance('P2D');
  await backup('DeleteBackupVaultLockConfiguration', vault);
  await backup('PutBackupVaultLockConfiguration', lock);
  await advance('P3D');
  expect(await refusal('DeleteBackupVaultLockConfiguration', vault)).toMatch(/^InvalidRequestException/);
  expect(await refusal('PutBackupVaultLockConfiguration', { ...vault, MaxRetentionDays: 1 })).toMatch(
    /^InvalidRequestException/,
  );
  expect(await refusal('DeleteRecoveryPoint', point)).toMatch(/^InvalidRequestException: .*locked/);
  expect(await refusal('DeleteBackupVault', vault)).toMatch(/^InvalidRequestException/);
});

test('a logically air-gapped vault takes a copy in its range and gives nothing away', async () => {
  await backup('CreateLogicallyAirGappedBackupVault', {
    BackupVaultName: 'gapped',
    MinRetentionDays: 7,
    MaxRetentionDays: 30,
  });
  const copied = await copyOf(fileSystem, 'gapped', 10);
  expect(copied).toMatchObject({
    State: 'COMPLETED',
    DestinationVaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT',
    DestinationVaultLockState: 'LOCKED',
    DestinationEncryptionKeyArn: expect.stringContaining(':key/'),
    DestinationRecoveryPointLifecycle: { DeleteAfterDays: 10 },
  });
  const copy = { BackupVaultName: 'gapped', RecoveryPointArn: copied.DestinationRecoveryPointArn };
  expect(await backup('DescribeRecoveryPoint', copy)).toMatchObject({
    VaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT',
    EncryptionKeyType: 'AWS_OWNED_KMS_KEY',
  });
  expect(await refusal('DeleteRecoveryPoint', copy)).toMatch(/^InvalidRequestException: .*locked/);
});

test('a copy out of the range fails and says why; one of a type that AWS Backup does not manage is taken where its source is unencrypted', async () => {
  const tooLong = await copyOf(fileSystem, 'gapped', 31);
  expect(tooLong).toMatchObject({ State: 'FAILED', StatusMessage: expect.stringContaining('retention') });
  expect(tooLong).not.toHaveProperty('DestinationVaultType');
  const unmanaged = await copyOf(volume, 'gapped', 10);
  expect(unmanaged).toMatchObject({ State: 'COMPLETED' });
});

test('the summaries count what happened', async () => {
  const { CopyJobSummaries } = await backup('ListCopyJobSummaries', {
    ResourceType: 'AGGREGATE_ALL',
    MessageCategory: 'AGGREGATE_ALL',
    AggregationPeriod: 'FOURTEEN_DAYS',
  });
  expect(CopyJobSummaries.map(({ State, Count }: { State: string; Count: number }) => [State, Count])).toEqual([
    ['COMPLETED', 2],
    ['FAILED', 1],
  ]);
});
