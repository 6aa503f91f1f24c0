import { expect, test } from 'vitest';
import { blobNames, testDomain } from './engine.testkit.ts';
import type { Domain } from './engine.ts';
import { treeOfManyPacks } from './many-packs.testkit.ts';

const { engine, backUp, copy, expectWhole } = treeOfManyPacks({ smallFiles: 40 });

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
