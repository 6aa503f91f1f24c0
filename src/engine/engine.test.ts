import { Buffer } from 'node:buffer';
import {
  chmodSync,
  closeSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { compareTrees } from '../resources/compare-trees.ts';
import { openDirectoryReader } from '../resources/directory-reader.ts';
import { openMemoryBlobs } from '../storage/blobs/memory-blobs.ts';
import { blobNames, failingBlobs, machineClock, noise, testDomain, testKeys, totalSize } from './engine.testkit.ts';
import type { Domain } from './engine.ts';
import { isFresh, isZero } from './lanes/open-file.ts';
import { openEngine } from './open-engine.ts';

const engine = openEngine({ clock: machineClock, threads: 0 });
afterAll(() => engine.close());
let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'crossvault-engine-'));
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

/** Until a change of what is there now would show in its times: see `settlingNs`. */
async function settled(): Promise<void> {
  await new Promise((wake) => setTimeout(wake, 40));
}

async function backUp(domain: Domain, root: string, manifestId: string, previousManifestId?: string) {
  const resource = await openDirectoryReader(root);
  const about = { arn: manifestId };
  return engine.backup({ domain, resource, manifestId, about, ...(previousManifestId && { previousManifestId }) });
}

async function copy(source: Domain, destination: Domain, id: string) {
  return engine.copy({ source, destination, sourceManifestId: id, destinationManifestId: id, about: { copied: id } });
}

async function expectRestores(domain: Domain, manifestId: string, expected: string) {
  const root = join(scratch, `restored-${manifestId}-${domain.id}`);
  const report = await engine.restore({ domain, manifestId, target: { nature: 'directory', root: Buffer.from(root) } });
  expect(report.troubles).toEqual([]);
  const { differences } = await compareTrees(expected, root);
  expect(differences).toEqual([]);
}

function makeTree(name = 'source'): string {
  const root = join(scratch, name);
  mkdirSync(join(root, 'deep', 'er'), { recursive: true });
  mkdirSync(join(root, 'empty'));
  for (let number = 0; number < 40; number += 1) {
    writeFileSync(join(root, 'deep', `note-${number}.txt`), `note ${number}\n`.repeat(number * 7));
  }
  writeFileSync(join(root, 'large.bin'), noise('large', 5_300_000));
  writeFileSync(join(root, 'large.txt'), Buffer.alloc(2_000_000, 'all work and no play '));
  writeFileSync(Buffer.concat([Buffer.from(`${root}/deep/er/`), Buffer.of(0xff, 0xfe, 0x41)]), 'not UTF-8');
  writeFileSync(join(root, 'none'), '');
  writeFileSync(join(root, 'hole'), 'begin');
  truncateSync(join(root, 'hole'), 9_000_000);
  symlinkSync('../large.bin', join(root, 'deep', 'link'));
  linkSync(join(root, 'large.txt'), join(root, 'deep', 'same.txt'));
  chmodSync(join(root, 'deep', 'note-3.txt'), 0o4711);
  return root;
}

test('what is restored from a copy equals what was backed up, with the source domain gone', async () => {
  const [one, other] = [testDomain('one'), testDomain('other')];
  const root = makeTree();
  const backedUp = await backUp(one, root, 'm1');
  expect(backedUp.troubles).toEqual([]);
  const copied = await copy(one, other, 'm1');
  expect(copied.sizeBytes).toBe(backedUp.sizeBytes);
  for (const name of await blobNames(one.blobs)) await one.blobs.delete(name);
  await expectRestores(other, 'm1', root);
  const verified = await engine.verify({ domain: other, manifestId: 'm1' });
  expect(verified.illnesses).toEqual([]);
});

test('a second copy moves nothing and stores only its manifest', async () => {
  const [one, other] = [testDomain('one'), testDomain('other')];
  const root = makeTree();
  await backUp(one, root, 'm1');
  const first = await copy(one, other, 'm1');
  const before = await blobNames(other.blobs);
  const again = await engine.copy({
    source: one,
    destination: other,
    sourceManifestId: 'm1',
    destinationManifestId: 'again',
    about: {},
  });
  expect(first.copiedChunks).toBeGreaterThan(5);
  expect(again).toMatchObject({ copiedBytes: 0, copiedChunks: 0, sizeBytes: first.sizeBytes });
  expect(again.reusedBytes).toBeGreaterThan(0);
  const added = (await blobNames(other.blobs)).filter((name) => !before.includes(name));
  expect(added).toEqual(['region/other/manifests/again']);
});

