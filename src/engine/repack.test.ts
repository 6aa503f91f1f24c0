import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { openDirectoryReader } from '../resources/directory-reader.ts';
import { openMemoryBlobs } from '../storage/blobs/memory-blobs.ts';
import { blobNames, dyingCopy, machineClock, noise, testDomain, testKeys, totalSize } from './engine.testkit.ts';
import type { Domain } from './engine.ts';
import { openEngine } from './open-engine.ts';

const engine = openEngine({ clock: machineClock, threads: 0, packSize: 8 * 600_000 });
afterAll(() => engine.close());
let scratch: string;
let root: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'crossvault-repack-'));
  root = join(scratch, 'source');
  mkdirSync(root);
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

/** Files of some 600 kB, each a chunk; names say which. */
async function backUp(domain: Domain, manifestId: string, files: readonly number[]) {
  rmSync(root, { recursive: true });
  mkdirSync(root);
  for (const file of files) writeFileSync(join(root, `${file}`), noise(`${file}`, 600_000));
  return engine.backup({ domain, resource: await openDirectoryReader(root), manifestId, about: {} });
}

async function prune(domain: Domain, kept: readonly string[], { now = 0, graceMs = 0 } = {}) {
  return engine.prune({ domain, keep: async () => new Set(kept), now, graceMs });
}

async function illnesses(domain: Domain, manifestId: string) {
  return (await engine.verify({ domain, manifestId })).illnesses;
}

const packs = (domain: Domain) => blobNames(domain.blobs, `${domain.prefix}packs/`);

test('what little is needed of a pack is written anew, and the pack goes', async () => {
  const domain = testDomain();
  await backUp(domain, 'm1', [1, 2, 3, 4, 5, 6, 7]);
  await backUp(domain, 'm2', [3, 6]);
  const report = await prune(domain, ['m2']);
  expect(report).toMatchObject({ repackedPacks: 1, deletedManifests: 1, condemnedPacks: 0 });
  expect(report.repackedBytes).toBeLessThan(1_300_000);
  expect(report.deletedBytes).toBeGreaterThan(4_000_000);
  expect(await totalSize(domain.blobs)).toBeLessThan(1_400_000);
  expect(await illnesses(domain, 'm2')).toEqual([]);
  expect(await prune(domain, ['m2'])).toMatchObject({ repackedPacks: 0, deletedPacks: 0, condemnedPacks: 0 });
});

test('a pack of which half is needed stays as it is', async () => {
  const domain = testDomain();
  await backUp(domain, 'm1', [1, 2, 3, 4, 5, 6]);
  await backUp(domain, 'm2', [1, 3, 5, 6]);
  const before = await packs(domain);
  const report = await prune(domain, ['m2']);
  expect(report.repackedPacks).toBe(0);
  expect((await packs(domain)).every((name) => before.includes(name))).toBe(true);
});

test('the pack that was replaced stays for the period of grace', async () => {
  const domain = testDomain();
  await backUp(domain, 'm1', [1, 2, 3, 4, 5, 6, 7]);
  await backUp(domain, 'm2', [3]);
  const before = await packs(domain);
  await prune(domain, ['m2'], { now: 1, graceMs: 100 });
  expect(await prune(domain, ['m2'], { now: 101, graceMs: 100 })).toMatchObject({
    deletedManifests: 1,
    repackedPacks: 1,
  });
  const during = await packs(domain);
  expect(before.filter((name) => !during.includes(name))).toEqual([]);
  expect(await prune(domain, ['m2'], { now: 150, graceMs: 100 })).toMatchObject({ repackedPacks: 0, deletedPacks: 0 });
  const { deletedBytes } = await prune(domain, ['m2'], { now: 201, graceMs: 100 });
  expect(deletedBytes).toBeGreaterThan(4_000_000);
  expect(await illnesses(domain, 'm2')).toEqual([]);
});

test('a pack in which something needed is broken stays, and nothing of it is lost', async () => {
  const domain = testDomain();
  await backUp(domain, 'm1', [1, 2, 3, 4, 5, 6, 7]);
  await backUp(domain, 'm2', [3, 6]);
  const [largest = ''] = await packsBySize(domain);
  const bytes = Buffer.from(await domain.blobs.get(largest));
  // Within the sixth chunk, which is needed.
  bytes[5 * 600_100]! ^= 1;
  await domain.blobs.replace(largest, bytes);
  expect((await prune(domain, ['m2'])).repackedPacks).toBe(0);
  expect(await packs(domain)).toContain(largest);
  expect((await illnesses(domain, 'm2')).map(({ kind }) => kind)).toContain('chunk-corrupt');
});

async function packsBySize(domain: Domain): Promise<string[]> {
  const found: { name: string; sizeBytes: number }[] = [];
  for await (const blob of domain.blobs.list(`${domain.prefix}packs/`)) found.push(blob);
  return found.sort((one, other) => other.sizeBytes - one.sizeBytes).map(({ name }) => name);
}

test('killed at any write or deletion, it has lost nothing, and the next run finishes', async () => {
  const keys = testKeys();
  const whole = openMemoryBlobs();
  const original = { ...testDomain('one', whole), keys };
  await backUp(original, 'm1', [1, 2, 3, 4, 5, 6, 7]);
  await backUp(original, 'm2', [3, 6]);
  for (let killAt = 1; ; killAt += 1) {
    const { store, dying } = await dyingCopy(whole, killAt);
    const killed = await prune({ ...original, blobs: dying }, ['m2']).then(
      () => false,
      () => true,
    );
    const domain = { ...original, blobs: store };
    expect(await illnesses(domain, 'm2')).toEqual([]);
    await prune(domain, ['m2']);
    expect(await illnesses(domain, 'm2')).toEqual([]);
    expect(await totalSize(store)).toBeLessThan(1_400_000);
    if (!killed) break;
    expect(killAt).toBeLessThan(100);
  }
});

test('a copy that runs while its destination is repacked comes out whole and stays so', async () => {
  const [source, destination] = [testDomain('source'), testDomain('destination')];
  await backUp(source, 'm1', [1, 2, 3, 4, 5, 6, 7]);
  await backUp(source, 'm2', [3, 6, 8]);
  await backUp(source, 'm3', [3, 6]);
  const copy = (domain: Domain, id: string) =>
    engine.copy({ source, destination: domain, sourceManifestId: id, destinationManifestId: id, about: {} });
  await copy(destination, 'm1');
  await copy(destination, 'm3');
  let pruned = 0;
  const pruning = {
    ...destination,
    blobs: {
      ...destination.blobs,
      async put(name: string, bytes: Uint8Array | readonly Uint8Array[]) {
        if (pruned === 0) {
          pruned += 1;
          // The engine knows the domain by its store.
          expect(await prune({ ...destination, blobs: pruning.blobs }, ['m3'])).toMatchObject({ repackedPacks: 1 });
        }
        await destination.blobs.put(name, bytes);
      },
    },
  };
  await copy(pruning, 'm2');
  expect(pruned).toBe(1);
  for (const id of ['m2', 'm3']) expect(await illnesses(destination, id)).toEqual([]);
  for (let run = 0; run < 3; run += 1) {
    await prune(destination, ['m2', 'm3']);
    for (const id of ['m2', 'm3']) expect(await illnesses(destination, id)).toEqual([]);
  }
});
