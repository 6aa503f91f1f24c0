import { Buffer } from 'node:buffer';
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { openDirectoryReader } from '../resources/directory-reader.ts';
import { entryOf } from '../resources/entry.testkit.ts';
import type { DirectoryReader, Entry, EntryPath } from '../resources/resource.ts';
import { machineClock, noise, testDomain } from './engine.testkit.ts';
import type { Domain } from './engine.ts';
import { openEngine } from './open-engine.ts';

const engine = openEngine({ clock: machineClock, threads: 0 });
afterAll(() => engine.close());
let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'crossvault-restore-'));
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

const toPath = (text: string): EntryPath => text.split('/').map((name) => Buffer.from(name));
const place = (name: string): string => join(scratch, name);

async function restore(domain: Domain, paths?: readonly EntryPath[]) {
  const target = { nature: 'directory', root: Buffer.from(place('target')) } as const;
  return engine.restore({ domain, manifestId: 'm1', target, ...(paths && { paths }) });
}

/** A tree with a directory of many entries, whose page is a list of pages. Made once, elsewhere. */
const shared = mkdtempSync(join(tmpdir(), 'crossvault-restored-from-'));
afterAll(() => rmSync(shared, { recursive: true, force: true }));
let backedUp: Promise<Domain> | undefined;
const backUpTree = async (): Promise<Domain> => (backedUp ??= makeAndBackUp());

async function makeAndBackUp(): Promise<Domain> {
  const place = (name: string): string => join(shared, name);
  mkdirSync(place('source/etc/deep/er'), { recursive: true });
  mkdirSync(place('source/many'));
  for (let file = 0; file < 2500; file += 1) writeFileSync(place(`source/many/${file}`), `number ${file}`);
  writeFileSync(place('source/etc/hosts'), 'localhost');
  writeFileSync(place('source/etc/deep/er/large'), noise('large', 9_000_000));
  writeFileSync(place('source/other'), 'not wanted');
  linkSync(place('source/etc/hosts'), place('source/many/same'));
  const domain = testDomain();
  await engine.backup({ domain, resource: await openDirectoryReader(place('source')), manifestId: 'm1', about: {} });
  return domain;
}

const everything = (): string[] =>
  readdirSync(place('target'), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(place('target').length + 1))
    .sort();

test('chosen files and directories come back, with the directories above them and nothing else', async () => {
  const domain = await backUpTree();
  const report = await restore(domain, [toPath('many/1234'), toPath('etc/deep'), toPath('many/same')]);
  expect(report).toMatchObject({ files: 3, sizeBytes: 9_000_000 + 11 + 9, troubles: [] });
  expect(everything()).toEqual(['etc/deep/er/large', 'many/1234', 'many/same']);
  expect(readFileSync(place('target/etc/deep/er/large')).equals(noise('large', 9_000_000))).toBe(true);
  expect(readFileSync(place('target/many/same'), 'utf8')).toBe('localhost');
  expect(statSync(place('target/etc')).mtimeMs).toBe(statSync(join(shared, 'source/etc')).mtimeMs);
});

test('a choice inside another is part of it, and the root is everything', async () => {
  const domain = await backUpTree();
  await restore(domain, [toPath('etc/deep/er'), toPath('etc')]);
  expect(everything()).toEqual(['etc/deep/er/large', 'etc/hosts']);
  rmSync(place('target'), { recursive: true });
  expect((await restore(domain, [[], toPath('etc')])).files).toBe(2504);
});

test.each(['none', 'etc/none', 'other/below', 'many/1234/x', '..', 'etc/../other', 'ETC'])(
  'where the recovery point has no %s, it is named and nothing is written',
  async (path) => {
    const domain = await backUpTree();
    const wanted = [toPath('etc'), toPath(path)];
    await expect(restore(domain, wanted)).rejects.toMatchObject({ kind: 'path-missing', facts: { path: `/${path}` } });
    expect(readdirSync(scratch)).toEqual([]);
  },
);

