import { Buffer } from 'node:buffer';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compareTrees } from '../../resources/compare-trees.ts';
import { openDirectoryReader } from '../../resources/directory-reader.ts';
import { openDiskBlobs } from '../../storage/blobs/disk-blobs.ts';
import { blobNames, machineClock, noise, testDomain } from '../engine.testkit.ts';
import type { Domain, Engine } from '../engine.ts';
import { openEngine } from '../open-engine.ts';

let scratch: string;
let engine: Engine;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'crossvault-lanes-'));
  engine = openEngine({ clock: machineClock, threads: 2, packSize: 4_000_000 });
});
afterEach(async () => {
  await engine.close();
  rmSync(scratch, { recursive: true, force: true });
});

function makeTree(): string {
  const root = join(scratch, 'source');
  mkdirSync(join(root, 'texts'), { recursive: true });
  for (let number = 0; number < 300; number += 1) {
    writeFileSync(join(root, 'texts', `text-${number}`), `${number} bottles of beer\n`.repeat(number * 3));
  }
  for (let number = 0; number < 4; number += 1)
    writeFileSync(join(root, `${number}.bin`), noise(`${number}`, 9_000_000));
  return root;
}

async function backUpAndCopy(one: Domain, other: Domain, root: string): Promise<void> {
  const resource = await openDirectoryReader(root);
  await engine.backup({ domain: one, resource, manifestId: 'm1', about: {} });
  await engine.copy({
    source: one,
    destination: other,
    sourceManifestId: 'm1',
    destinationManifestId: 'm1',
    about: {},
  });
}

test('worker threads back up, copy and restore what is on disk', async () => {
  const one = testDomain('one', openDiskBlobs(join(scratch, 'one')));
  const other = testDomain('other', openDiskBlobs(join(scratch, 'other')));
  const root = makeTree();
  await backUpAndCopy(one, other, root);
  rmSync(join(scratch, 'one'), { recursive: true });
  const restored = join(scratch, 'restored');
  const target = { nature: 'directory', root: Buffer.from(restored) } as const;
  const report = await engine.restore({ domain: other, manifestId: 'm1', target });
  expect(report).toMatchObject({ files: 304, troubleCount: 0 });
  expect((await compareTrees(root, restored)).differences).toEqual([]);
  expect((await engine.verify({ domain: other, manifestId: 'm1' })).illnesses).toEqual([]);
});

test('a copy that is too large to stay in memory goes past the page cache, and is whole', async () => {
  await engine.close();
  engine = openEngine({ clock: machineClock, threads: 2, packSize: 4_000_000, memoryBytes: 1_000_000 });
  const one = testDomain('one', openDiskBlobs(join(scratch, 'one')));
  const other = testDomain('other', openDiskBlobs(join(scratch, 'other')));
  await backUpAndCopy(one, other, makeTree());
  const { illnesses, bytes } = await engine.verify({ domain: other, manifestId: 'm1' });
  expect(illnesses).toEqual([]);
  expect(bytes).toBeGreaterThan(36_000_000);
  const names = readdirSync(join(scratch, 'other'), { recursive: true }) as string[];
  expect(names.filter((name) => name.includes('~'))).toEqual([]);
});

test('what a thread finds ill comes back with its kind', async () => {
  const one = testDomain('one', openDiskBlobs(join(scratch, 'one')));
  const other = testDomain('other', openDiskBlobs(join(scratch, 'other')));
  const root = makeTree();
  await backUpAndCopy(one, other, root);
  const packs = await blobNames(other.blobs, 'region/other/packs/');
  const sizes = await Promise.all(packs.map(async (name) => ({ name, size: (await other.blobs.size(name))! })));
  const { name, size } = sizes.sort((a, b) => b.size - a.size)[0]!;
  const bytes = Buffer.from(await other.blobs.get(name));
  bytes[size >> 1]! ^= 1;
  await other.blobs.replace(name, bytes);
  const { illnesses } = await engine.verify({ domain: other, manifestId: 'm1' });
  expect(illnesses.map(({ kind }) => kind)).toEqual(['chunk-corrupt']);
  const target = { nature: 'directory', root: Buffer.from(join(scratch, 'restored')) } as const;
  const restored = engine.restore({ domain: other, manifestId: 'm1', target });
  await expect(restored).rejects.toMatchObject({ name: 'EngineError', kind: 'chunk-corrupt' });
  await expect(restored).rejects.toThrow(illnesses[0]!.where.split(' ')[1]!);
});

test.each([undefined, 1_000_000])(
  'jobs at once on the same threads do not disturb each other (on a machine of %s bytes)',
  async (memoryBytes) => {
    await engine.close();
    engine = openEngine({
      clock: machineClock,
      threads: 2,
      packSize: 4_000_000,
      ...(memoryBytes !== undefined && { memoryBytes }),
    });
    const root = makeTree();
    const resource = await openDirectoryReader(root);
    const ids = ['m1', 'm2', 'm3'];
    const one = testDomain('one', openDiskBlobs(join(scratch, 'one')));
    await Promise.all(ids.map((manifestId) => engine.backup({ domain: one, resource, manifestId, about: {} })));
    const copies = ids.map((id) => testDomain(id, openDiskBlobs(join(scratch, id))));
    const from = { source: one, sourceManifestId: 'm2', destinationManifestId: 'm', about: {} };
    await Promise.all(copies.map((destination) => engine.copy({ ...from, destination })));
    const reports = await Promise.all(copies.map((domain) => engine.verify({ domain, manifestId: 'm' })));
    expect(reports.map(({ illnesses }) => illnesses)).toEqual([[], [], []]);
  },
);

test('an aborted job leaves the threads fit for the next', async () => {
  const root = makeTree();
  const { pages: _, ...resource } = await openDirectoryReader(root);
  const one = testDomain('one', openDiskBlobs(join(scratch, 'one')));
  const abort = new AbortController();
  const list: typeof resource.list = async (path) => {
    if (path.length > 0) abort.abort();
    return resource.list(path);
  };
  const aborted = { domain: one, resource: { ...resource, list }, manifestId: 'm1', about: {}, signal: abort.signal };
  await expect(engine.backup(aborted)).rejects.toMatchObject({ kind: 'aborted' });
  await engine.backup({ domain: one, resource, manifestId: 'm1', about: {} });
  expect((await engine.verify({ domain: one, manifestId: 'm1' })).illnesses).toEqual([]);
});
