import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDirectoryReader } from '../resources/directory-reader.ts';
import type { BlobStore } from '../storage/blobs/blob-store.ts';
import { openMemoryBlobs } from '../storage/blobs/memory-blobs.ts';
import { blobNames, machineClock, noise, testDomain, testKeys } from './engine.testkit.ts';
import type { Domain } from './engine.ts';
import { openEngine } from './open-engine.ts';

const scratch = mkdtempSync(join(tmpdir(), 'crossvault-resume-'));
const root = join(scratch, 'source');
const engine = openEngine({ clock: machineClock, threads: 0, packSize: 600_000 });
const source = testDomain('source');
let chunks = 0;

beforeAll(async () => {
  mkdirSync(root);
  for (let file = 0; file < 12; file += 1) writeFileSync(join(root, `${file}`), noise(`${file}`, 600_000));
  await engine.backup({ domain: source, resource: await openDirectoryReader(root), manifestId: 'm1', about: {} });
  chunks = (await copy(testDomain('all'))).copiedChunks;
});
afterAll(async () => {
  await engine.close();
  rmSync(scratch, { recursive: true, force: true });
});

async function copy(destination: Domain, by = engine) {
  return by.copy({ source, destination, sourceManifestId: 'm1', destinationManifestId: 'c', about: {} });
}

/** From its n-th write on, nothing is stored any more: as if the power were cut. */
function cutAt(blobs: BlobStore, writes: number): BlobStore {
  let done = 0;
  return {
    ...blobs,
    async put(name, bytes) {
      done += 1;
      if (done > writes) throw new Error('the power is cut');
      await blobs.put(name, bytes);
    },
  };
}

test('wherever a copy is cut off, the next goes on from the last pack that was stored', async () => {
  const keys = testKeys();
  for (let writes = 1; ; writes += 1) {
    const blobs = openMemoryBlobs();
    const domain = (store: BlobStore): Domain => ({ ...testDomain('destination', store), keys });
    const isCut = await copy(domain(cutAt(blobs, writes))).then(
      () => false,
      () => true,
    );
    const stored = await blobNames(blobs, 'region/destination/packs/');
    // A new process, which knows of nothing.
    const next = openEngine({ clock: machineClock, threads: 0, packSize: 600_000 });
    const { copiedChunks } = await copy(domain(blobs), next);
    await next.close();
    // Each pack of data has a chunk; one may be of nodes, which are few and stored again.
    if (isCut) expect(copiedChunks).toBeLessThanOrEqual(chunks - stored.length + 1);
    expect((await engine.verify({ domain: domain(blobs), manifestId: 'c' })).illnesses).toEqual([]);
    if (!isCut) break;
    expect(writes).toBeLessThan(60);
  }
});

test('packs that prune has condemned are not named again', async () => {
  const keys = testKeys();
  const blobs = openMemoryBlobs();
  const domain: Domain = { ...testDomain('destination', blobs), keys };
  await copy({ ...domain, blobs: cutAt(blobs, 5) }).catch(() => undefined);
  const prune = (now: number) => engine.prune({ domain, keep: async (all) => new Set(all), now, graceMs: 100 });
  expect((await prune(0)).condemnedPacks).toBeGreaterThan(1);
  expect((await copy(domain)).copiedChunks).toBe(chunks);
  expect((await prune(200)).deletedPacks).toBeGreaterThan(1);
  expect((await engine.verify({ domain, manifestId: 'c' })).illnesses).toEqual([]);
});

test('two processes that write to a domain at once, one of which takes over packs of the other, both come out whole', async () => {
  const keys = testKeys();
  const blobs = openMemoryBlobs();
  const domain = (store: BlobStore): Domain => ({ ...testDomain('destination', store), keys });
  const other = openEngine({ clock: machineClock, threads: 0, packSize: 600_000 });
  let second: Promise<unknown> | undefined;
  // The second begins when the first has stored two packs that it has not named yet.
  let writes = 0;
  const slow: BlobStore = {
    ...blobs,
    async put(name, bytes) {
      await blobs.put(name, bytes);
      writes += 1;
      if (writes !== 3) return;
      second = other.copy({
        source,
        destination: domain(blobs),
        sourceManifestId: 'm1',
        destinationManifestId: 'other',
        about: {},
      });
      await second;
    },
  };
  await copy(domain(slow));
  await second;
  const ids = ['c', 'other'];
  for (const manifestId of ids)
    expect((await engine.verify({ domain: domain(blobs), manifestId })).illnesses).toEqual([]);
  for (const kept of [ids, ['c'], ['c']]) {
    await engine.prune({ domain: domain(blobs), keep: async () => new Set(kept), now: 0, graceMs: 0 });
    expect((await engine.verify({ domain: domain(blobs), manifestId: 'c' })).illnesses).toEqual([]);
  }
  await other.close();
});