const entry = (name: string, part: Partial<Entry> = {}): Entry =>
  entryOf({ name: Buffer.from(name), sizeBytes: 4, mode: 0o755, ...part });

/** A resource that lies: what it lists goes into the manifest as it is. */
function hostileReader(listing: Readonly<Record<string, readonly Entry[]>>): DirectoryReader {
  return {
    nature: 'directory',
    root: async () => entry('', { type: 'directory' }),
    list: async (path) => ({
      entries: (listing[path.map((name) => Buffer.from(name).toString()).join('|')] ?? []).toSorted((one, other) =>
        Buffer.compare(one.name, other.name),
      ),
      troubles: [],
    }),
    absolute: () => Buffer.from(place('evil')),
  };
}

const out = (): Buffer => Buffer.from(place('outside'));
const hostile: Readonly<Record<string, () => Readonly<Record<string, readonly Entry[]>>>> = {
  'a file called ..': () => ({ '': [entry('..')] }),
  'a file whose name climbs out': () => ({ '': [entry('../outside/taken')] }),
  'a file with an absolute name': () => ({ '': [entry(`${place('outside')}/taken`)] }),
  'a name with a zero byte': () => ({ '': [entry('taken\0')] }),
  'an empty name': () => ({ '': [entry('')] }),
  'a directory called ..': () => ({ '': [entry('..', { type: 'directory' })], '..': [entry('taken')] }),
  'a link and a directory of one name': () => ({
    '': [entry('a', { type: 'symlink', linkTarget: out() }), entry('a', { type: 'directory' })],
    a: [entry('taken')],
  }),
  'a directory and then a link of one name': () => ({
    '': [entry('a', { type: 'directory' }), entry('a', { type: 'symlink', linkTarget: out() })],
    a: [entry('taken')],
  }),
  'a link whose name climbs out': () => ({ '': [entry('../outside/taken', { type: 'symlink', linkTarget: out() })] }),
  'a directory whose name climbs out': () => ({ '': [entry('../outside/taken', { type: 'directory' })] }),
  'a fifo whose name climbs out': () => ({ '': [entry('../outside/taken', { type: 'fifo' })] }),
  'a hard link whose name climbs out': () => ({
    '': [entry('a', { hardLinkKey: 'k' }), entry('../outside/taken', { hardLinkKey: 'k' })],
  }),
};

test.each(Object.keys(hostile))('a manifest with %s is refused, and nothing is written outside', async (name) => {
  mkdirSync(place('outside'));
  writeFileSync(place('evil'), 'evil');
  const domain = testDomain();
  const identity = statSync(place('evil'), { bigint: true });
  const made = hostile[name]!();
  const real = { mtimeNs: identity.mtimeNs, ctimeNs: identity.ctimeNs, inode: identity.ino };
  const listing = Object.fromEntries(
    Object.entries(made).map(([at, all]) => [at, all.map((one) => ({ ...one, ...real }))]),
  );
  try {
    await engine.backup({ domain, resource: hostileReader(listing), manifestId: 'm1', about: {} });
  } catch {
    // Refused already when it was to be written down: as good.
    return;
  }
  await expect(restore(domain)).rejects.toMatchObject({ name: 'EngineError' });
  expect(readdirSync(place('outside'))).toEqual([]);
  expect(
    readdirSync(scratch)
      .filter((one) => one !== 'target')
      .sort(),
  ).toEqual(['evil', 'outside']);
});

test('a link that leads outside comes back as a link, and nothing goes through it', async () => {
  mkdirSync(place('outside'));
  mkdirSync(place('source'));
  symlinkSync(place('outside'), place('source/a'));
  const domain = testDomain();
  await engine.backup({ domain, resource: await openDirectoryReader(place('source')), manifestId: 'm1', about: {} });
  await expect(restore(domain, [toPath('a/below')])).rejects.toMatchObject({ kind: 'path-missing' });
  await restore(domain, [toPath('a')]);
  expect(everything()).toEqual(['a']);
  expect(readdirSync(place('outside'))).toEqual([]);
});
