import { Buffer } from 'node:buffer';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { openDirectoryReader } from '../resources/directory-reader.ts';
import { openDiskBlobs } from '../storage/blobs/disk-blobs.ts';
import { openMemoryBlobs } from '../storage/blobs/memory-blobs.ts';
import { blobNames, dyingCopy, machineClock, noise, testDomain, testKeys, totalSize } from './engine.testkit.ts';
import type { Domain } from './engine.ts';
import { openEngine } from './open-engine.ts';

const engine = openEngine({ clock: machineClock, threads: 0, packSize: 600_000 });
afterAll(() => engine.close());
const day = 24 * 60 * 60 * 1000;
let scratch: string;
let root: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'crossvault-prune-'));
  root = join(scratch, 'source');
  mkdirSync(join(root, 'below'), { recursive: true });
  for (let file = 0; file < 300; file += 1) writeFileSync(join(root, 'below', `small-${file}`), `common ${file}`);
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

/** One more recovery point: all points share the small files and each has a large one of its own. */
async function backUp(domain: Domain, manifestId: string, by = engine) {
  writeFileSync(join(root, 'large'), noise(manifestId, 1_500_000));
  return by.backup({ domain, resource: await openDirectoryReader(root), manifestId, about: {} });
}

async function prune(domain: Domain, kept: readonly string[], { now = 0, graceMs = 0, by = engine } = {}) {
  return by.prune({ domain, keep: async () => new Set(kept), now, graceMs });
}

async function illnesses(domain: Domain, manifestId: string) {
  return (await engine.verify({ domain, manifestId })).illnesses;
}

async function expectEmptyAfterAll(domain: Domain) {
  await prune(domain, []);
  expect((await blobNames(domain.blobs)).filter((name) => /packs|manifests/.test(name))).toEqual([]);
}

test('what only deleted points used is freed, and what others use stays whole', async () => {
  const domain = testDomain();
  for (const id of ['m1', 'm2', 'm3']) await backUp(domain, id);
  const before = await totalSize(domain.blobs);
  const report = await prune(domain, ['m2']);
  expect(report).toMatchObject({ keptManifests: 1, deletedManifests: 2, condemnedPacks: 0 });
  expect(report.deletedBytes).toBeGreaterThan(2_900_000);
  expect(await totalSize(domain.blobs)).toBeLessThan(before - 2_900_000);
  expect(await illnesses(domain, 'm2')).toEqual([]);
  const again = await prune(domain, ['m2']);
  expect(again).toMatchObject({ deletedPacks: 0, deletedManifests: 0, keptManifests: 1 });
  await expectEmptyAfterAll(domain);
});

test('a point that is back up the next day stores again what was freed', async () => {
  const domain = testDomain();
  await backUp(domain, 'm1');
  await backUp(domain, 'm2');
  await prune(domain, ['m2']);
  const report = await backUp(domain, 'm1');
  expect(report.storedBytes).toBeGreaterThan(1_400_000);
  expect(await illnesses(domain, 'm1')).toEqual([]);
});

test('nothing is deleted before the period of grace is over', async () => {
  const domain = testDomain();
  await backUp(domain, 'm1');
  await backUp(domain, 'm2');
  const packs = await blobNames(domain.blobs, `${domain.prefix}packs/`);
  expect(await prune(domain, ['m2'], { now: 0, graceMs: day })).toMatchObject({
    condemnedManifests: 1,
    deletedPacks: 0,
  });
  expect(await illnesses(domain, 'm1')).toEqual([]);
  expect(await prune(domain, ['m2'], { now: day - 1, graceMs: day })).toMatchObject({ deletedManifests: 0 });
  expect(await prune(domain, ['m2'], { now: day, graceMs: day })).toMatchObject({
    deletedManifests: 1,
    deletedPacks: 0,
  });
  expect(await blobNames(domain.blobs, `${domain.prefix}packs/`)).toEqual(packs);
  expect((await prune(domain, ['m2'], { now: 2 * day, graceMs: day })).deletedPacks).toBeGreaterThan(0);
  expect(await illnesses(domain, 'm2')).toEqual([]);
});

test('packs that a crash left unnamed are freed after the period of grace', async () => {
  const domain = testDomain();
  await backUp(domain, 'm1');
  const stray = `${domain.prefix}packs/ab/ab${'0'.repeat(30)}`;
  await domain.blobs.put(stray, new Uint8Array(1000));
  expect(await prune(domain, ['m1'], { now: 0, graceMs: day })).toMatchObject({ condemnedPacks: 1, deletedPacks: 0 });
  expect(await domain.blobs.size(stray)).toBe(1000);
  expect(await prune(domain, ['m1'], { now: day, graceMs: day })).toMatchObject({ deletedPacks: 1 });
  expect(await domain.blobs.size(stray)).toBeUndefined();
});

