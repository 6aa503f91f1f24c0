import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, REGION } from './clients/client.ts';
import { sdkClient } from './clients/sdk-client.ts';
import { makeTree } from './make-tree.ts';
import { type ServerProcess, startServerProcess } from './running-server.ts';
import { admin, admitAccount, keyPolicy, MANAGEMENT, makeImage, roleArn, vaultArn, World } from './world.ts';

const SOURCE = '111111111111';
const DESTINATION = '222222222222';
const self = admin(SOURCE);
const BEGIN = '2026-12-27T00:00:00Z';
const SHIM = fileURLToPath(new URL('../../bin/crossvault.cjs', import.meta.url));

let folder: string;
let server: ServerProcess;
let world: World;
let resource: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossvault-plans-'));
  server = await startServerProcess({ flags: ['--dev', '--clock', 'manual'] });
  world = new World(sdkClient(server.url), server);
  await world.organize(MANAGEMENT, SOURCE, DESTINATION);
  for (const account of [SOURCE, DESTINATION]) {
    await world.makeRoles(admin(account));
    const other = account === SOURCE ? DESTINATION : undefined;
    await world.makeVault(admin(account), 'vault', await world.makeKey(admin(account), keyPolicy(account, other)));
  }
  await world.call(admin(DESTINATION), 'backup', 'PutBackupVaultAccessPolicy', {
    BackupVaultName: 'vault',
    Policy: admitAccount(SOURCE),
  });
  resource = await world.register(SOURCE, 'EFS', makeTree(path.join(folder, 'tree')));
  await server.operator('POST', 'clock', { to: BEGIN });
});

