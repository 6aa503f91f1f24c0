import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noise } from '../../src/engine/engine.testkit.ts';
import { compareTrees } from '../../src/resources/compare-trees.ts';
import { type Answer, REGION } from './clients/client.ts';
import { sdkClient } from './clients/sdk-client.ts';
import { makeTree } from './make-tree.ts';
import { type ServerProcess, startServerProcess } from './running-server.ts';
import { admin, roleArn, World } from './world.ts';

const ACCOUNT = '400000000001';
const self = admin(ACCOUNT);
const POINTS = 24;
const KILLS = 8;

let folder: string;
let server: ServerProcess;
let world: World;
let tree: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossvault-cold-'));
  await start();
  await world.makeRoles(self);
  for (const vault of ['archive', 'many']) await world.makeVault(self, vault, await world.makeKey(self));
  tree = makeTree(path.join(folder, 'tree'));
});
afterAll(async () => {
  await world?.client.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Cold storage lies on another disk than all else. */
async function start(): Promise<void> {
  const flags = ['--dev', '--clock', 'manual', '--cold-blobs', path.join(folder, 'disk')];
  server = await startServerProcess({ flags, data: path.join(folder, 'data') });
  world = new World(sdkClient(server.url), server);
}

const backup = (operation: string, input: object): Promise<Answer> => world.call(self, 'backup', operation, input);
const advance = (duration: string) => server.operator('POST', 'clock', { advance: duration });

async function backUp(vault: string, source: string, coldAfterDays: number): Promise<string> {
  const { BackupJobId } = await backup('StartBackupJob', {
    BackupVaultName: vault,
    ResourceArn: await world.register(ACCOUNT, 'EFS', source),
    IamRoleArn: roleArn(ACCOUNT),
    Lifecycle: { MoveToColdStorageAfterDays: coldAfterDays, DeleteAfterDays: coldAfterDays + 90 },
  });
  const job = await world.until(() => backup('DescribeBackupJob', { BackupJobId }));
  return job.RecoveryPointArn!;
}

const classOf = async (BackupVaultName: string, RecoveryPointArn: string): Promise<string> =>
  (await backup('DescribeRecoveryPoint', { BackupVaultName, RecoveryPointArn })).StorageClass;

/** Paths of packs below a folder. */
function packsBelow(root: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath.includes('/packs/'))
    .map((entry) => path.join(entry.parentPath, entry.name));
}
const filesInCold = (): number => readdirSync(path.join(folder, 'disk', 'cold'), { recursive: true }).length;
const packs = () => ({
  warm: packsBelow(path.join(folder, 'data', 'blobs', REGION)).length,
  cold: packsBelow(path.join(folder, 'disk', 'cold', REGION)).length,
});

test('on the eighth day the bytes lie in cold storage, and after a prune nowhere else', async () => {
  const point = await backUp('archive', tree, 8);
  await advance('P7DT23H59M');
  expect(await classOf('archive', point)).toBe('WARM');
  expect(packs().cold).toBe(0);
  await advance('PT1M');
  expect(await classOf('archive', point)).toBe('COLD');
  expect(packs().cold).toBeGreaterThan(0);
  await server.operator('POST', 'prune', { graceHours: 0 });
  expect(packs().warm).toBe(0);

  const target = path.join(folder, 'restored');
  const { RestoreJobId } = await backup('StartRestoreJob', {
    RecoveryPointArn: point,
    IamRoleArn: roleArn(ACCOUNT),
    Metadata: { restoreTo: pathToFileURL(target).href },
  });
  await advance('PT4H');
  expect(await backup('DescribeRestoreJob', { RestoreJobId })).toMatchObject({ Status: 'COMPLETED' });
  expect(await compareTrees(tree, target)).toMatchObject({ isSame: true });
});

test(`kill -9 of the server ${KILLS} times while points go to cold storage leaves all of them there, whole`, async () => {
  const points: string[] = [];
  for (let number = 0; number < POINTS; number += 1) {
    const source = path.join(folder, `source-${number}`);
    mkdirSync(source);
    writeFileSync(path.join(source, 'own'), noise(`own ${number}`, 1_500_000));
    writeFileSync(path.join(source, 'shared'), noise('shared', 800_000));
    points.push(await backUp('many', source, 1));
  }
  const { now } = (await server.operator('GET', 'clock')) as unknown as { now: string };
  const target = new Date(Date.parse(now) + 86_400_000).toISOString();
  const walk = server.operator('POST', 'clock', { to: target }).catch(() => undefined);
  const moved: number[] = [];
  for (let kills = 0; kills < KILLS; kills += 1) {
    // A moment that differs each time: after so many files more, or where none come any more.
    const before = filesInCold();
    for (let looks = 0; looks < 200 && filesInCold() < before + 1 + 9 * kills; looks += 1)
      await new Promise((resolve) => setTimeout(resolve, 5));
    await server.kill();
    await world.client.close();
    await start();
    const classes = await Promise.all(points.map((point) => classOf('many', point)));
    moved.push(classes.filter((one) => one === 'COLD').length);
  }
  await walk;
  await server.operator('POST', 'clock', { to: target });
  expect(await Promise.all(points.map((point) => classOf('many', point)))).toEqual(points.map(() => 'COLD'));
  const { RecoveryPoints } = await backup('ListRecoveryPointsByBackupVault', { BackupVaultName: 'many' });
  const listed = RecoveryPoints.map(({ RecoveryPointArn }: Answer) => RecoveryPointArn);
  expect(listed.toSorted()).toEqual(points.toSorted());
  for (let run = 0; run < 2; run += 1) await server.operator('POST', 'prune', { graceHours: 0 });
  expect(packs().warm).toBe(0);
  for (const recoveryPointArn of points)
    expect(await server.operator('POST', 'verify', { recoveryPointArn })).toMatchObject({ illnesses: [] });
  console.log(`${KILLS} kills, after which ${moved.join(', ')} of ${POINTS} points were in cold storage`);
});
