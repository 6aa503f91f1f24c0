import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareTrees } from '../../src/resources/compare-trees.ts';
import { makeTree } from './make-tree.ts';
import { type ServerProcess, startServerProcess } from './running-server.ts';

const SHIM = fileURLToPath(new URL('../../bin/crossvault.cjs', import.meta.url));
/** The machine's own Node, which may be an old one; where there is none, ours has to do. */
const OLD_NODE = existsSync('/usr/bin/node') ? '/usr/bin/node' : process.execPath;

let folder: string;
let tree: string;
let server: ServerProcess;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossvault-command-'));
  tree = makeTree(path.join(folder, 'tree'));
  server = await startServerProcess({ flags: ['--dev', '--clock', 'manual'] });
});

afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(
  args: readonly string[],
  { node = process.execPath, env = {} }: { node?: string; env?: Record<string, string> } = {},
): Run {
  const clean = { PATH: '/usr/bin:/bin', HOME: folder, AWS_EC2_METADATA_DISABLED: 'true', ...env };
  return spawnSync(node, [SHIM, ...args], { encoding: 'utf8', env: clean, cwd: folder, maxBuffer: 64 << 20 });
}

const at = (...args: string[]): string[] => [...args, '--endpoint-url', server.url];
const json = ({ stdout }: Run): Record<string, never> => JSON.parse(stdout);

test('the demonstration copies a directory across accounts and exits, under an old Node as well', () => {
  for (const node of [process.execPath, OLD_NODE]) {
    const { status, stdout, stderr } = run(['demo', '--once', '--source', tree, '--data', path.join(folder, 'demo')], {
      node,
    });
    expect({ status, stderr: stderr.replace(/^Generated a root key at .*$/gm, '').trim() }).toEqual({
      status: 0,
      stderr: '',
    });
    expect(stdout).toMatch(
      /backed up .*\n[\s\S]*copied .*\n[\s\S]*restored .*\n\s+compared .*identical, byte for byte/,
    );
  }
});

test('a second demonstration moves nothing that is there already', () => {
  const { stdout } = run(['demo', '--once', '--source', tree, '--data', path.join(folder, 'demo')]);
  expect(stdout).toMatch(/copied\s+0 B re-encrypted/);
  expect(stdout).toMatch(/were there already/);
});

test('resource, backup, copy, restore and verify work from the command, with their figures as JSON', async () => {
  const account = '500000000005';
  const as = ['--account', account, '--region', 'eu-west-1'];
  const stage = await import('../../src/cli/demo/stage.ts');
  await stage.setStage(server.url);
  const added = json(
    run(
      at(
        'resource',
        'add',
        '--type',
        'EFS',
        '--source',
        pathToFileURL(tree).href,
        '--account',
        stage.SOURCE,
        '--region',
        stage.REGION,
        '--tag',
        'team=storage',
        '--output',
        'json',
      ),
    ),
  );
  expect(added).toMatchObject({ type: 'EFS', nature: 'directory', tags: { team: 'storage' } });
  expect(run(at('resource', 'list')).stdout).toContain(added.arn);
  const source = ['--account', stage.SOURCE, '--region', stage.REGION];
  const backup = json(
    run(at('backup', '--resource', added.arn!, '--vault', stage.SOURCE_VAULT, ...source, '--output', 'json')),
  );
  expect(backup).toMatchObject({ state: 'COMPLETED', made: expect.stringContaining('recovery-point') });
  const destination = stage.vaultArn(stage.DESTINATION, stage.DESTINATION_VAULT);
  const copyArgs = at(
    'copy',
    '--recovery-point',
    backup.made!,
    '--source-vault',
    stage.SOURCE_VAULT,
    '--destination',
    destination,
    ...source,
  );
  const copy = json(run([...copyArgs, '--output', 'json']));
  expect(copy).toMatchObject({ state: 'COMPLETED' });
  const again = run(copyArgs);
  expect(again.stdout).toMatch(/COMPLETED/);
  expect(run(at('verify', '--recovery-point', copy.made!)).stdout).toMatch(/^sound /);
  const to = path.join(folder, 'restored');
  const restored = run(
    at('restore', '--recovery-point', copy.made!, '--to', to, '--account', stage.DESTINATION, '--region', stage.REGION),
  );
  expect(restored).toMatchObject({ status: 0 });
  expect(await compareTrees(tree, to)).toMatchObject({ isSame: true });
  expect(run(at('backup', '--resource', added.arn!, '--vault', 'nowhere', ...as))).toMatchObject({ status: 2 });
});