test('a copy after a change moves only the change', async () => {
  const [one, other] = [testDomain('one'), testDomain('other')];
  const root = makeTree();
  await settled();
  await backUp(one, root, 'm1');
  await copy(one, other, 'm1');
  writeFileSync(join(root, 'deep', 'er', 'new'), noise('new', 10_000));
  const backedUp = await backUp(one, root, 'm2', 'm1');
  const copied = await copy(one, other, 'm2');
  expect(backedUp.readBytes).toBe(10_000);
  expect(copied.copiedBytes).toBeLessThan(20_000);
  expect(copied.reusedBytes).toBeGreaterThan(5_000_000);
  await expectRestores(other, 'm2', root);
});

test('an unchanged tree is not read again', async () => {
  const one = testDomain();
  const root = makeTree();
  await settled();
  const first = await backUp(one, root, 'm1');
  const before = (await blobNames(one.blobs)).length;
  const second = await backUp(one, root, 'm2', 'm1');
  expect(first.readBytes).toBeGreaterThan(5_000_000);
  expect(second).toMatchObject({ readBytes: 0, sizeBytes: first.sizeBytes, files: first.files });
  expect((await blobNames(one.blobs)).length).toBe(before + 1);
});

test('without a previous manifest everything is read and nothing is stored twice', async () => {
  const one = testDomain();
  const root = makeTree();
  const first = await backUp(one, root, 'm1');
  const second = await backUp(one, root, 'm2');
  expect(second.readBytes).toBe(first.readBytes);
  expect(second.storedBytes).toBeLessThan(2000);
});

test('a manifest that is there already is reported, not made again', async () => {
  const [one, other] = [testDomain('one'), testDomain('other')];
  const root = makeTree();
  const first = await backUp(one, root, 'm1');
  writeFileSync(join(root, 'later'), 'later');
  expect(await backUp(one, root, 'm1')).toEqual({ ...first, readBytes: 0, storedBytes: 0 });
  const copied = await copy(one, other, 'm1');
  expect(await copy(one, other, 'm1')).toMatchObject({ sizeBytes: copied.sizeBytes, copiedBytes: 0 });
  await backUp(one, root, 'm2');
  const another = { source: one, destination: other, sourceManifestId: 'm2', destinationManifestId: 'm1', about: {} };
  await expect(engine.copy(another)).rejects.toMatchObject({ kind: 'manifest-corrupt' });
});

test('each domain is opened with one call of its keys', async () => {
  const keys = [testKeys(), testKeys()] as const;
  const one = { ...testDomain('one'), keys: keys[0] };
  const other = { ...testDomain('other'), keys: keys[1] };
  await backUp(one, makeTree(), 'm1');
  await copy(one, other, 'm1');
  expect(keys.map(({ calls }) => calls)).toEqual([2, 1]);
});

test('nothing opens without the key, and nothing is damaged by trying', async () => {
  const keys = testKeys();
  const one = { ...testDomain('one'), keys };
  const other = testDomain('other');
  const root = makeTree();
  await backUp(one, root, 'm1');
  keys.isDisabled = true;
  await expect(copy(one, other, 'm1')).rejects.toMatchObject({ kind: 'key-unavailable' });
  await expect(backUp(one, root, 'm2')).rejects.toMatchObject({ kind: 'key-unavailable' });
  expect(await blobNames(other.blobs)).toEqual([]);
  keys.isDisabled = false;
  await copy(one, other, 'm1');
  await expectRestores(other, 'm1', root);
});

test('nothing of a domain opens with the key of another', async () => {
  const [one, other] = [testDomain('one'), testDomain('other')];
  const root = makeTree();
  await backUp(one, root, 'm1');
  await backUp(other, root, 'm1');
  const transplanted = testDomain('other');
  for (const name of await blobNames(one.blobs)) {
    const bytes = await one.blobs.get(name);
    await transplanted.blobs.put(name.replace('/one/', '/other/'), bytes);
  }
  const withOtherKeys = { ...transplanted, keys: other.keys };
  await expect(engine.verify({ domain: withOtherKeys, manifestId: 'm1' })).rejects.toMatchObject({
    kind: 'head-corrupt',
  });
  await transplanted.blobs.replace('region/other/head', await other.blobs.get('region/other/head'));
  await expect(engine.verify({ domain: withOtherKeys, manifestId: 'm1' })).rejects.toMatchObject({
    kind: 'index-corrupt',
  });
});

