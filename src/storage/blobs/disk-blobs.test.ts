import { Buffer } from 'node:buffer';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { blobStoreSuite } from './blob-store.suite.ts';
import { openDiskBlobs } from './disk-blobs.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'crossvault-blobs-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

blobStoreSuite('disk', () => {
  const own = mkdtempSync(join(tmpdir(), 'crossvault-blobs-'));
  return { blobs: openDiskBlobs(own), close: () => rmSync(own, { recursive: true, force: true }) };
});

test('nothing is left of a put but the blob, and nothing at all of one that failed', async () => {
  const blobs = openDiskBlobs(root);
  await blobs.put('a/one', Buffer.from('one'));
  await expect(blobs.put('a/one', Buffer.from('two'))).rejects.toMatchObject({ kind: 'blob-exists' });
  expect(readdirSync(join(root, 'a'))).toEqual(['one']);
  expect(statSync(join(root, 'a', 'one')).mode & 0o777).toBe(0o600);
});

test('what a crash left half-written is not seen', async () => {
  const blobs = openDiskBlobs(root);
  mkdirSync(join(root, 'a'));
  writeFileSync(join(root, 'a', '~0123'), 'half');
  const names: string[] = [];
  for await (const { name } of blobs.list('')) names.push(name);
  expect(names).toEqual([]);
});

test('a folder that was removed meanwhile is made again', async () => {
  const blobs = openDiskBlobs(root);
  await blobs.put('a/b/one', Buffer.from('one'));
  rmSync(join(root, 'a'), { recursive: true });
  await blobs.put('a/b/two', Buffer.from('two'));
  expect(Buffer.from(await blobs.get('a/b/two')).toString()).toBe('two');
});

test('of small blobs that are put at the same time each is there or refused by itself', async () => {
  const blobs = openDiskBlobs(root);
  await blobs.put('a/7', Buffer.from('first'));
  const names = Array.from({ length: 100 }, (_, index) => `a/${index}`);
  const outcomes = await Promise.allSettled(
    names.map((name) => blobs.put(name, [Buffer.from(name), Buffer.from('!')])),
  );
  expect(outcomes.flatMap(({ status }, index) => (status === 'rejected' ? [index] : []))).toEqual([7]);
  expect(outcomes[7]).toMatchObject({ reason: { kind: 'blob-exists' } });
  expect(readdirSync(join(root, 'a')).sort()).toEqual(names.map((name) => name.slice(2)).sort());
  expect(Buffer.from(await blobs.get('a/7')).toString()).toBe('first');
  expect(Buffer.from(await blobs.get('a/99')).toString()).toBe('a/99!');
  expect(statSync(join(root, 'a', '99')).mode & 0o777).toBe(0o600);
});

test('small blobs that are put at the same time into a folder that was removed meanwhile make it again', async () => {
  const blobs = openDiskBlobs(root);
  await blobs.put('a/b/first', Buffer.from('x'));
  rmSync(join(root, 'a'), { recursive: true });
  const names = Array.from({ length: 20 }, (_, index) => `a/b/${index}`);
  await Promise.all(names.map((name) => blobs.put(name, Buffer.from(name))));
  expect(readdirSync(join(root, 'a', 'b')).length).toBe(20);
});

/** As somebody who is not root, where we are: modes bind only others. */
async function unprivileged(work: () => Promise<void>): Promise<void> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

test.runIf(process.platform !== 'win32')('a blob whose folder cannot be synced is not there', async () => {
  chmodSync(root, 0o777);
  await unprivileged(async () => {
    const blobs = openDiskBlobs(root);
    await blobs.put('a/one', Buffer.from('one'));
    // Files can be made and linked in it, but it cannot be opened.
    chmodSync(join(root, 'a'), 0o300);
    await expect(blobs.put('a/two', Buffer.from('two'))).rejects.toMatchObject({ kind: 'io' });
    const writer = await blobs.begin!('a/three');
    await writer.write(Buffer.from('three'));
    await expect(writer.finish()).rejects.toMatchObject({ kind: 'io' });
    const together = ['a/4', 'a/5', 'a/6', 'a/7', 'a/8', 'a/9'].map((name) => blobs.put(name, Buffer.from(name)));
    const outcomes = await Promise.allSettled(together);
    expect(outcomes.map(({ status }) => status)).toEqual(together.map(() => 'rejected'));
    chmodSync(join(root, 'a'), 0o700);
    expect(readdirSync(join(root, 'a'))).toEqual(['one']);
    await blobs.put('a/two', Buffer.from('two'));
  });
});

test('what a store settles is all there is, and a folder that it cannot sync is an error', async () => {
  chmodSync(root, 0o777);
  await unprivileged(async () => {
    const blobs = openDiskBlobs(root);
    for (const name of ['a/b/one', 'c/two']) await blobs.put(name, Buffer.from('bytes'));
    await blobs.settle!();
    chmodSync(join(root, 'a', 'b'), 0o300);
    await expect(blobs.settle!()).rejects.toThrow('EACCES');
    chmodSync(join(root, 'a', 'b'), 0o700);
  });
});

test.runIf(existsSync('/dev/full'))('a full disk is told as one', async () => {
  const { toStorageError } = await import('./disk-blobs.ts');
  const full = await import('node:fs/promises').then(({ writeFile }) => writeFile('/dev/full', 'x')).catch((e) => e);
  expect(toStorageError(full, 'a')).toMatchObject({ kind: 'disk-full', facts: { name: 'a', code: 'ENOSPC' } });
});

test('a store tells worker threads where it is', () => {
  expect(openDiskBlobs(root).location).toEqual({ kind: 'disk', root });
});