test('a resource belongs to the caller where no account is named', () => {
  const env = { AWS_ACCESS_KEY_ID: '700000000007', AWS_SECRET_ACCESS_KEY: 'dev', AWS_DEFAULT_REGION: 'eu-west-3' };
  const { status, stdout } = run(at('resource', 'add', '--type', 'EFS', '--source', pathToFileURL(tree).href), { env });
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^arn:aws:elasticfilesystem:eu-west-3:700000000007:file-system\/fs-\w+\n$/),
  });
});

test('a job that fails is exit code 1, with the sentence of AWS', async () => {
  const stage = await import('../../src/cli/demo/stage.ts');
  const [{ arn }] = json(run(at('resource', 'list', '--account', stage.SOURCE, '--output', 'json'))) as unknown as [
    { arn: string },
  ];
  const source = ['--account', stage.SOURCE, '--region', stage.REGION];
  const { made } = json(
    run(at('backup', '--resource', arn, '--vault', stage.SOURCE_VAULT, ...source, '--output', 'json')),
  );
  const other = 'arn:aws:backup:eu-central-1:600000000006:backup-vault:elsewhere';
  const { status, stderr } = run(
    at('copy', '--recovery-point', made!, '--source-vault', stage.SOURCE_VAULT, '--destination', other, ...source),
  );
  expect(status).toBe(1);
  expect(stderr).toContain('Both source and destination account must be a member of the same organization.');
});

function flipLastByteOf(files: readonly string[]): void {
  for (const file of files) {
    const bytes = readFileSync(file);
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(file, bytes);
  }
}

test('a damaged vault is told by verify, place by place, with exit code 1', async () => {
  const data = path.join(folder, 'damaged');
  cpSync(path.join(folder, 'demo'), data, { recursive: true });
  const blobs = (readdirSync(path.join(data, 'blobs'), { recursive: true }) as string[])
    .map((name) => path.join(data, 'blobs', name))
    .filter((name) => statSync(name).isFile());
  const packs = blobs.filter((name) => name.includes('/packs/'));
  for (const pack of packs) truncateSync(pack, Math.floor(statSync(pack).size / 2));
  const damaged = await startServerProcess({ flags: ['--dev'], data });
  try {
    const { sdkClient } = await import('./clients/sdk-client.ts');
    const client = sdkClient(damaged.url);
    const { RecoveryPoints } = await client.call(
      { accessKeyId: '444455556666', secretAccessKey: 'dev', region: 'eu-central-1' },
      'backup',
      'ListRecoveryPointsByBackupVault',
      { BackupVaultName: 'offsite' },
    );
    await client.close();
    const point: string = RecoveryPoints[0].RecoveryPointArn;
    const verify = () => run(['verify', '--recovery-point', point, '--endpoint-url', damaged.url]);
    const found = (stdout: RegExp) => ({
      status: 1,
      stdout: expect.stringMatching(stdout),
      stderr: expect.stringContaining('is damaged in'),
    });
    expect(verify()).toMatchObject(found(/pack-|chunk-/));
    for (const [kind, stdout] of [
      ['/manifests/', /manifest-corrupt/],
      ['/index/', /index-corrupt/],
      ['/head', /head-corrupt/],
    ] as const) {
      flipLastByteOf(blobs.filter((name) => name.includes(kind)));
      expect(verify()).toMatchObject(found(stdout));
    }
  } finally {
    await damaged.stop();
  }
});

test('the clock is shown and moved', () => {
  const before = Date.parse(json(run(at('clock', 'show', '--output', 'json'))).now!);
  const after = Date.parse(json(run(at('clock', 'advance', 'P35D', '--output', 'json'))).now!);
  expect(after - before).toBe(35 * 86_400_000);
  expect(run(at('clock', 'advance', 'soon'))).toMatchObject({ status: 2, stderr: expect.stringContaining('P35D') });
});

