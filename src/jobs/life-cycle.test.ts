import { beforeEach, describe, expect, test } from 'vitest';
import { SOURCE } from '../access/testing/access-world.ts';
import { type BackupWorld, openBackupWorld } from '../aws/services/backup/testing/backup-world.ts';
import { runAgenda } from './agenda.ts';
import { agendaItems } from './agenda-items.ts';
import { ColdMover } from './cold-mover.ts';
import type { JobContext } from './job-context.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const KEEP_JOB_RECORDS_MS = 100 * DAY_MS;

let world: BackupWorld;
let role: string;

beforeEach(async () => {
  world = await openBackupWorld();
  role = await world.addRole(SOURCE, 'Backup');
  await call('CreateBackupVault', { BackupVaultName: 'first' });
});

const call = (operation: string, input?: object) => world.call(SOURCE, operation, input);

/** A point of a fresh resource, with its job. */
async function backedUp(type: 'EFS' | 'EBS', Lifecycle: object): Promise<{ jobId: string; arn: string }> {
  const resource = await world.addResource({ account: SOURCE, type, name: `${type}-${Math.random()}` });
  const { BackupJobId } = await call('StartBackupJob', {
    BackupVaultName: 'first',
    ResourceArn: resource,
    IamRoleArn: role,
    Lifecycle,
  });
  await world.completeBackup(BackupJobId);
  return { jobId: BackupJobId, arn: (await call('DescribeBackupJob', { BackupJobId })).RecoveryPointArn };
}

/** Lets time pass in one leap, then does what has fallen due. */
async function pass(ms: number): Promise<void> {
  world.clock.advance(ms);
  const context = { ...world, log: world.services.log } as unknown as JobContext;
  const coldMoves = new ColdMover(context, { waitsForEnd: true, movesAtOnce: 1 });
  const items = agendaItems({ keepJobRecordsMs: KEEP_JOB_RECORDS_MS, coldMoves });
  while (await runAgenda(items, context, world.clock.now()));
}

async function points(): Promise<{ RecoveryPointArn: string; Status: string; StatusMessage?: string }[]> {
  return (await call('ListRecoveryPointsByBackupVault', { BackupVaultName: 'first' })).RecoveryPoints;
}
const arns = async () => (await points()).map(({ RecoveryPointArn }) => RecoveryPointArn);

describe('expiry', () => {
  test('deletes a point within eight hours after its last day, and not before', async () => {
    await backedUp('EFS', { DeleteAfterDays: 5 });
    await pass(5 * DAY_MS - 1);
    expect(await points()).toHaveLength(1);
    await pass(8 * HOUR_MS);
    expect(await points()).toEqual([]);
  });

  test('tells of each point as of its own moment, however late it is run', async () => {
    const made = world.clock.now();
    const { arn } = await backedUp('EFS', { DeleteAfterDays: 5 });
    await pass(50 * DAY_MS);
    const events = await world.records.read((db) =>
      db.selectFrom('events').select(['state', 'happened_at']).where('subject', '=', arn).orderBy('seq').execute(),
    );
    expect(events.map(({ state }) => state)).toEqual(['COMPLETED', 'DELETING']);
    expect(events[1]!.happened_at - made - 5 * DAY_MS).toBeLessThan(8 * HOUR_MS);
  });

  test('leaves a point that the role may not delete, or whose role is gone, as EXPIRED', async () => {
    const snapshot = await backedUp('EBS', { DeleteAfterDays: 5 });
    await pass(6 * DAY_MS);
    expect(await points()).toMatchObject([
      { RecoveryPointArn: snapshot.arn, Status: 'EXPIRED', StatusMessage: expect.stringContaining('unable to delete') },
    ]);
    await backedUp('EFS', { DeleteAfterDays: 5 });
    await call('DeleteRole', { RoleName: 'Backup' });
    await pass(6 * DAY_MS);
    expect((await points()).map(({ Status }) => Status)).toEqual(['EXPIRED', 'EXPIRED']);
    await call('DeleteRecoveryPoint', { BackupVaultName: 'first', RecoveryPointArn: snapshot.arn });
    expect(await points()).toHaveLength(1);
  });

  test('waits for the end of a legal hold, and then no longer', async () => {
    const { arn } = await backedUp('EFS', { DeleteAfterDays: 5 });
    const { LegalHoldId } = await call('CreateLegalHold', {
      Title: 'case',
      Description: 'why',
      RecoveryPointSelection: { VaultNames: ['first'] },
    });
    await pass(40 * DAY_MS);
    expect(await points()).toMatchObject([{ RecoveryPointArn: arn, Status: 'COMPLETED' }]);
    await call('CancelLegalHold', { LegalHoldId, CancelDescription: 'over' });
    await pass(0);
    expect(await points()).toEqual([]);
  });

  test('is not kept by a vault lock', async () => {
    await backedUp('EFS', { DeleteAfterDays: 5 });
    await call('PutBackupVaultLockConfiguration', { BackupVaultName: 'first', ChangeableForDays: 3 });
    await pass(6 * DAY_MS);
    expect(await points()).toEqual([]);
  });

  test('waits for a job that reads the point', async () => {
    const { arn } = await backedUp('EFS', { DeleteAfterDays: 5 });
    await call('StartRestoreJob', { RecoveryPointArn: arn, IamRoleArn: role, Metadata: {} });
    await pass(6 * DAY_MS);
    expect(await arns()).toEqual([arn]);
    await world.records.write((db) =>
      db.updateTable('restore_jobs').set({ completed_at: world.clock.now() }).execute(),
    );
    await pass(HOUR_MS);
    expect(await arns()).toEqual([]);
  });

  test('follows a lifecycle that was changed', async () => {
    const { arn } = await backedUp('EFS', { DeleteAfterDays: 5 });
    const point = { BackupVaultName: 'first', RecoveryPointArn: arn };
    await call('UpdateRecoveryPointLifecycle', { ...point, Lifecycle: { DeleteAfterDays: -1 } });
    await pass(1000 * DAY_MS);
    expect(await arns()).toEqual([arn]);
    await call('UpdateRecoveryPointLifecycle', { ...point, Lifecycle: { DeleteAfterDays: 1001 } });
    await pass(2 * DAY_MS);
    expect(await arns()).toEqual([]);
  });
});

test('jobs that ended 30 days ago are unknown, and their records kept as long as configured', async () => {
  const { jobId } = await backedUp('EFS', {});
  const isOnRecord = async () =>
    (await world.records.read((db) => db.selectFrom('backup_jobs').select('id').execute())).length > 0;
  await pass(30 * DAY_MS);
  expect(await world.refusal(SOURCE, 'DescribeBackupJob', { BackupJobId: jobId })).toMatch(/^ResourceNotFound/);
  expect(await isOnRecord()).toBe(true);
  await pass(70 * DAY_MS - 1);
  expect(await isOnRecord()).toBe(true);
  await pass(1);
  expect(await isOnRecord()).toBe(false);
  expect(await points()).toHaveLength(1);
});

test('a logically air-gapped vault takes one to three minutes to make', async () => {
  const vault = { BackupVaultName: 'gapped' };
  await call('CreateLogicallyAirGappedBackupVault', { ...vault, MinRetentionDays: 7, MaxRetentionDays: 30 });
  const state = async () => (await call('DescribeBackupVault', vault)).VaultState;
  world.clock.advance(60_000 - 1);
  expect(await state()).toBe('CREATING');
  world.clock.advance(120_001);
  expect(await state()).toBe('AVAILABLE');
});
