import { execFile, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareTrees } from '../../src/resources/compare-trees.ts';
import { sdkClient } from '../conformance/clients/sdk-client.ts';
import { makeTree } from '../conformance/make-tree.ts';
import { type ServerProcess, startServerProcess } from '../conformance/running-server.ts';
import { admin, admitAccount, keyPolicy, roleArn, vaultArn, World } from '../conformance/world.ts';
import { type FaultyProxy, openFaultyProxy } from './faulty-proxy.ts';
import { hasObjectStore, newBucket, type TestBucket, useCredentials } from './object-store.ts';

const run = promisify(execFile);
const SHIM = fileURLToPath(new URL('../../bin/crossvault.cjs', import.meta.url));
const ACCOUNT = '500000000001';
const OTHER = '500000000002';
/** What a copy moves while the server is killed. */
const IMAGE_BYTES = 64 << 20;
const KILLS = 3;

describe.runIf(hasObjectStore)('vaults in a bucket', () => {
  let folder: string;
  let data: string;
  let rootKey: string;
  let bucket: TestBucket;
  let proxy: FaultyProxy;
  let blobs: string;
  let restoreCredentials: () => void;
  let server: ServerProcess;
  let world: World;
  let tree: string;
  let resource: string;
  let point: string;
  let copied: string;
  let restores = 0;
  let second: ReturnType<typeof command>;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'crossvault-bucket-'));
    data = path.join(folder, 'data');
    rootKey = path.join(folder, 'root-key');
    writeFileSync(rootKey, randomBytes(32).toString('base64'), { mode: 0o600 });
    process.env['CROSSVAULT_ROOT_KEY_FILE'] = rootKey;
    tree = makeTree(path.join(folder, 'tree'));
    bucket = await newBucket();
    restoreCredentials = useCredentials(bucket);
    proxy = await openFaultyProxy(bucket.endpoint);
    blobs = bucket.url({ through: proxy.url });
    await start();
  });
  afterAll(async () => {
    proxy?.decide(() => 'pass');
    await server?.stop();
    await proxy?.close();
    restoreCredentials?.();
    delete process.env['CROSSVAULT_ROOT_KEY_FILE'];
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(): Promise<void> {
    server = await startServerProcess({ flags: ['--dev', '--blobs', blobs], data });
    world = new World(sdkClient(server.url), server);
  }

  /** Beside this process, which has the proxy in it. */
  async function command(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
    try {
      return { status: 0, ...(await run(process.execPath, [SHIM, ...args])) };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { status: code, stdout, stderr };
    }
  }

  /** A second vault of the other account, which the first may copy into. */
  async function makeDestination(name: string): Promise<string> {
    await world.makeVault(admin(OTHER), name, await world.makeKey(admin(OTHER)));
    await world.call(admin(OTHER), 'backup', 'PutBackupVaultAccessPolicy', {
      BackupVaultName: name,
      Policy: admitAccount(ACCOUNT),
    });
    return vaultArn(OTHER, name);
  }

  async function startCopy(from: string, to: string): Promise<string> {
    const { CopyJobId } = await world.call(admin(ACCOUNT), 'backup', 'StartCopyJob', {
      RecoveryPointArn: from,
      SourceBackupVaultName: 'production',
      DestinationBackupVaultArn: to,
      IamRoleArn: roleArn(ACCOUNT),
    });
    return CopyJobId;
  }

  const copyJob = async (CopyJobId: string) =>
    (await world.call(admin(ACCOUNT), 'backup', 'DescribeCopyJob', { CopyJobId })).CopyJob;

  async function expectRestores(arn: string, account: string, original: string): Promise<void> {
    restores += 1;
    const target = path.join(folder, `restored-${restores}`);
    const metadata = { restoreTo: pathToFileURL(target).href };
    expect(await world.restore(admin(account), account, { point: arn, metadata })).toMatchObject({
      State: 'COMPLETED',
    });
    expect((await compareTrees(original, target)).differences).toEqual([]);
  }

  test('a backup and its copy into another account go into the bucket, and nothing but records stays here', async () => {
    // It watches for some seconds whether the first lives, past the proxy.
    second = command('serve', '--data', path.join(folder, 'other'), '--listen', '127.0.0.1:0', '--blobs', bucket.url());
    await world.organize(ACCOUNT, OTHER);
    for (const account of [ACCOUNT, OTHER]) await world.makeRoles(admin(account));
    await world.makeVault(admin(ACCOUNT), 'production', await world.makeKey(admin(ACCOUNT), keyPolicy(ACCOUNT, OTHER)));
    const to = await makeDestination('offsite');
    resource = await world.register(ACCOUNT, 'EFS', tree);
    const backup = await world.backUp(admin(ACCOUNT), ACCOUNT, { resource, vault: 'production' });
    expect(backup).toMatchObject({ State: 'COMPLETED' });
    point = backup.RecoveryPointArn!;
    const copy = await world.copy(admin(ACCOUNT), ACCOUNT, { point, vault: 'production', to });
    expect(copy).toMatchObject({ State: 'COMPLETED' });
    copied = copy.DestinationRecoveryPointArn!;
    expect(readdirSync(path.join(data, 'blobs'))).toEqual([]);
  });

  test('a store that breaks off every seventh request, or is busy, loses nothing', async () => {
    const faults = ['cut-before', 'cut-answer', 'cut-body', 'unavailable'] as const;
    proxy.decide(({ count }) => (count % 7 === 3 ? faults[Math.floor(count / 7) % 4]! : 'pass'));
    const many = path.join(folder, 'many');
    makeTree(many);
    const other = await world.register(ACCOUNT, 'EFS', many);
    const backup = await world.backUp(admin(ACCOUNT), ACCOUNT, { resource: other, vault: 'production' });
    expect(backup).toMatchObject({ State: 'COMPLETED' });
    const to = await makeDestination('through-faults');
    const copy = await world.copy(admin(ACCOUNT), ACCOUNT, {
      point: backup.RecoveryPointArn!,
      vault: 'production',
      to,
    });
    expect(copy).toMatchObject({ State: 'COMPLETED' });
    await expectRestores(copy.DestinationRecoveryPointArn!, OTHER, many);
    proxy.decide(() => 'pass');
  });

  test('a store that is away for a while is waited for', async () => {
    const to = await makeDestination('after-an-outage');
    proxy.decide(() => 'cut-before');
    const job = await startCopy(point, to);
    await expect.poll(() => server.told()).toContain('job will be tried again');
    proxy.decide(() => 'pass');
    expect(await world.until(() => copyJob(job))).toMatchObject({ State: 'COMPLETED' });
    expect(server.told()).not.toContain(bucket.credentials.secretAccessKey);
  });

  test('no other server may take the bucket, nor this one start without it', async () => {
    const other = await second;
    expect(other.stderr).toMatch(/is in use by another crossvault server, on \S+ \(/);
    expect(other.status).toBe(69);
    await server.stop();
    const without = await command('serve', '--data', data, '--listen', '127.0.0.1:0');
    expect(without.stderr).toContain(`start with --blobs s3://${bucket.bucket}/vaults`);
    expect(without.status).toBe(69);
    const elsewhere = await command(
      'serve',
      '--data',
      data,
      '--listen',
      '127.0.0.1:0',
      '--blobs',
      bucket.url({ prefix: 'no' }),
    );
    expect(elsewhere.stderr).toContain(`do not lie in s3://${bucket.bucket}/no`);
    const fresh = await command(
      'serve',
      '--data',
      path.join(folder, 'other'),
      '--listen',
      '127.0.0.1:0',
      '--blobs',
      blobs,
    );
    expect(fresh.stderr).toContain(`crossvault recover --data ${path.join(folder, 'other')} --blobs s3://`);
  });

  test('a data directory that is gone comes back from the bucket and the root key alone', async () => {
    rmSync(data, { recursive: true });
    const recovered = await command('recover', '--data', data, '--blobs', blobs, '--output', 'json');
    expect(recovered.stderr).toBe('');
    expect(recovered.status).toBe(0);
    expect(JSON.parse(recovered.stdout)).toMatchObject({
      records: { leftOut: [], tables: { vaults: 4, recovery_points: 5 } },
      unknownDomains: [],
    });
    await start();
    await expectRestores(copied, OTHER, tree);
    const verified = await command('verify', '--recovery-point', point, '--endpoint-url', server.url, '--data', data);
    expect(verified.stdout).toMatch(/^sound/);
  });

  test('a prefix without a copy of the records is told as such', async () => {
    const empty = bucket.url({ prefix: 'empty' });
    const nothing = await command('recover', '--data', path.join(folder, 'none'), '--blobs', empty);
    expect([nothing.status, nothing.stderr]).toEqual([69, expect.stringContaining('there is nothing to recover from')]);
  });

  test(`kill -9 of the server ${KILLS} times during copies into the bucket loses nothing`, async () => {
    const image = path.join(folder, 'disk.img');
    writeFileSync(image, randomBytes(IMAGE_BYTES));
    const disk = await world.register(ACCOUNT, 'EBS', image);
    const backup = await world.backUp(admin(ACCOUNT), ACCOUNT, { resource: disk, vault: 'production' });
    expect(backup).toMatchObject({ State: 'COMPLETED' });
    const job = await startCopy(backup.RecoveryPointArn!, await makeDestination('killed'));
    for (let kills = 0; kills < KILLS; kills += 1) {
      const puts = (): number => proxy.requests.filter((request) => /^PUT .*\/packs\//.test(request)).length;
      const before = puts();
      // In the middle of a pack that is on its way, where the copy is not over yet.
      await expect.poll(async () => puts() > before || (await copyJob(job)).State === 'COMPLETED').toBe(true);
      await server.kill();
      await start();
      expect((await copyJob(job)).State).toMatch(/CREATED|RUNNING|COMPLETED/);
    }
    const ended = await world.until(() => copyJob(job));
    expect(ended).toMatchObject({ State: 'COMPLETED' });
    const target = path.join(folder, 'restored.img');
    const restored = await world.restore(admin(OTHER), OTHER, {
      point: ended.DestinationRecoveryPointArn!,
      metadata: { restoreTo: pathToFileURL(target).href },
    });
    expect(restored).toMatchObject({ State: 'COMPLETED' });
    expect(spawnSync('cmp', [image, target]).status).toBe(0);
  });
});
