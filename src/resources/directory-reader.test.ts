import { Buffer } from 'node:buffer';
import { chmodSync, linkSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openDirectoryReader } from './directory-reader.ts';
import { cLibrary } from './native/c-library.ts';
import { setModificationTime } from './native/times.ts';
import { writeXattr } from './native/xattrs.ts';
import { zeroTerminated } from './path-bytes.ts';
import { readEntry } from './read-entry.ts';
import { scratch, unprivileged } from './scratch.testkit.ts';

async function namesOf(root: string, ...steps: string[]): Promise<string[]> {
  const { entries } = await (await openDirectoryReader(root)).list(steps.map((step) => Buffer.from(step)));
  return entries.map(({ name }) => Buffer.from(name).toString('latin1'));
}

test('entries come in byte order, whatever the language', async () => {
  const root = scratch();
  for (const name of ['b', 'B', 'a-', 'a', 'ä', 'a.']) writeFileSync(path.join(root, name), '');
  writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff])]), '');
  expect(await namesOf(root)).toEqual(['B', 'a', 'a-', 'a.', 'b', '\u00c3\u00a4', '\u00ff']);
});

test('an entry tells size, owner, mode, times and identity', async () => {
  const root = scratch();
  writeFileSync(path.join(root, 'f'), 'four', { mode: 0o640 });
  const { entries } = await (await openDirectoryReader(root)).list([]);
  expect(entries[0]).toMatchObject({ type: 'file', sizeBytes: 4, mode: 0o640, uid: process.geteuid!() });
  expect(entries[0]!.hardLinkKey).toBeUndefined();
  expect(entries[0]!.inode).toBeGreaterThan(0n);
  expect(entries[0]!.ctimeNs).toBeGreaterThan(1_600_000_000_000_000_000n);
});

test('what is excluded is left out with all that is in it', async () => {
  const root = scratch();
  mkdirSync(path.join(root, 'kept/.crossvault'), { recursive: true });
  mkdirSync(path.join(root, '.crossvault'));
  const reader = await openDirectoryReader(root, { excluded: [path.join(root, '.crossvault'), '/no/such/place'] });
  const { entries } = await reader.list([]);
  expect(entries.map(({ name }) => Buffer.from(name).toString())).toEqual(['kept']);
  expect((await reader.list([Buffer.from('kept')])).entries).toHaveLength(1);
});

test('a directory that has vanished is a trouble', async () => {
  const reader = await openDirectoryReader(scratch());
  expect(await reader.list([Buffer.from('gone')])).toEqual({
    entries: [],
    troubles: [{ name: Buffer.alloc(0), kind: 'vanished', detail: 'ENOENT' }],
  });
});

test('a directory that may not be read is a trouble, its neighbours are read', async () => {
  const root = scratch();
  mkdirSync(path.join(root, 'closed'));
  chmodSync(path.join(root, 'closed'), 0);
  await unprivileged(root, async () => {
    const reader = await openDirectoryReader(root);
    expect((await reader.list([])).entries).toHaveLength(1);
    expect((await reader.list([Buffer.from('closed')])).troubles).toMatchObject([
      { kind: 'unreadable', detail: 'EACCES' },
    ]);
  });
});

test('the root must be a directory that is there', async () => {
  const root = scratch();
  writeFileSync(path.join(root, 'f'), '');
  await expect(openDirectoryReader(path.join(root, 'nothing'))).rejects.toMatchObject({ kind: 'source-missing' });
  await expect(openDirectoryReader(path.join(root, 'f'))).rejects.toMatchObject({ kind: 'source-unreadable' });
});

test.runIf(cLibrary)('a symbolic link put in the place of a directory is not followed, at any step', async () => {
  const root = scratch();
  const outside = scratch();
  mkdirSync(path.join(outside, 'b/secret'), { recursive: true });
  mkdirSync(path.join(root, 'a/b'), { recursive: true });
  const reader = await openDirectoryReader(root);
  renameSync(path.join(root, 'a'), path.join(root, 'moved'));
  symlinkSync(outside, path.join(root, 'a'));
  for (const steps of [['a'], ['a', 'b']]) {
    const { entries, troubles } = await reader.list(steps.map((step) => Buffer.from(step)));
    expect(entries).toEqual([]);
    expect(troubles).toMatchObject([{ kind: 'unreadable' }]);
  }
});

test('the path for workers is the bytes of the names below the real root', async () => {
  const place = scratch();
  mkdirSync(path.join(place, 'real'));
  symlinkSync('real', path.join(place, 'link'));
  const reader = await openDirectoryReader(path.join(place, 'link'));
  const found = reader.absolute([Buffer.from([0xff]), Buffer.from('b')]);
  expect(Buffer.from(found)).toEqual(
    Buffer.concat([Buffer.from(`${place}/real/`), Buffer.from([0xff]), Buffer.from('/b')]),
  );
});

test('a directory of many entries is listed whole, in turns', async () => {
  const root = scratch();
  for (let index = 0; index < 3_000; index++) writeFileSync(path.join(root, `f${index}`), '');
  expect(await namesOf(root)).toHaveLength(3_000);
});

test('whatever a name is, it is told the same in a listing as by its path', async () => {
  const root = scratch();
  const above = Buffer.from(`${root}/`);
  const at = (name: string): Buffer => Buffer.from(path.join(root, name));
  mkdirSync(at('directory'), { mode: 0o1750 });
  for (const name of ['attributes', 'file', 'linked', 'old', 'n\u00e4me', 'x'.repeat(255)])
    writeFileSync(at(name), name);
  writeFileSync(Buffer.concat([above, Buffer.from([0xff])]), 'not UTF-8', { mode: 0o4711 });
  symlinkSync('nowhere', at('symlink'));
  linkSync(at('linked'), at('linked too'));
  setModificationTime(at('old'), -1_500_000_000n);
  if (cLibrary) writeXattr(zeroTerminated(at('attributes')), { name: Buffer.from('user.a'), value: Buffer.from('b') });
  const { entries, troubles } = await (await openDirectoryReader(root)).list([]);
  expect(troubles).toEqual([]);
  expect(entries).toHaveLength(10);
  for (const entry of entries) expect(entry).toEqual(readEntry(Buffer.concat([above, entry.name]), entry.name));
  expect(entries.find(({ name }) => Buffer.from(name).equals(Buffer.from('old')))!.mtimeNs).toBe(-1_500_000_000n);
});

test('a tree of small directories gives the event loop its turns', async () => {
  const root = scratch();
  const names = Array.from({ length: 30 }, (_, index) => `d${index}`);
  for (const name of names) {
    mkdirSync(path.join(root, name));
    for (let index = 0; index < 40; index++) writeFileSync(path.join(root, name, `f${index}`), '');
  }
  const reader = await openDirectoryReader(root);
  let turns = 0;
  const turn = (): void => {
    turns += 1;
    next = setImmediate(turn);
  };
  let next = setImmediate(turn);
  for (const name of names) for await (const _ of reader.pages!([Buffer.from(name)]));
  clearImmediate(next);
  expect(turns).toBeGreaterThan(1);
});
