import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blobNames, noise, testDomain } from './engine.testkit.ts';
import { treeOfManyPacks } from './many-packs.testkit.ts';

const { engine, tree, backUp, copy, expectWhole } = treeOfManyPacks({ smallFiles: 300 });

test('whichever index segment a destination loses, the next copy into it is whole', async () => {
  const source = testDomain('source');
  await backUp(source, 'm1');
  const first = testDomain('destination');
  await copy(source, first, 'first');
  const segments = await blobNames(first.blobs, `${first.prefix}index/`);
  expect(segments.length).toBeGreaterThan(2);
  for (const [number, segment] of segments.entries()) {
    const bytes = await first.blobs.get(segment);
    await first.blobs.delete(segment);
    await copy(source, first, `again-${number}`);
    await expectWhole(first, `again-${number}`);
    await first.blobs.put(segment, bytes);
  }
});

test('whichever index segment a domain loses, the next backup into it is whole', async () => {
  const domain = testDomain();
  writeFileSync(join(tree.root, 'long'), noise('long', 40_000_000));
  await backUp(domain, 'm1');
  for (const [number, segment] of (await blobNames(domain.blobs, `${domain.prefix}index/`)).entries()) {
    const bytes = await domain.blobs.get(segment);
    await domain.blobs.delete(segment);
    const report = await backUp(domain, `again-${number}`, 'm1');
    expect(report.troubles).toEqual([]);
    expect((await engine.verify({ domain, manifestId: `again-${number}` })).illnesses).toEqual([]);
    await domain.blobs.put(segment, bytes);
  }
});

test('a segment that vanishes while a job runs is made good before the manifest is stored', async () => {
  const source = testDomain('source');
  await backUp(source, 'm1');
  const destination = testDomain('destination');
  await copy(source, destination, 'first');
  writeFileSync(join(tree.root, 'a', 'more'), noise('more', 2_000_000));
  await backUp(source, 'm2');
  let lost = '';
  const losing = {
    ...destination,
    blobs: {
      ...destination.blobs,
      async put(name: string, bytes: Uint8Array | readonly Uint8Array[]) {
        if (lost === '') {
          [lost = ''] = await blobNames(destination.blobs, `${destination.prefix}index/`);
          await destination.blobs.delete(lost);
        }
        await destination.blobs.put(name, bytes);
      },
    },
  };
  await engine.copy({
    source,
    destination: losing,
    sourceManifestId: 'm2',
    destinationManifestId: 'second',
    about: {},
  });
  expect(lost).not.toBe('');
  await expectWhole(destination, 'second');
});