test('what a domain stores tells nothing of its content', async () => {
  const one = testDomain();
  const root = makeTree();
  await backUp(one, root, 'm1');
  for (const name of await blobNames(one.blobs)) {
    const bytes = Buffer.from(await one.blobs.get(name));
    for (const word of ['note 39', 'all work', 'large.bin']) expect(bytes.includes(word)).toBe(false);
  }
});

test('equal content has no equal name in two domains', async () => {
  const domains = [testDomain('one'), testDomain('other')] as const;
  const root = makeTree();
  const places: string[][] = [];
  for (const domain of domains) {
    await backUp(domain, root, 'm1');
    for (const name of await blobNames(domain.blobs, `${domain.prefix}packs/`)) await domain.blobs.delete(name);
    const { illnesses } = await engine.verify({ domain, manifestId: 'm1' });
    places.push(illnesses.map(({ where }) => where));
  }
  expect(places[0]!.length).toBeGreaterThan(0);
  expect(places[0]!.some((place) => places[1]!.includes(place))).toBe(false);
});

test('whatever write fails, the next run completes and what it made is whole', async () => {
  const root = join(scratch, 'few');
  mkdirSync(join(root, 'below'), { recursive: true });
  writeFileSync(join(root, 'below', 'text'), 'some text');
  writeFileSync(join(root, 'noise'), noise('few', 1_500_000));
  const counting = failingBlobs(openMemoryBlobs());
  await backUp(testDomain('one', counting), root, 'm1');
  for (let failAt = 1; failAt <= counting.writes; failAt += 1) {
    const store = openMemoryBlobs();
    const keys = testKeys();
    const failing = { ...testDomain('one', failingBlobs(store, failAt)), keys };
    await expect(backUp(failing, root, 'm1')).rejects.toMatchObject({ kind: 'io' });
    const domain = { ...testDomain('one', store), keys };
    await backUp(domain, root, 'm1');
    expect((await engine.verify({ domain, manifestId: 'm1' })).illnesses).toEqual([]);

    const copies = openMemoryBlobs();
    const otherKeys = testKeys();
    const broken = { ...testDomain('other', failingBlobs(copies, failAt)), keys: otherKeys };
    await expect(copy(domain, broken, 'm1')).rejects.toMatchObject({ kind: 'io' });
    const other = { ...testDomain('other', copies), keys: otherKeys };
    await copy(domain, other, 'm1');
    expect((await engine.verify({ domain: other, manifestId: 'm1' })).illnesses).toEqual([]);
  }
  expect(counting.writes).toBeGreaterThanOrEqual(6);
});

test('an aborted copy stops, and the next one goes on from what is stored', async () => {
  const small = openEngine({ clock: machineClock, threads: 0, packSize: 1_000_000 });
  const [one, other] = [testDomain('one'), testDomain('other')];
  const root = join(scratch, 'many');
  mkdirSync(root);
  for (let number = 0; number < 12; number += 1) {
    writeFileSync(join(root, `file-${number}`), noise(`many ${number}`, 1_000_000));
  }
  const resource = await openDirectoryReader(root);
  await small.backup({ domain: one, resource, manifestId: 'm1', about: {} });
  const request = { source: one, sourceManifestId: 'm1', destinationManifestId: 'm1', about: {} };
  const abort = new AbortController();
  const aborting = {
    ...other,
    blobs: {
      ...other.blobs,
      async put(name: string, bytes: Uint8Array | readonly Uint8Array[]) {
        await other.blobs.put(name, bytes);
        if (name.includes('/index/')) abort.abort();
      },
    },
  };
  const aborted = small.copy({ ...request, destination: aborting, signal: abort.signal });
  await expect(aborted).rejects.toMatchObject({ kind: 'aborted' });
  expect(await blobNames(other.blobs, 'region/other/manifests/')).toEqual([]);
  const { copiedBytes, reusedBytes } = await small.copy({ ...request, destination: other });
  expect(reusedBytes).toBeGreaterThan(3_000_000);
  expect(copiedBytes).toBeLessThan(9_500_000);
  expect((await small.verify({ domain: other, manifestId: 'm1' })).illnesses).toEqual([]);
});

test('a job that is aborted before it begins writes nothing', async () => {
  const one = testDomain();
  const resource = await openDirectoryReader(makeTree());
  const request = { domain: one, resource, manifestId: 'm1', about: {}, signal: AbortSignal.abort() };
  await expect(engine.backup(request)).rejects.toMatchObject({ kind: 'aborted' });
  expect(await blobNames(one.blobs)).toEqual([]);
});

