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
import { admin, admitAccount, keyPolicy, MANAGEMENT, roleArn, vaultArn, World } from './world.ts';

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
