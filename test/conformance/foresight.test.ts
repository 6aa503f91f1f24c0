import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FreshnessAnswer } from '../../src/server/operator/freshness.ts';
import type { SimulationAnswer } from '../../src/server/operator/simulation-answer.ts';
import type { Answer } from './clients/client.ts';
import { sdkClient } from './clients/sdk-client.ts';
import { type ServerProcess, startServerProcess } from './running-server.ts';
import { admin, admitAccount, keyPolicy, makeImage, roleArn, vaultArn, World } from './world.ts';

const SHIM = fileURLToPath(new URL('../../bin/crossvault.cjs', import.meta.url));
const SOURCE = '100000000011';
const DESTINATION = '100000000012';
const OFFSITE = vaultArn(DESTINATION, 'offsite');
const CLOSED = vaultArn(DESTINATION, 'closed');

let folder: string;
let server: ServerProcess;
let world: World;
let planId: string;
let simulated: SimulationAnswer;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossvault-foresight-'));
  server = await startServerProcess({ flags: ['--dev', '--clock', 'manual'] });
  world = new World(sdkClient(server.url), server);
  await call(SOURCE, 'organizations', 'CreateOrganization');
  const invitation = { Target: { Id: DESTINATION, Type: 'ACCOUNT' } };
  const { Handshake } = await call(SOURCE, 'organizations', 'InviteAccountToOrganization', invitation);
  await call(DESTINATION, 'organizations', 'AcceptHandshake', { HandshakeId: Handshake.Id });
  await call(SOURCE, 'backup', 'UpdateGlobalSettings', { GlobalSettings: { isCrossAccountBackupEnabled: 'true' } });
  for (const account of [SOURCE, DESTINATION]) await world.makeRoles(admin(account));
  await world.makeVault(admin(SOURCE), 'main', await world.makeKey(admin(SOURCE), keyPolicy(SOURCE, DESTINATION)));
  for (const name of ['offsite', 'closed'])
    await world.makeVault(admin(DESTINATION), name, await world.makeKey(admin(DESTINATION)));
  await admit('offsite');
  for (const seed of [1, 2])
    await world.register(SOURCE, 'EBS', makeImage(path.join(folder, `disk${seed}.img`), seed), { name: `disk${seed}` });
  ({ BackupPlanId: planId } = await call(SOURCE, 'backup', 'CreateBackupPlan', {
    BackupPlan: {
      BackupPlanName: 'nightly',
      Rules: [
        {
          RuleName: 'daily',
          TargetBackupVaultName: 'main',
          ScheduleExpression: 'cron(0 5 ? * * *)',
          Lifecycle: { DeleteAfterDays: 5 },
          CopyActions: [
            { DestinationBackupVaultArn: OFFSITE, Lifecycle: { DeleteAfterDays: 10 } },
            { DestinationBackupVaultArn: CLOSED },
          ],
        },
        {
          RuleName: 'weekly',
          TargetBackupVaultName: 'main',
          ScheduleExpression: 'cron(0 5 ? * 1 *)',
          Lifecycle: { DeleteAfterDays: 35 },
        },
      ],
    },
  }));
  await call(SOURCE, 'backup', 'CreateBackupSelection', {
    BackupPlanId: planId,
    BackupSelection: { SelectionName: 'all', IamRoleArn: roleArn(SOURCE), Resources: ['*'] },
  });
});

afterAll(async () => {
  await world?.client.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const call = (account: string, service: 'backup' | 'organizations', operation: string, input = {}): Promise<Answer> =>
  world.call(admin(account), service, operation, input);
const admit = (BackupVaultName: string) =>
  call(DESTINATION, 'backup', 'PutBackupVaultAccessPolicy', { BackupVaultName, Policy: admitAccount(SOURCE) });
const advance = (time: string) => server.operator('POST', 'clock', { advance: time });
const now = async (): Promise<number> => Date.parse((await server.operator('GET', 'clock'))['now'] ?? '');
const dayFrom = (ms: number, days: number): string => new Date(ms + days * 86_400_000).toISOString().slice(0, 10);

/** The command as a user calls it. */
function crossvault(...args: string[]): Promise<{ code: number; out: string; told: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [SHIM, ...args, '--endpoint-url', server.url], (error, out, told) =>
      resolve({ code: Number(error?.code ?? 0), out, told }),
    );
  });
}

async function freshness(...flags: string[]): Promise<{ code: number; answer: FreshnessAnswer }> {
  const { code, out } = await crossvault('freshness', '--output', 'json', ...flags);
  return { code, answer: JSON.parse(out) as FreshnessAnswer };
}

/** `verdict kind vault` of each place of the first resource. */
const places = ({ resources }: FreshnessAnswer): string[] =>
  resources[0]!.places.map(({ verdict, kind, vaultArn: arn }) => `${verdict} ${kind} ${arn.split(':').at(-1)}`);

async function pointsIn(account: string, BackupVaultName: string): Promise<string[]> {
  const { RecoveryPoints } = await call(account, 'backup', 'ListRecoveryPointsByBackupVault', { BackupVaultName });
  return RecoveryPoints.map(
    ({ CreationDate, ResourceArn, CalculatedLifecycle }: Answer) =>
      `${CreationDate.toISOString()} ${ResourceArn} ${CalculatedLifecycle?.DeleteAt.toISOString()}`,
  ).sort();
}

