import { Buffer } from 'node:buffer';
import { chmodSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openDirectoryReader } from './directory-reader.ts';
import { cLibrary } from './native/c-library.ts';
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