test('a disk image comes back sparse, and zeros and doubles are stored once', async () => {
  const [one, other] = [testDomain('one'), testDomain('other')];
  const image = join(scratch, 'disk.img');
  const block = noise('block', 512 * 1024);
  writeFileSync(image, Buffer.concat([block, Buffer.alloc(4 << 20), block, block, Buffer.from('the end')]));
  await settled();
  const { size } = await stat(image);
  const resource = { nature: 'disk-image', path: Buffer.from(image), sizeBytes: size } as const;
  const report = await engine.backup({ domain: one, resource, manifestId: 'i1', about: {} });
  expect(report).toMatchObject({ sizeBytes: size, files: 1, readBytes: size });
  expect(await totalSize(one.blobs)).toBeLessThan(block.length + 10_000);
  const again = { domain: one, resource, manifestId: 'i2', previousManifestId: 'i1', about: {} };
  expect(await engine.backup(again)).toMatchObject({ readBytes: 0, sizeBytes: size });
  await copy(one, other, 'i1');
  const path = join(scratch, 'restored.img');
  const target = { nature: 'disk-image', path: Buffer.from(path) } as const;
  await engine.restore({ domain: other, manifestId: 'i1', target });
  expect(readFileSync(path).equals(readFileSync(image))).toBe(true);
  expect((await stat(path)).blocks * 512).toBeLessThan(2_500_000);
  await expect(engine.restore({ domain: other, manifestId: 'i1', target })).rejects.toMatchObject({
    kind: 'target-refused',
  });
});

test('a file that vanished and one that cannot be found as a file are told, the rest is kept', async () => {
  const one = testDomain();
  const root = makeTree();
  const { pages: _, ...reader } = await openDirectoryReader(root);
  const resource = {
    ...reader,
    async list(path: Parameters<typeof reader.list>[0]) {
      const listed = await reader.list(path);
      if (path.length === 0) {
        rmSync(join(root, 'large.bin'));
        rmSync(join(root, 'none'));
        rmSync(join(root, 'hole'));
        mkdirSync(join(root, 'hole'));
      }
      return listed;
    },
  };
  const report = await engine.backup({ domain: one, resource, manifestId: 'm1', about: {} });
  expect(report.troubles.map(({ path, kind }) => `${kind} ${path}`).sort()).toEqual([
    'unreadable hole',
    'vanished large.bin',
  ]);
  expect(report.troubleCount).toBe(2);
  expect((await engine.verify({ domain: one, manifestId: 'm1' })).illnesses).toEqual([]);
});

test('a file that changed since it was listed is kept as it is now', async () => {
  const one = testDomain();
  const root = makeTree();
  writeFileSync(join(root, 'small'), 'small');
  const { pages: _, ...reader } = await openDirectoryReader(root);
  const resource = {
    ...reader,
    async list(path: Parameters<typeof reader.list>[0]) {
      const listed = await reader.list(path);
      if (path.length === 0) {
        writeFileSync(join(root, 'large.bin'), noise('other', 3_000_000));
        writeFileSync(join(root, 'deep', 'note-1.txt'), 'another note');
        writeFileSync(join(root, 'small'), noise('outgrown', 6_000_000));
      }
      return listed;
    },
  };
  const report = await engine.backup({ domain: one, resource, manifestId: 'm1', about: {} });
  expect(report.troubles).toEqual([]);
  await expectRestores(one, 'm1', root);
});

test('a recovery point of one nature is not restored as the other', async () => {
  const one = testDomain();
  await backUp(one, makeTree(), 'm1');
  const target = { nature: 'disk-image', path: Buffer.from(join(scratch, 'image')) } as const;
  await expect(engine.restore({ domain: one, manifestId: 'm1', target })).rejects.toMatchObject({
    kind: 'target-refused',
  });
});

test('what is missing is named', async () => {
  const one = testDomain();
  await expect(engine.verify({ domain: one, manifestId: 'm1' })).rejects.toMatchObject({ kind: 'head-missing' });
  await backUp(one, makeTree(), 'm1');
  await expect(engine.verify({ domain: one, manifestId: 'no' })).rejects.toMatchObject({ kind: 'manifest-missing' });
});