test('nothing is freed from a domain whose kept points are ill', async () => {
  const domain = testDomain();
  await backUp(domain, 'm1');
  await backUp(domain, 'm2');
  const before = await blobNames(domain.blobs);
  const [lost = ''] = before.filter((name) => name.includes('/packs/'));
  await domain.blobs.delete(lost);
  await expect(prune(domain, ['m1', 'm2'])).rejects.toMatchObject({ kind: 'pack-missing' });
  expect(await blobNames(domain.blobs)).toEqual(before.filter((name) => name !== lost));
});

test('killed at any write or deletion, it has lost nothing, and the next run finishes', async () => {
  const keys = testKeys();
  const whole = openMemoryBlobs();
  const original = { ...testDomain('one', whole), keys };
  for (const id of ['m1', 'm2', 'm3']) await backUp(original, id);
  for (let killAt = 1; ; killAt += 1) {
    const { store, dying } = await dyingCopy(whole, killAt);
    const killed = await prune({ ...original, blobs: dying }, ['m2']).then(
      () => false,
      () => true,
    );
    const domain = { ...original, blobs: store };
    expect(await illnesses(domain, 'm2')).toEqual([]);
    const copied = testDomain('copy');
    const request = { source: domain, destination: copied, sourceManifestId: 'm2', about: {} };
    await engine.copy({ ...request, destinationManifestId: 'c' });
    expect(await illnesses(copied, 'c')).toEqual([]);
    await prune(domain, ['m2']);
    expect(await illnesses(domain, 'm2')).toEqual([]);
    await backUp(domain, 'm1');
    expect(await illnesses(domain, 'm1')).toEqual([]);
    if (!killed) break;
    expect(killAt).toBeLessThan(100);
  }
});

test('a copy that runs meanwhile, and relies on what is condemned, comes out whole and stays so', async () => {
  const [source, destination] = [testDomain('source'), testDomain('destination')];
  for (const id of ['m1', 'm2']) await backUp(source, id);
  const copy = (domain: Domain, id: string, as = id) =>
    engine.copy({ source, destination: domain, sourceManifestId: id, destinationManifestId: as, about: {} });
  await copy(destination, 'm1');
  let pruned = 0;
  const pruning = {
    ...destination,
    blobs: {
      ...destination.blobs,
      async put(name: string, bytes: Uint8Array | readonly Uint8Array[]) {
        if (pruned === 0) {
          pruned += 1;
          // The engine knows the domain by its store.
          await prune({ ...destination, blobs: pruning.blobs }, []);
        }
        await destination.blobs.put(name, bytes);
      },
    },
  };
  await copy(pruning, 'm2');
  expect(pruned).toBe(1);
  expect(await illnesses(destination, 'm2')).toEqual([]);
  await prune(destination, ['m2']);
  expect(await illnesses(destination, 'm2')).toEqual([]);
  await copy(destination, 'm1', 'again');
  expect(await illnesses(destination, 'again')).toEqual([]);
});

test('many points that come and go beside prunes stay whole', async () => {
  const domain = testDomain();
  let kept: string[] = [];
  for (let round = 0; round < 8; round += 1) {
    const id = `m${round % 5}-${round}`;
    const [, report] = await Promise.all([backUp(domain, id), prune(domain, [...kept, id]).catch((error) => error)]);
    if (round > 0) expect(report).toMatchObject({ keptManifests: expect.any(Number) });
    kept = [...kept, id].slice(-3);
    await prune(domain, kept);
    for (const one of kept) expect(await illnesses(domain, one)).toEqual([]);
  }
  await expectEmptyAfterAll(domain);
});

test('temporary files of a crash go when they are old, and only they', async () => {
  const domain = testDomain('one', openDiskBlobs(join(scratch, 'blobs')));
  await backUp(domain, 'm1');
  const folder = join(scratch, 'blobs', domain.prefix, 'index');
  for (const name of ['~old', '~new']) writeFileSync(join(folder, name), 'half');
  utimesSync(join(folder, '~old'), 1, 1);
  expect(await prune(domain, ['m1'], { now: machineClock.now() })).toMatchObject({ staleFiles: 1 });
  expect(await illnesses(domain, 'm1')).toEqual([]);
  rmSync(join(folder, '~new'));
});

