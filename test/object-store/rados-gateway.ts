import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** An S3-compatible store of this machine: Ceph's gateway before a cluster of one monitor and one disk in memory, all on loopback. */
export interface RadosGateway {
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Makes another user, with a key of its own, whose buckets may hold so many bytes each. */
  addUser(name: string, options?: { readonly bytesMax?: number }): Promise<Credentials>;
  close(): Promise<void>;
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Bytes that the disk in memory holds; taken as they come. */
const STORE_BYTES = 3 * 1024 ** 3;
const START_TIMEOUT_MS = 90_000;

/** Takes some three seconds. All state lies in a temporary folder, in memory where there is room; the processes end with this one, however it ends. */
export async function startRadosGateway(): Promise<RadosGateway> {
  const folder = mkdtempSync(path.join(stateFolder(), 'crossvault-rgw-'));
  const children: ChildProcess[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(children.map(killed));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return await start(folder, children, close);
  } catch (error) {
    const logs = children.length > 0 ? tailsOf(folder) : '';
    await close();
    throw new Error(`the gateway did not start: ${(error as Error).message}\n${logs}`, { cause: error });
  }
}

/** In memory where there is room: the monitor syncs each of its decisions, and waits long for a disk that others use. */
function stateFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= STATE_BYTES ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

const MEMORY = '/dev/shm';
/** The monitor's store and the logs take some 60 MB. */
const STATE_BYTES = 512 * 1024 ** 2;

async function start(folder: string, children: ChildProcess[], close: () => Promise<void>): Promise<RadosGateway> {
  const [monitorPort, port] = await Promise.all([freePort(), freePort()]);
  const cluster = randomUUID();
  const place = (name: string): string => path.join(folder, name);
  for (const name of ['monitor', 'disk', 'manager', 'run']) mkdirSync(place(name));
  writeFileSync(place('ceph.conf'), settings({ folder, cluster, monitorPort, port }));
  const call = (program: string, ...args: string[]) =>
    run(program, ['-c', place('ceph.conf'), ...args], { timeout: START_TIMEOUT_MS });
  const stay = (program: string, ...args: string[]): void => {
    // The kernel ends it with us, also where we are killed.
    const command = ['--pdeathsig', 'KILL', program, '-f', '-c', place('ceph.conf'), ...args];
    children.push(spawn('setpriv', command, { stdio: 'ignore' }));
  };

  const disk = randomUUID();
  writeFileSync(place('keyring'), keyring());
  const monitor = `[v2:127.0.0.1:${monitorPort}/0]`;
  await run('monmaptool', ['--create', '--addv', 'a', monitor, '--fsid', cluster, place('monmap')]);
  await call('ceph-mon', '--mkfs', '-i', 'a', '--monmap', place('monmap'), '--keyring', place('keyring'));
  stay('ceph-mon', '-i', 'a');
  await call('ceph', 'osd', 'new', disk);
  await call('ceph-osd', '--mkfs', '-i', '0', '--osd-uuid', disk);
  stay('ceph-osd', '-i', '0');

  const addUser: RadosGateway['addUser'] = async (name, { bytesMax } = {}) => {
    const keys = {
      accessKeyId: `AK${randomBytes(9).toString('hex').toUpperCase()}`,
      secretAccessKey: randomBytes(20).toString('hex'),
    };
    const key = ['--access-key', keys.accessKeyId, '--secret-key', keys.secretAccessKey];
    await call('radosgw-admin', 'user', 'create', '--uid', name, '--display-name', name, ...key);
    if (bytesMax !== undefined) {
      const quota = ['--quota-scope', 'bucket', '--uid', name];
      await call('radosgw-admin', 'quota', 'set', ...quota, '--max-size', String(bytesMax));
      await call('radosgw-admin', 'quota', 'enable', ...quota);
    }
    return keys;
  };
  const keys = await addUser('crossvault');
  await addStorageClass(call);
  stay('radosgw', '-n', 'client.admin');
  const endpoint = `http://127.0.0.1:${port}`;
  await answers(endpoint);
  return { endpoint, ...keys, addUser, close };
}

/** A second class of objects beside STANDARD, in the same pool. The gateway learns of it when it starts. */
async function addStorageClass(call: (program: string, ...args: string[]) => Promise<unknown>): Promise<void> {
  const added = ['placement', 'add', '--placement-id', 'default-placement', '--storage-class', 'STANDARD_IA'];
  await call('radosgw-admin', 'zonegroup', ...added, '--rgw-zonegroup', 'default');
  const pool = ['--data-pool', 'default.rgw.buckets.data'];
  await call('radosgw-admin', 'zone', ...added, '--rgw-zone', 'default', ...pool);
}

/** Small and quick: one copy of everything, in memory, and a monitor that does not wait for others before it decides. */
const settings = (to: { folder: string; cluster: string; monitorPort: number; port: number }): string =>
  Object.entries({
    fsid: to.cluster,
    'mon host': `v2:127.0.0.1:${to.monitorPort}/0`,
    'mon initial members': 'a',
    'public addr': '127.0.0.1',
    'ms bind ipv6': 'false',
    'ms bind msgr1': 'false',
    'auth cluster required': 'cephx',
    'auth service required': 'cephx',
    'auth client required': 'cephx',
    'auth allow insecure global id reclaim': 'false',
    keyring: `${to.folder}/keyring`,
    'mon data': `${to.folder}/monitor`,
    'osd data': `${to.folder}/disk`,
    'mgr data': `${to.folder}/manager`,
    'run dir': `${to.folder}/run`,
    'admin socket': '',
    'pid file': '',
    'log file': `${to.folder}/$name.log`,
    'osd pool default size': 1,
    'osd pool default min size': 1,
    'osd pool default pg num': 1,
    'osd pool default pgp num': 1,
    'osd pool default pg autoscale mode': 'off',
    'osd crush chooseleaf type': 0,
    'mon allow pool size one': 'true',
    'paxos propose interval': 0.02,
    'paxos min wait': 0.01,
    'osd objectstore': 'memstore',
    'memstore device bytes': STORE_BYTES,
    'rgw frontends': `beast endpoint=127.0.0.1:${to.port}`,
    'rgw enable usage log': 'false',
    // Quotas at once: the gateway else remembers for ten minutes what a bucket holds.
    'rgw bucket quota ttl': 0,
  }).reduce((text, [name, value]) => `${text}${name} = ${value}\n`, '[global]\n');

const CAPABILITIES: Readonly<Record<string, readonly string[]>> = {
  'mon.': ['mon = "allow *"'],
  'client.admin': ['mon = "allow *"', 'osd = "allow *"', 'mgr = "allow *"'],
  'osd.0': ['mon = "allow profile osd"', 'osd = "allow *"', 'mgr = "allow profile osd"'],
};

function keyring(): string {
  const entries = Object.entries(CAPABILITIES).map(([name, capabilities]) =>
    [`[${name}]`, `key = ${cephKey()}`, ...capabilities.map((capability) => `caps ${capability}`), ''].join('\n'),
  );
  return entries.join('\n');
}

/** Ceph's form of an AES-128 key: type 1, the time it was made, its length, the key. */
function cephKey(): string {
  const header = Buffer.alloc(12);
  header.writeUInt16LE(1, 0);
  header.writeUInt16LE(16, 10);
  return Buffer.concat([header, randomBytes(16)]).toString('base64');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(endpoint: string): Promise<void> {
  const end = performance.now() + START_TIMEOUT_MS;
  for (;;) {
    try {
      await fetch(endpoint);
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

function tailsOf(folder: string): string {
  const tail = (name: string): string => {
    try {
      return readFileSync(path.join(folder, name), 'utf8').split('\n').slice(-12).join('\n');
    } catch {
      return '';
    }
  };
  return ['mon.a.log', 'osd.0.log', 'client.admin.log'].map((name) => `${name}:\n${tail(name)}`).join('\n');
}