test('progress is told and ends at the whole', async () => {
  const one = testDomain();
  const root = makeTree();
  await backUp(one, root, 'm1');
  let last = { bytesDone: 0, bytesTotal: -1 };
  const onProgress = (progress: { bytesDone: number; bytesTotal?: number }) => {
    last = { bytesTotal: -1, ...progress };
  };
  await copy(one, testDomain('other'), 'm1');
  const request = {
    source: one,
    destination: testDomain('other'),
    sourceManifestId: 'm1',
    destinationManifestId: 'm1',
  };
  await engine.copy({ ...request, about: {}, onProgress });
  expect(last.bytesDone).toBe(last.bytesTotal);
  expect(last.bytesDone).toBeGreaterThan(5_000_000);
});

test('what the file system calls a hole is not read, and comes back as a hole', async () => {
  const one = testDomain();
  const root = join(scratch, 'holes');
  mkdirSync(root);
  const file = join(root, 'sparse');
  const [begin, middle] = [noise('begin', 1_000_000), noise('middle', 900_000)];
  writeFileSync(file, begin);
  truncateSync(file, 140_000_000);
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, middle, 0, middle.length, 134_500_123);
  closeSync(descriptor);
  const report = await backUp(one, root, 'm1');
  expect(report.sizeBytes).toBe(140_000_000);
  expect(report.readBytes).toBeLessThan(3_000_000);
  await expectRestores(one, 'm1', root);
  expect((await stat(join(scratch, 'restored-m1-one', 'sparse'))).blocks * 512).toBeLessThan(3_000_000);

  const resource = { nature: 'disk-image', path: Buffer.from(file), sizeBytes: 140_000_000 } as const;
  let last = 0;
  const onProgress = ({ bytesDone }: { bytesDone: number }) => {
    last = bytesDone;
  };
  const image = await engine.backup({ domain: one, resource, manifestId: 'i1', about: {}, onProgress });
  expect(image.readBytes).toBeLessThan(4_000_000);
  expect(last).toBe(140_000_000);
  const path = Buffer.from(join(scratch, 'restored.img'));
  await engine.restore({ domain: one, manifestId: 'i1', target: { nature: 'disk-image', path } });
  const restored = readFileSync(path);
  expect(restored.length).toBe(140_000_000);
  expect(restored.subarray(0, 1_000_000).equals(begin)).toBe(true);
  expect(restored.subarray(134_500_123, 135_400_123).equals(middle)).toBe(true);
  expect(isZero(restored.subarray(1_000_000, 134_500_123))).toBe(true);
});

test('two jobs at once in a new domain both come out whole', async () => {
  const one = testDomain();
  const [first, second] = [makeTree('first'), makeTree('second')];
  writeFileSync(join(second, 'its own'), noise('its own', 1_000_000));
  await Promise.all([backUp(one, first, 'm1'), backUp(one, second, 'm2')]);
  const other = testDomain('other');
  await Promise.all([copy(one, other, 'm1'), copy(one, other, 'm2'), backUp(one, first, 'm3', 'm1')]);
  for (const manifestId of ['m1', 'm2']) {
    expect((await engine.verify({ domain: other, manifestId })).illnesses).toEqual([]);
  }
  await expectRestores(other, 'm1', first);
  await expectRestores(other, 'm2', second);
  await expectRestores(one, 'm3', first);
});

test('a file that was written just before it was read rests before, so that it need not be read again', async () => {
  const one = testDomain();
  const root = join(scratch, 'fresh');
  mkdirSync(root);
  writeFileSync(join(root, 'old'), 'old');
  await settled();
  writeFileSync(join(root, 'new'), 'just written');
  writeFileSync(join(root, 'large'), noise('large', 600_000));
  const first = await backUp(one, root, 'm1');
  await settled();
  const second = await backUp(one, root, 'm2', 'm1');
  const third = await backUp(one, root, 'm3', 'm2');
  expect([first, second, third].map(({ readBytes }) => readBytes)).toEqual([600_015, 0, 0]);
  expect(first.troubles).toEqual([]);
});

test('a time of whole seconds settles slowly', () => {
  const second = 1_000_000_000n;
  expect(isFresh(7n * second, 8n * second)).toBe(true);
  expect(isFresh(7n * second, 9n * second)).toBe(false);
  expect(isFresh(7n * second + 1n, 7n * second + 19_000_000n)).toBe(true);
  expect(isFresh(7n * second + 1n, 8n * second)).toBe(false);
  expect(isFresh(9n * second, 8n * second)).toBe(true);
});