test('an index that is gone comes back from the packs, without what no point needs', async () => {
  const domain = testDomain();
  await backUp(domain, 'm1');
  await backUp(domain, 'm2');
  const segments = await blobNames(domain.blobs, `${domain.prefix}index/`);
  for (const lost of [segments, segments.slice(0, 1), segments.slice(-1), []]) {
    for (const name of lost) await domain.blobs.delete(name).catch(() => undefined);
    const report = await engine.recoverIndex({ domain, now: 0 });
    expect(report).toMatchObject({ manifests: 2, illnesses: [] });
    for (const id of ['m1', 'm2']) expect(await illnesses(domain, id)).toEqual([]);
  }
  await prune(domain, ['m2']);
  expect(await illnesses(domain, 'm2')).toEqual([]);
});

test('making an index anew, killed at any write or deletion, loses nothing, and the next run finishes', async () => {
  const keys = testKeys();
  const whole = openMemoryBlobs();
  const original = { ...testDomain('one', whole), keys };
  for (const id of ['m1', 'm2']) await backUp(original, id);
  const [lost = '', broken = ''] = await blobNames(whole, `${original.prefix}index/`);
  await whole.delete(lost);
  await whole.replace(
    broken,
    (await whole.get(broken)).map((byte) => byte ^ 1),
  );
  for (let killAt = 1; ; killAt += 1) {
    const { store, dying } = await dyingCopy(whole, killAt);
    const killed = await engine.recoverIndex({ domain: { ...original, blobs: dying }, now: 0 }).then(
      () => false,
      () => true,
    );
    const domain = { ...original, blobs: store };
    const { illnesses: told } = await engine.recoverIndex({ domain, now: 0 });
    expect(told.filter(({ kind }) => kind !== 'index-corrupt')).toEqual([]);
    for (const id of ['m1', 'm2']) expect(await illnesses(domain, id)).toEqual([]);
    await prune(domain, ['m2']);
    expect(await illnesses(domain, 'm2')).toEqual([]);
    if (!killed) break;
    expect(killAt).toBeLessThan(100);
  }
});

test('a broken segment is told and replaced', async () => {
  const domain = testDomain();
  await backUp(domain, 'm1');
  const [name = ''] = await blobNames(domain.blobs, `${domain.prefix}index/`);
  const bytes = Buffer.from(await domain.blobs.get(name));
  bytes[bytes.length - 1]! ^= 1;
  await domain.blobs.replace(name, bytes);
  const report = await engine.recoverIndex({ domain, now: 0 });
  expect(report.illnesses).toEqual([{ kind: 'index-corrupt', where: name.slice(domain.prefix.length) }]);
  expect(report.recoveredPacks).toBeGreaterThan(0);
  expect(await illnesses(domain, 'm1')).toEqual([]);
});

test('manifests tell what they are', async () => {
  const domain = testDomain();
  const resource = await openDirectoryReader(root);
  await engine.backup({ domain, resource, manifestId: 'm1', about: { resourceArn: 'arn:x' } });
  await domain.blobs.put(`${domain.prefix}manifests/m2`, new Uint8Array(100));
  expect(await engine.manifests(domain)).toEqual([
    {
      manifestId: 'm1',
      about: { resourceArn: 'arn:x' },
      nature: 'directory',
      files: 300,
      sizeBytes: expect.any(Number),
    },
    { manifestId: 'm2' },
  ]);
});

test('where a pack is lost, recover keeps what is there, and the next backup stores what is gone', async () => {
  const domain = testDomain();
  await backUp(domain, 'm1');
  const packs = await blobNames(domain.blobs, `${domain.prefix}packs/`);
  let wasIll = false;
  for (const lost of packs) {
    const bytes = await domain.blobs.get(lost);
    await domain.blobs.delete(lost);
    const { illnesses: told } = await engine.recoverIndex({ domain, now: 0 });
    // A round before may have stored once more what a small pack holds: then its loss takes nothing away, and nothing is told.
    const isWhole = (await illnesses(domain, 'm1')).length === 0;
    expect(told).toEqual(isWhole ? [] : expect.arrayContaining([{ kind: 'pack-missing', where: 'manifest m1' }]));
    wasIll ||= !isWhole;
    const again = `again-${packs.indexOf(lost)}`;
    await engine.backup({ domain, resource: await openDirectoryReader(root), manifestId: again, about: {} });
    expect(await illnesses(domain, again)).toEqual([]);
    await domain.blobs.put(lost, bytes);
    await engine.recoverIndex({ domain, now: 0 });
    expect(await illnesses(domain, 'm1')).toEqual([]);
  }
  expect(wasIll).toBe(true);
});