afterAll(async () => {
  await world?.client.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const backup = (operation: string, input: object = {}): Promise<Answer> => world.call(self, 'backup', operation, input);
const moveTo = (to: string) => server.operator('POST', 'clock', { to });

async function makePlan(name: string, rules: readonly object[]): Promise<string> {
  const { BackupPlanId } = await backup('CreateBackupPlan', {
    BackupPlan: { BackupPlanName: name, Rules: rules.map((rule) => ({ TargetBackupVaultName: 'vault', ...rule })) },
  });
  await backup('CreateBackupSelection', {
    BackupPlanId,
    BackupSelection: { SelectionName: 'all', IamRoleArn: roleArn(SOURCE), Resources: [resource] },
  });
  return BackupPlanId;
}

/** `date rule days` of the recovery points in a vault, oldest first. */
async function pointsIn(account: string, planId: string): Promise<readonly string[]> {
  const { RecoveryPoints } = await world.call(admin(account), 'backup', 'ListRecoveryPointsByBackupVault', {
    BackupVaultName: 'vault',
    ByBackupPlanId: planId,
  });
  return RecoveryPoints.map(
    ({ CreationDate, CreatedBy, Lifecycle }: Answer) =>
      `${new Date(CreationDate).toISOString().slice(0, 16)} ${CreatedBy.BackupRuleName} ${Lifecycle.DeleteAfterDays}`,
  ).toSorted();
}

test('a week of a nightly plan: each backup, its copy in the other account, and the longest retention where rules meet', async () => {
  const offsite = { DestinationBackupVaultArn: vaultArn(DESTINATION, 'vault') };
  const planId = await makePlan('nightly', [
    { RuleName: 'daily', ScheduleExpression: 'cron(0 5 ? * * *)', Lifecycle: { DeleteAfterDays: 35 } },
    {
      RuleName: 'weekly',
      ScheduleExpression: 'cron(0 5 ? * SUN *)',
      Lifecycle: { DeleteAfterDays: 90 },
      CopyActions: [{ ...offsite, Lifecycle: { DeleteAfterDays: 120 } }],
      RecoveryPointTags: { from: 'weekly' },
    },
  ]);
  const { ScheduledRunsPreview } = await backup('GetBackupPlan', { BackupPlanId: planId, MaxScheduledRunsPreview: 3 });
  expect(ScheduledRunsPreview.map(({ ExecutionTime }: Answer) => new Date(ExecutionTime).toISOString())).toEqual([
    '2026-12-27T05:00:00.000Z',
    '2026-12-27T05:00:00.000Z',
    '2026-12-28T05:00:00.000Z',
  ]);
  await moveTo('2027-01-03T12:00:00Z');
  expect(await pointsIn(SOURCE, planId)).toEqual([
    '2026-12-27T05:00 weekly 90',
    '2026-12-28T05:00 daily 35',
    '2026-12-29T05:00 daily 35',
    '2026-12-30T05:00 daily 35',
    '2026-12-31T05:00 daily 35',
    '2027-01-01T05:00 daily 35',
    '2027-01-02T05:00 daily 35',
    '2027-01-03T05:00 weekly 90',
  ]);
  expect(await pointsIn(DESTINATION, planId)).toEqual(['2026-12-27T05:00 weekly 120', '2027-01-03T05:00 weekly 120']);
  const { CopyJobs } = await backup('ListCopyJobs');
  expect(CopyJobs).toHaveLength(2);
  expect(CopyJobs[0]).toMatchObject({
    State: 'COMPLETED',
    CreatedBy: { BackupPlanId: planId, BackupRuleName: 'weekly' },
    CreatedByBackupJobId: expect.stringMatching(/^[0-9A-F-]{36}$/),
  });
});

test('a plan is run by hand, and shown, from the command line', async () => {
  const planId = await makePlan('by-hand', [
    {
      RuleName: 'yearly',
      ScheduleExpression: 'cron(0 5 1 6 ? *)',
      CopyActions: [{ DestinationBackupVaultArn: vaultArn(DESTINATION, 'vault'), Lifecycle: { DeleteAfterDays: 400 } }],
    },
  ]);
  const crossvault = (...args: string[]): string =>
    execFileSync(
      process.execPath,
      [SHIM, 'plan', ...args, '--endpoint-url', server.url, '--account', SOURCE, '--region', REGION],
      {
        encoding: 'utf8',
      },
    );
  const jobs = JSON.parse(crossvault('run', planId, '--output', 'json'));
  expect(jobs.map(({ kind, state }: Answer) => `${kind} ${state}`)).toEqual(['backup COMPLETED', 'copy COMPLETED']);
  expect(crossvault('run', planId, '--no-wait', '--rule', 'yearly')).toContain(resource);
  expect(crossvault('list')).toContain('2027-06-01T05:00Z');
  expect(crossvault('show', planId)).toContain('cron(0 5 1 6 ? *)');
  const refused = spawnSync(
    process.execPath,
    [SHIM, 'plan', 'run', planId, '--rule', 'x', '--endpoint-url', server.url],
    {
      encoding: 'utf8',
    },
  );
  expect([refused.status, refused.stderr]).toEqual([
    2,
    `crossvault: Plan ${planId} has no rule "x"; it has "yearly".\n`,
  ]);
});

test('a rule with an air-gapped vault: straight, by way of a temporary point, or not at all', async () => {
  const gapped = vaultArn(SOURCE, 'gapped');
  await backup('CreateLogicallyAirGappedBackupVault', {
    BackupVaultName: 'gapped',
    MinRetentionDays: 7,
    MaxRetentionDays: 100,
  });
  await server.operator('POST', 'clock', { advance: 'PT1H' });
  const volume = await world.register(SOURCE, 'EBS', makeImage(path.join(folder, 'disk.img'), 1), {
    kmsKey: await world.makeKey(self),
  });
  const database = await world.register(SOURCE, 'RDS', makeTree(path.join(folder, 'database')));
  const rule = {
    RuleName: 'gapped',
    ScheduleExpression: 'cron(0 5 1 6 ? *)',
    TargetLogicallyAirGappedBackupVaultArn: gapped,
    Lifecycle: { DeleteAfterDays: 30 },
  };
  const planId = await makePlan('gapped', [rule]);
  await backup('CreateBackupSelection', {
    BackupPlanId: planId,
    BackupSelection: { SelectionName: 'more', IamRoleArn: roleArn(SOURCE), Resources: [volume, database] },
  });
  await server.operator('POST', `plans/${planId}/run`, {});
  await server.operator('POST', 'clock', { advance: 'PT1H' });
  const { BackupJobs } = await backup('ListBackupJobs');
  const job = (arn: string) => BackupJobs.find(({ ResourceArn }: Answer) => ResourceArn === arn);
  expect(job(resource)).toMatchObject({ State: 'COMPLETED', BackupVaultName: 'gapped' });
  expect(job(volume)).toMatchObject({
    State: 'COMPLETED',
    BackupVaultName: 'vault',
    RecoveryPointLifecycle: { DeleteAfterDays: 30, DeleteAfterEvent: 'DELETE_AFTER_COPY' },
  });
  expect(job(database)).toMatchObject({
    State: 'COMPLETED',
    BackupVaultName: 'vault',
    StatusMessage:
      'Backup job completed successfully to the target backup vault. This resource type is not supported by logically air-gapped backup vault.',
  });
  const pointsOf = async (arn: string) =>
    (await backup('ListRecoveryPointsByResource', { ResourceArn: arn })).RecoveryPoints.map(
      ({ BackupVaultName, RecoveryPointArn }: Answer) => [BackupVaultName, RecoveryPointArn.split(':')[2]],
    );
  expect(await pointsOf(volume)).toEqual([['gapped', 'backup']]);
  expect(await pointsOf(database)).toEqual([['vault', 'rds']]);
  const [{ RecoveryPointArn: point }] = (await backup('ListRecoveryPointsByResource', { ResourceArn: volume }))
    .RecoveryPoints;
  await backup('CreateLogicallyAirGappedBackupVault', {
    BackupVaultName: 'second',
    MinRetentionDays: 7,
    MaxRetentionDays: 100,
  });
  await server.operator('POST', 'clock', { advance: 'PT1H' });
  for (const to of [vaultArn(SOURCE, 'vault'), vaultArn(DESTINATION, 'vault'), vaultArn(SOURCE, 'second')]) {
    const copy = await world.copy(self, SOURCE, { point, vault: 'gapped', to });
    expect([to, copy.State, copy.StatusMessage]).toEqual([to, 'COMPLETED', undefined]);
  }
});

test('a continuous rule makes snapshots, and says why', async () => {
  const bucket = await world.register(SOURCE, 'S3', makeTree(path.join(folder, 'bucket')), { name: 'bucket' });
  const planId = await makePlan('continuous', [
    { RuleName: 'pitr', EnableContinuousBackup: true, Lifecycle: { DeleteAfterDays: 35 } },
  ]);
  await backup('CreateBackupSelection', {
    BackupPlanId: planId,
    BackupSelection: { SelectionName: 'more', IamRoleArn: roleArn(SOURCE), Resources: [bucket] },
  });
  await server.operator('POST', `plans/${planId}/run`, {});
  await server.operator('POST', 'clock', { advance: 'PT1H' });
  const { BackupJobs } = await backup('ListBackupJobs', { ByResourceArn: bucket });
  expect(BackupJobs).toMatchObject([
    {
      State: 'COMPLETED',
      StatusMessage:
        'Enabling continuous backup failed, because of the following error: the source of this resource keeps no log of its changes. A snapshot was made.',
    },
  ]);
  const [plain] = (await backup('ListBackupJobs', { ByResourceArn: resource })).BackupJobs;
  expect([plain.State, plain.StatusMessage]).toEqual(['COMPLETED', undefined]);
});
