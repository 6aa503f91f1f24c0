import { accessSync, constants, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sdkClient } from './clients/sdk-client.ts';
import { knownKeys } from './known-keys.ts';
import { makeTree } from './make-tree.ts';
import { memoryOf } from './process-memory.ts';
import { type ServerProcess, startServerProcess } from './running-server.ts';
import { admin, vaultArn, World } from './world.ts';

// Every key of an installation is looked for where it must not be: on disk, in the log, and, once jobs have ended, in the server's memory.

const ACCOUNT = '100000000001';
const self = admin(ACCOUNT);
let folder: string;
let server: ServerProcess;
let keys: Map<string, Buffer>;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossvault-key-material-'));
  const tree = makeTree(path.join(folder, 'tree'));
  server = await startServerProcess({ data: path.join(folder, 'data'), flags: ['--dev', '--log', 'debug'] });
  const world = new World(sdkClient(server.url), server);
  await world.makeRoles(self);
  for (const name of ['near', 'far']) await world.makeVault(self, name, await world.makeKey(self));
  const resource = await world.register(ACCOUNT, 'EFS', tree);
  const { RecoveryPointArn: point } = await world.backUp(self, ACCOUNT, { resource, vault: 'near' });
  const copied = await world.copy(self, ACCOUNT, { point: point!, vault: 'near', to: vaultArn(ACCOUNT, 'far') });
  const recoveryPointArn = copied.DestinationRecoveryPointArn!;
  expect(await world.restore(self, ACCOUNT, { point: recoveryPointArn, metadata: {} })).toMatchObject({
    State: 'COMPLETED',
  });
  await server.operator('POST', 'verify', { recoveryPointArn });
  await server.operator('POST', 'prune', { graceHours: 0 });
  // Jobs that cannot go on, for what they say of it.
  const packs = readdirSync(path.join(server.data, 'blobs'), { recursive: true, withFileTypes: true });
  for (const { parentPath, name } of packs.filter(({ parentPath }) => /\/packs\//.test(parentPath)))
    rmSync(path.join(parentPath, name));
  expect(await world.restore(self, ACCOUNT, { point: recoveryPointArn, metadata: {} })).toMatchObject({
    State: 'FAILED',
  });
  keys = knownKeys(server.data);
}, 240_000);

afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Raw, and as they would be printed. */
function formsOf(key: Buffer): Buffer[] {
  const list = [...key].join(',');
  return [key, Buffer.from(key.toString('hex')), Buffer.from(key.toString('base64')), Buffer.from(list)];
}

test('all keys are known to this test', () => {
  const kinds = [...keys.keys()].map((name) => name.split(' ')[0]);
  for (const kind of ['root', 'material', 'data', 'id', 'index', 'manifest']) expect(kinds).toContain(kind);
});

test('no key is on disk unsealed, but for the root key in its own file', () => {
  for (const file of readdirSync(server.data, { recursive: true, withFileTypes: true })) {
    const place = path.join(file.parentPath, file.name);
    // The root key is in its own file, and what was restored is not ours.
    if (!file.isFile() || /^(keys\/root$|restores\/)/.test(path.relative(server.data, place))) continue;
    const bytes = readFileSync(place);
    for (const [name, key] of keys)
      for (const form of formsOf(key)) expect(bytes.includes(form), `${name} in ${place}`).toBe(false);
  }
});

test('no key is in the log', () => {
  const log = Buffer.from(server.told());
  expect(log.length).toBeGreaterThan(0);
  for (const [name, key] of keys) for (const form of formsOf(key)) expect(log.includes(form), name).toBe(false);
});

/** The root key, as long as the server runs; and the id key, which opens nothing, in the hasher that named what was ill, until the collector comes. */
const STAYS = /^(root|id) key/;

test.skipIf(process.platform !== 'linux' || !mayReadMemory())(
  'once jobs have ended, no key that opens anything but the root key is in the memory of the server',
  async () => {
    const { pid } = (await (await fetch(`${server.url}/_crossvault/health`)).json()) as { pid: number };
    let sizeBytes = 0;
    const found = new Set<string>();
    for (const bytes of memoryOf(pid)) {
      sizeBytes += bytes.length;
      for (const [name, key] of keys) if (bytes.includes(key)) found.add(name);
    }
    // The root key is there: so this looks where keys lie.
    expect([...found].filter((name) => !STAYS.test(name))).toEqual([]);
    expect(found).toContain('root key');
    expect(sizeBytes).toBeGreaterThan(50_000_000);
  },
);

/** Another process's memory, where the system lets its parent look at it. */
function mayReadMemory(): boolean {
  try {
    accessSync('/proc/self/mem', constants.R_OK);
    return process.getuid?.() === 0 || readFileSync('/proc/sys/kernel/yama/ptrace_scope', 'utf8').trim() < '2';
  } catch {
    return false;
  }
}
