import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadRootKey, type RootKey } from './root-key.ts';
import type { SecretsErrorKind } from './secrets-error.ts';

let dataDirectory: string;
let warnings: string[];
beforeEach(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'crossvault-root-key-'));
  warnings = [];
});
afterEach(() => rm(dataDirectory, { recursive: true }));

let drawn = 0;
const random = { bytes: (count: number) => new Uint8Array(count).fill((drawn += 1)) };
const load = (file?: string): Promise<RootKey> =>
  loadRootKey({ dataDirectory, random, warn: (w) => warnings.push(w), ...(file === undefined ? {} : { file }) });
const write = async (content: string | Uint8Array, mode = 0o600): Promise<string> => {
  const path = join(dataDirectory, 'mine');
  await writeFile(path, content);
  await chmod(path, mode);
  return path;
};
const expectRefused = (kind: SecretsErrorKind, file?: string) =>
  expect(load(file)).rejects.toMatchObject({ name: 'SecretsError', kind });

test('the first start generates a root key for its owner alone, and warns', async () => {
  const { isGenerated, path } = await load();
  expect(isGenerated).toBe(true);
  expect((await stat(path!)).mode & 0o777).toBe(0o600);
  expect(warnings).toHaveLength(1);
  expect(await readdir(join(dataDirectory, 'keys'))).toEqual(['root']);
});

test('the second start finds the same root key, and is silent', async () => {
  const first = await load();
  warnings = [];
  const second = await load();
  expect(second.isGenerated).toBe(false);
  expect(second.material.open()).toEqual(first.material.open());
  expect(warnings).toEqual([]);
});

test('of several that start at once one makes the root key and all have the same', async () => {
  const loaded = await Promise.all([load(), load(), load()]);
  expect(loaded.filter(({ isGenerated }) => isGenerated)).toHaveLength(1);
  expect(new Set(loaded.map(({ material }) => material.open().toString())).size).toBe(1);
});

const key = Uint8Array.from({ length: 32 }, (_, at) => at);
test.each([
  ['raw bytes', key],
  ['hexadecimal', `${Buffer.from(key).toString('hex')}\n`],
  ['base64', `${Buffer.from(key).toString('base64')}\n`],
])('a root key of the operator is read as %s', async (_, content) => {
  expect((await load(await write(content))).material.open()).toEqual(key);
});

test.each([0o640, 0o604, 0o620, 0o644])('a root key file of mode %o is refused', async (mode) => {
  await expectRefused('root-key-exposed', await write(key, mode));
});

test.each(['', 'abc', 'x'.repeat(64), 'a'.repeat(1000)])(
  'a file that holds no root key is refused: %s',
  async (content) => {
    await expectRefused('root-key-malformed', await write(content));
  },
);

test('a named root key file that is missing is refused and not generated', async () => {
  await expectRefused('root-key-unreadable', join(dataDirectory, 'nowhere'));
  expect(await readdir(dataDirectory)).toEqual([]);
});
