import { beforeEach, expect, test } from 'vitest';
import { SOURCE } from '../access/testing/access-world.ts';
import { type BackupWorld, openBackupWorld } from '../aws/services/backup/testing/backup-world.ts';
import type { JobContext } from '../jobs/job-context.ts';
import { planRuns } from '../jobs/plan-runs.ts';
import { failJob } from '../storage/records/jobs.ts';
import { freshness } from './freshness.ts';

let world: BackupWorld;

beforeEach(async () => {
  world = await openBackupWorld();
  const IamRoleArn = await world.addRole(SOURCE, 'Backup');
  await call('CreateBackupVault', { BackupVaultName: 'first' });
  await at('2026-05-05T00:00Z');
  await world.addResource({ account: SOURCE, type: 'EBS' });
  const rule = {
    RuleName: 'daily',
    TargetBackupVaultName: 'first',
    ScheduleExpression: 'cron(0 5 ? * * *)',
    StartWindowMinutes: 60,
    CompletionWindowMinutes: 36 * 60,
  };
  const { BackupPlanId } = await call('CreateBackupPlan', { BackupPlan: { BackupPlanName: 'plan', Rules: [rule] } });
  const BackupSelection = { SelectionName: 'all', IamRoleArn, Resources: ['*'] };
  await call('CreateBackupSelection', { BackupPlanId, BackupSelection });
});

const call = (operation: string, input?: object) => world.call(SOURCE, operation, input);

/** Jumps to a moment and makes the jobs that are due then; nobody runs them. */
async function at(time: string): Promise<void> {
  world.clock.advance(Date.parse(time) - world.clock.now());
  const context = { records: world.records, random: world.random, log: world.services.log };
  await planRuns.run(context as unknown as JobContext, world.clock.now());
}

async function newestJob(): Promise<string> {
  return (await call('ListBackupJobs')).BackupJobs[0].BackupJobId as string;
}

async function fail(jobId: string): Promise<void> {
  const end = { jobId, state: 'FAILED', statusMessage: 'no', messageCategory: 'X', now: world.clock.now() } as const;
  await world.records.write((db) => failJob(db, 'backup', end));
}

async function verdict(maxAgeMs?: number): Promise<string> {
  const [answer] = (await world.records.read((db) => freshness(db, { maxAgeMs }, world.clock.now())))!;
  const [place] = answer!.places;
  return [place!.verdict, place!.because].filter((part) => part !== undefined).join(': ');
}

test('a run is under way while its job has its time, and stale behind its window', async () => {
  expect(await verdict()).toBe('not-due');
  await at('2026-05-05T05:00Z');
  expect(await verdict()).toBe('under-way');
  await at('2026-05-06T05:00Z');
  expect(await verdict()).toBe('under-way');
  // The window of the first job is over, that of the second is not.
  await at('2026-05-06T18:00Z');
  expect(await verdict()).toMatch(/^stale: backup job .* is CREATED beyond its window$/);
});

test('a run that is under way does not hide the failure of the one before it', async () => {
  await at('2026-05-05T05:00Z');
  await fail(await newestJob());
  expect(await verdict()).toMatch(/^stale: backup job .* ended FAILED: no$/);
  await at('2026-05-06T05:00Z');
  expect(await verdict()).toMatch(/^stale: backup job .* ended FAILED: no$/);
  await world.completeBackup(await newestJob());
  expect(await verdict()).toBe('fresh');
});

test('a run whose job was never made is stale once it can no longer start', async () => {
  world.clock.advance(Date.parse('2026-05-05T05:30Z') - world.clock.now());
  expect(await verdict()).toBe('under-way');
  world.clock.advance(Date.parse('2026-05-05T06:00Z') - world.clock.now());
  expect(await verdict()).toBe('stale: the run has made no backup job');
});

test('an age that is asked for takes the place of what is promised', async () => {
  const hour = 3_600_000;
  expect(await verdict(hour)).toBe('stale: there is none');
  await at('2026-05-05T05:00Z');
  await world.completeBackup(await newestJob());
  expect(await verdict(hour)).toBe('fresh');
  await at('2026-05-05T06:30Z');
  expect(await verdict(hour)).toBe('stale: it is older than the age that was asked for');
  expect(await verdict()).toBe('fresh');
});

test('a resource that no plan takes is told, and fails only where an age is asked for', async () => {
  await world.addResource({ account: SOURCE, type: 'EBS', region: 'us-east-1' });
  const verdicts = async (maxAgeMs?: number) =>
    (await world.records.read((db) => freshness(db, { region: 'us-east-1', maxAgeMs }, world.clock.now())))!.map(
      (one) => one.verdict,
    );
  expect([await verdicts(), await verdicts(1)]).toEqual([['no-plan'], ['stale']]);
});
