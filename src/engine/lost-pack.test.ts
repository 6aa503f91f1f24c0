import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareTrees } from '../resources/compare-trees.ts';
import { openDirectoryReader } from '../resources/directory-reader.ts';
import { blobNames, machineClock, testDomain } from './engine.testkit.ts';
import type { Domain } from './engine.ts';
import { treeOfManyPacks } from './many-packs.testkit.ts';
import { openEngine } from './open-engine.ts';

const { engine, tree, backUp, copy, expectWhole } = treeOfManyPacks({ smallFiles: 40 });

async function packsOf(domain: Domain): Promise<string[]> {
  return blobNames(domain.blobs, `${domain.prefix}packs/`);
}

test('whichever pack a destination loses, the next copy notices and sends again what was in it', async () => {
  const source = testDomain('source');
  await backUp(source, 'm1');
  const destination = testDomain('destination');
  await copy(source, destination, 'm1');
  const packs = await packsOf(destination);
  expect(packs.length).toBeGreaterThan(3);
  for (const [number, lost] of packs.entries()) {
    await destination.blobs.delete(lost);
    const kinds = (await engine.verify({ domain: destination, manifestId: 'm1' })).illnesses.map(({ kind }) => kind);
    expect(kinds).toContain('pack-missing');
    const report = await copy(source, destination, `again-${number}`);
    expect(report.copiedChunks).toBeGreaterThan(0);
    expect((await engine.verify({ domain: destination, manifestId: `again-${number}` })).illnesses).toEqual([]);
    expect((await engine.verify({ domain: destination, manifestId: 'm1' })).illnesses).toEqual([]);
  }
  await engine.prune({ domain: destination, keep: async (stored) => new Set(stored), now: 0, graceMs: 0 });
  expect((await copy(source, destination, 'last')).copiedBytes).toBe(0);
  await expectWhole(destination, 'last');
});

test('whichever pack a domain loses, the next backup notices and stores again what was in it', async () => {
  const domain = testDomain();
  await backUp(domain, 'm0');
  for (const [number, lost] of (await packsOf(domain)).entries()) {
    await domain.blobs.delete(lost);
    await backUp(domain, `m${number + 1}`, `m${number}`);
    expect((await engine.verify({ domain, manifestId: `m${number + 1}` })).illnesses).toEqual([]);
  }
});

/** As a power cut or a bad copy of the folder leaves it. */
async function cutShort(domain: Domain, pack: string): Promise<void> {
  const bytes = await domain.blobs.get(pack);
  await domain.blobs.replace(pack, bytes.subarray(0, bytes.length - 1));
}

test('whichever pack of a destination is cut short, the next copy of another process notices and sends again what was in it', async () => {
  const source = testDomain('source');
  await backUp(source, 'm1');
  const destination = testDomain('destination');
  await copy(source, destination, 'm1');
  for (const [number, pack] of (await packsOf(destination)).entries()) {
    await cutShort(destination, pack);
    const other = openEngine({ clock: machineClock, threads: 0 });
    const request = {
      source,
      destination,
      sourceManifestId: 'm1',
      destinationManifestId: `again-${number}`,
      about: {},
    };
    expect((await other.copy(request)).copiedChunks).toBeGreaterThan(0);
    await other.close();
  }
  await expectWhole(destination, 'm1');
});

test('whichever pack of a domain is cut short, the next backup of another process notices, and prune drops it', async () => {
  const domain = testDomain();
  await backUp(domain, 'm0');
  const packs = await packsOf(domain);
  for (const [number, pack] of packs.entries()) {
    await cutShort(domain, pack);
    const other = openEngine({ clock: machineClock, threads: 0 });
    const resource = await openDirectoryReader(tree.root);
    await other.backup({ domain, resource, manifestId: `m${number + 1}`, previousManifestId: `m${number}`, about: {} });
    await other.close();
  }
  const last = `m${packs.length}`;
  await expectWhole(domain, last);
  for (const now of [0, 1]) await engine.prune({ domain, keep: async () => new Set([last]), now, graceMs: 0 });
  const left = await packsOf(domain);
  expect(packs.filter((pack) => left.includes(pack))).toEqual([]);
  expect((await engine.verify({ domain, manifestId: last })).illnesses).toEqual([]);
});

test('a pack that is cut short stays for what is whole in it, as long as nothing else has that', async () => {
  const domain = testDomain();
  await backUp(domain, 'm1');
  for (const pack of await packsOf(domain)) await cutShort(domain, pack);
  for (const now of [0, 1]) await engine.prune({ domain, keep: async (stored) => new Set(stored), now, graceMs: 0 });
  const root = Buffer.from(join(tree.scratch, 'restored'));
  await engine.restore({ domain, manifestId: 'm1', target: { nature: 'directory', root } });
  expect((await compareTrees(tree.root, root.toString())).differences).toEqual([]);
});

test('where all packs are lost at once, all is stored again', async () => {
  const source = testDomain('source');
  await backUp(source, 'm1');
  const destination = testDomain('destination');
  await copy(source, destination, 'm1');
  for (const lost of await packsOf(destination)) await destination.blobs.delete(lost);
  await copy(source, destination, 'again');
  await expectWhole(destination, 'again');
});

test('a copy out of a domain that has lost a pack says which is missing, and completes nothing', async () => {
  const source = testDomain('source');
  await backUp(source, 'm1');
  for (const lost of await packsOf(source)) {
    const bytes = await source.blobs.get(lost);
    const destination = testDomain('destination');
    await source.blobs.delete(lost);
    await expect(copy(source, destination, 'm1')).rejects.toMatchObject({ kind: 'pack-missing' });
    expect(await blobNames(destination.blobs, `${destination.prefix}manifests/`)).toEqual([]);
    await source.blobs.put(lost, bytes);
  }
});