test('what is called wrongly is exit code 2, what is missing is 69, and neither shows a stack trace', () => {
  const refused = [
    [2, ['nonsense']],
    [2, ['backup', '--vault', 'x']],
    [2, at('resource', 'add', '--type', 'EFS', '--source', '/srv/data', '--account', '500000000005')],
    [2, at('resource', 'add', '--type', 'Floppy', '--source', 'file:///srv', '--account', '500000000005')],
    [2, ['serve', '--dev', '--listen', '0.0.0.0:1']],
    [69, ['clock', 'show', '--endpoint-url', 'http://127.0.0.1:9']],
    [69, ['serve', '--dev', '--listen', `127.0.0.1:${new URL(server.url).port}`, '--data', path.join(folder, 'taken')]],
    [69, ['serve', '--data', server.data, '--listen', '127.0.0.1:0']],
  ] as const;
  for (const [status, args] of refused) {
    const result = run(args);
    expect({ args, status: result.status }).toEqual({ args, status });
    expect(result.stderr).not.toMatch(/\n\s+at |node:internal/);
    expect(result.stderr.trim()).not.toBe('');
  }
});

test('another build of Node is used where the operator names one, and missed in one sentence', () => {
  expect(run(['--version'], { node: OLD_NODE, env: { CROSSVAULT_NODE: process.execPath } })).toMatchObject({
    status: 0,
    stderr: '',
  });
  expect(run(['--version'], { env: { CROSSVAULT_NODE: '/no/such/node' } })).toMatchObject({
    status: 69,
    stderr: 'crossvault: CROSSVAULT_NODE names /no/such/node, and there is no such file.\n',
  });
});

test('init makes the first account once; its key, and only its key, works on a server in normal mode', async () => {
  const data = path.join(folder, 'normal');
  const made = json(run(['init', '--data', data, '--output', 'json']));
  expect(made).toMatchObject({
    accountId: expect.stringMatching(/^\d{12}$/),
    accessKeyId: expect.stringMatching(/^AKIA/),
  });
  expect(run(['init', '--data', data])).toMatchObject({ status: 2 });
  const normal = await startServerProcess({ data, flags: ['--source-root', tree] });
  try {
    const { sdkClient } = await import('./clients/sdk-client.ts');
    const client = sdkClient(normal.url);
    const key = { accessKeyId: made.accessKeyId!, secretAccessKey: made.secretAccessKey! };
    expect(await client.call(key, 'sts', 'GetCallerIdentity')).toMatchObject({ Account: made.accountId });
    await expect(client.call({ ...key, secretAccessKey: 'wrong' }, 'sts', 'GetCallerIdentity')).rejects.toMatchObject({
      code: expect.stringMatching(/Signature/),
    });
    await expect(
      client.call({ accessKeyId: '111122223333', secretAccessKey: 'dev' }, 'sts', 'GetCallerIdentity'),
    ).rejects.toMatchObject({ code: expect.stringMatching(/InvalidClientTokenId|UnrecognizedClient/) });
    await client.close();
    const account = ['--account', made.accountId!, '--endpoint-url', normal.url, '--type', 'EFS'];
    expect(run(['resource', 'add', '--source', pathToFileURL(tree).href, ...account])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('token'),
    });
    expect(run(['resource', 'add', '--source', pathToFileURL(tree).href, '--data', data, ...account])).toMatchObject({
      status: 0,
    });
    expect(run(['resource', 'add', '--source', 'file:///etc', '--data', data, ...account])).toMatchObject({
      status: 2,
    });
  } finally {
    await normal.stop();
  }
  expect(statSync(path.join(data, 'keys', 'root')).mode & 0o077).toBe(0);
  expect(readFileSync(path.join(data, 'records.sqlite')).includes(Buffer.from(made.secretAccessKey!))).toBe(false);
});

test('a server whose starter is killed ends with it, and the next one takes over', async () => {
  const data = path.join(folder, 'orphan');
  const args = ['serve', '--dev', '--data', data, '--listen', '127.0.0.1:0'];
  const { spawn } = await import('node:child_process');
  for (const node of [OLD_NODE, process.execPath]) {
    const child = spawn(node, [SHIM, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
    await new Promise<void>((resolve, reject) => {
      child.stderr.on('data', (text: Buffer) => text.includes('listens on') && resolve());
      child.once('exit', (code) => reject(new Error(`it ended with ${code} before it listened`)));
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }
  const next = await startServerProcess({ flags: ['--dev'], data });
  await next.stop();
});