test('a simulation tells which copies will not happen, why, and what would help', async () => {
  const until = new Date((await now()) + 14 * 86_400_000).toISOString();
  const json = await crossvault('plan', 'simulate', planId, '--until', until, '--output', 'json');
  simulated = JSON.parse(json.out) as SimulationAnswer;
  expect(json.code).toBe(1);
  expect(simulated.summary).toEqual({ backups: 28, failingBackups: 0, copies: 24, failingCopies: 24 });
  expect(simulated.refusals).toMatchObject([
    {
      kind: 'copy',
      rule: 'daily',
      vaultArn: CLOSED,
      count: 24,
      statusMessage: 'Access Denied trying to call AWS Backup service',
      requirement: 'destination-vault-admits-source',
      mend: expect.stringContaining('backup:CopyIntoBackupVault'),
    },
  ]);
  const { code, out, told } = await crossvault('plan', 'simulate', planId, '--until', until);
  expect(code).toBe(1);
  expect(told).toContain('0 backups and 24 copies will not happen');
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test('before the first run nothing is due, and nothing is stale', async () => {
  const { code, answer } = await freshness();
  expect([code, answer.isFresh]).toEqual([0, true]);
  expect(places(answer)).toEqual(['not-due backup main', 'not-due copy offsite', 'not-due copy closed']);
});

test('what was simulated is what comes to be, with its dates', async () => {
  await advance('P14D');
  const end = await now();
  const expected = (arn: string): string[] =>
    simulated.backups
      .flatMap(({ at, resourceArn, copies, ...backup }) =>
        [backup, ...copies]
          .filter((point) => point.vaultArn === arn && point.happens)
          .map((point) => ({ at, resourceArn, deleteAt: point.deleteAt })),
      )
      .filter(({ at }) => Date.parse(at) <= end)
      // A point is deleted at some moment in the eight hours after its last day: then it may be there still.
      .filter(({ deleteAt }) => Date.parse(deleteAt ?? '') > end - 9 * 3_600_000)
      .map(({ at, resourceArn, deleteAt }) => `${at} ${resourceArn} ${deleteAt}`)
      .sort();
  const lives = (line: string): boolean => Date.parse(line.split(' ').at(-1) ?? '') > end;
  for (const [account, name] of [
    [SOURCE, 'main'],
    [DESTINATION, 'offsite'],
    [DESTINATION, 'closed'],
  ] as const) {
    const points = await pointsIn(account, name);
    expect(points.filter(lives)).toEqual(expected(vaultArn(account, name)).filter(lives));
    expect(expected(vaultArn(account, name))).toEqual(expect.arrayContaining(points));
  }
});

test('a failed copy is stale at once, with its reason, and exit code 1', async () => {
  const { code, answer } = await freshness();
  expect(code).toBe(1);
  expect(places(answer)).toEqual(['fresh backup main', 'fresh copy offsite', 'stale copy closed']);
  expect(answer.resources[0]!.places[2]!.because).toMatch(/^copy job .* ended FAILED: Access Denied trying to call/);
  const text = await crossvault('freshness');
  expect([text.code, text.told]).toEqual([1, expect.stringContaining('2 of 2 resources are not fresh')]);
  expect(text.out.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test('once the vault admits the source, the next run makes everything fresh', async () => {
  await admit('closed');
  // Two days: on a Sunday the weekly backup, which has no copies, serves for the daily one.
  await advance('P2D');
  const { code, answer } = await freshness('--plan', planId);
  expect(places(answer)).toEqual(['fresh backup main', 'fresh copy offsite', 'fresh copy closed']);
  expect(code).toBe(0);
});

test('an age may be asked for instead', async () => {
  expect((await freshness('--max-age', 'P3D')).code).toBe(0);
  expect((await freshness('--max-age', 'PT1M')).code).toBe(1);
  expect((await crossvault('freshness', '--max-age', 'a day')).told).toContain('ISO 8601');
});

test('a point whose key is disabled is not usable', async () => {
  const { EncryptionKeyArn } = await call(DESTINATION, 'backup', 'DescribeBackupVault', { BackupVaultName: 'offsite' });
  await world.call(admin(DESTINATION), 'kms', 'DisableKey', { KeyId: EncryptionKeyArn });
  const { code, answer } = await freshness();
  expect(code).toBe(1);
  expect(places(answer)).toEqual(['fresh backup main', 'stale copy offsite', 'fresh copy closed']);
  expect(answer.resources[0]!.places[1]!.because).toContain('its key is not enabled');
});

test('a plan that is not there, and days that are none, are refused in a sentence', async () => {
  const refused = async (...args: string[]) => {
    const { code, told } = await crossvault('plan', 'simulate', ...args);
    return [code, told];
  };
  expect(await refused('nothing', '--until', '2099-01-01')).toEqual([
    2,
    expect.stringContaining('within the next ten years'),
  ]);
  const soon = dayFrom(await now(), 3);
  expect(await refused('nothing', '--until', soon)).toEqual([2, expect.stringContaining('no backup plan nothing')]);
  expect(await refused(planId, '--until', 'tomorrow')).toEqual([2, expect.stringContaining('"until" must be a date')]);
});
