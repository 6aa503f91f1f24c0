import { beforeEach, expect, test } from 'vitest';
import { SOURCE } from '../access/testing/access-world.ts';
import { type BackupWorld, openBackupWorld } from '../aws/services/backup/testing/backup-world.ts';
import { startJob } from '../storage/records/jobs.ts';
import { claimWork } from '../storage/records/work.ts';
import type { JobContext } from './job-context.ts';
import { jobWindows } from './job-windows.ts';

const MINUTE_MS = 60_000;

let world: BackupWorld;
let role: string;
let volume: string;

beforeEach(async () => {
  world = await openBackupWorld();
  role = await world.addRole(SOURCE, 'Backup');
  await call('CreateBackupVault', { BackupVaultName: 'first' });
  volume = await world.addResource({ account: SOURCE, type: 'EBS' });
});

const call = (operation: string, input?: object) => world.call(SOURCE, operation, input);

const start = async (more: object = {}): Promise<string> =>
  (
    await call('StartBackupJob', {
      BackupVaultName: 'first',
      ResourceArn: volume,
      IamRoleArn: role,
      StartWindowMinutes: 60,
      CompleteWindowMinutes: 120,
      ...more,
    })
  ).BackupJobId;

const describeJob = (BackupJobId: string) => call('DescribeBackupJob', { BackupJobId });

async function pass(minutes: number): Promise<void> {
  world.clock.advance(minutes * MINUTE_MS);
  const context = { records: world.records } as unknown as JobContext;
  await jobWindows.run(context, world.clock.now());
}

const inMinutes = async (begun: number): Promise<number | undefined> => {
  const due = await world.records.read((db) => jobWindows.nextDue(db));
  return due && (due - begun) / MINUTE_MS;
};

async function claim(now: number) {
  const wish = { owner: 'w', leaseMs: 10 * 24 * 60 * MINUTE_MS, now, machineNow: now, max: 1 };
  return (await world.records.write((db) => claimWork(db, wish)))[0];
}

test('a job that is not started within its start window expires', async () => {
  const begun = world.clock.now();
  const id = await start();
  expect(await inMinutes(begun)).toBe(60);
  await pass(59);
  expect((await describeJob(id)).State).toBe('CREATED');
  await pass(1);
  expect(await describeJob(id)).toMatchObject({
    State: 'EXPIRED',
    StatusMessage: 'Backup job expired before completion.',
    MessageCategory: 'JOB_EXPIRED',
    CompletionDate: new Date(begun + 60 * MINUTE_MS),
  });
  expect(await claim(world.clock.now())).toBeUndefined();
  expect(await inMinutes(begun)).toBeUndefined();
});

test('one that waited for another job of its resource says so', async () => {
  const first = await start({ CompleteWindowMinutes: 10_000 });
  expect((await claim(world.clock.now()))?.jobId).toBe(first);
  const second = await start();
  await pass(60);
  expect((await describeJob(first)).State).toBe('CREATED');
  expect(await describeJob(second)).toMatchObject({
    State: 'EXPIRED',
    StatusMessage: '"Backup job failed because there was a running job for the same resource."',
    MessageCategory: 'CONCURRENT_JOB',
  });
});

test('a job that runs on past its completion window is asked to stop', async () => {
  const begun = world.clock.now();
  const id = await start();
  await claim(begun);
  await world.records.write((db) => startJob(db, 'backup', id, begun));
  expect(await inMinutes(begun)).toBe(120);
  await pass(119);
  expect((await describeJob(id)).State).toBe('RUNNING');
  await pass(1);
  expect((await describeJob(id)).State).toBe('ABORTING');
  expect(await inMinutes(begun)).toBeUndefined();
});
