import { Buffer } from 'node:buffer';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { compareTrees } from '../resources/compare-trees.ts';
import { openDirectoryReader } from '../resources/directory-reader.ts';
import { blobNames, machineClock, noise, testDomain } from './engine.testkit.ts';
import type { Domain } from './engine.ts';
import { openEngine } from './open-engine.ts';

// Each test copies and restores a tree several times, and the machine may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
// Many small packs, so that there are many segments to lose.
const engine = openEngine({ clock: machineClock, threads: 0, packSize: 600_000 });
afterAll(() => engine.close());
let scratch: string;
let root: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'crossvault-lost-'));
  root = join(scratch, 'source');
  for (const folder of ['a', 'b', 'c']) {
    mkdirSync(join(root, folder), { recursive: true });
    for (let file = 0; file < 3; file += 1) {
      writeFileSync(join(root, folder, `file-${file}`), noise(`${folder}${file}`, 700_000 + file));
    }
    for (let file = 0; file < 300; file += 1) writeFileSync(join(root, folder, `small-${file}`), `${folder} ${file}`);
  }
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

async function backUp(domain: Domain, manifestId: string, previousManifestId?: string) {
  const resource = await openDirectoryReader(root);
  return engine.backup({
    domain,
    resource,
    manifestId,
    about: {},
    ...(previousManifestId !== undefined && { previousManifestId }),
  });
}

async function copy(source: Domain, destination: Domain, destinationManifestId: string) {
  return engine.copy({ source, destination, sourceManifestId: 'm1', destinationManifestId, about: {} });
}

async function expectWhole(domain: Domain, manifestId: string) {
  expect((await engine.verify({ domain, manifestId })).illnesses).toEqual([]);
  const target = Buffer.from(join(scratch, `restored-${manifestId}`));
  await engine.restore({ domain, manifestId, target: { nature: 'directory', root: target } });
  expect((await compareTrees(root, target.toString())).differences).toEqual([]);
}

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
  writeFileSync(join(root, 'long'), noise('long', 40_000_000));
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
  writeFileSync(join(root, 'a', 'more'), noise('more', 2_000_000));
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
