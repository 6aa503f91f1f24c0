import { Buffer } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareTrees } from '../resources/compare-trees.ts';
import { openDirectoryReader } from '../resources/directory-reader.ts';
import type { BlobStore } from '../storage/blobs/blob-store.ts';
import { openDiskBlobs } from '../storage/blobs/disk-blobs.ts';
import { openMemoryBlobs } from '../storage/blobs/memory-blobs.ts';
import { StorageError } from '../storage/storage-error.ts';
import { blobNames, machineClock, noise, testDomain, testKeys, totalSize } from './engine.testkit.ts';
import type { Domain } from './engine.ts';
import { openEngine } from './open-engine.ts';

const scratch = mkdtempSync(join(tmpdir(), 'crossvault-full-'));
const root = join(scratch, 'source');
const engine = openEngine({ clock: machineClock, threads: 0, packSize: 300_000 });

beforeAll(() => {
  mkdirSync(root);
  for (let file = 0; file < 6; file += 1) writeFileSync(join(root, `${file}`), noise(`${file}`, 600_000));
});
afterAll(async () => {
  await engine.close();
  rmSync(scratch, { recursive: true, force: true });
});

async function backUp(domain: Domain, manifestId: string) {
  return engine.backup({ domain, resource: await openDirectoryReader(root), manifestId, about: {} });
}

/** A store that holds so many bytes and no more. */
function quota(blobs: BlobStore, sizeMax: number): BlobStore {
  const admit = async (name: string, bytes: Uint8Array | readonly Uint8Array[]): Promise<void> => {
    const sizeBytes = [bytes].flat().reduce((sum, part) => sum + part.length, 0);
    if ((await totalSize(blobs)) + sizeBytes > sizeMax) throw new StorageError('disk-full', { name });
  };
  return {
    ...blobs,
    async put(name, bytes) {
      await admit(name, bytes);
      await blobs.put(name, bytes);
    },
    async replace(name, bytes) {
      await admit(name, bytes);
      await blobs.replace(name, bytes);
    },
  };
}

test('wherever a disk is full, a job says so, nothing false is there, and with room it goes on from what is stored', async () => {
  const source = testDomain('source');
  await backUp(source, 'm1');
  const whole = await totalSize(source.blobs);
  const keys = testKeys();
  for (let sizeMax = 0; sizeMax < whole + 400_000; sizeMax += 170_000) {
    const blobs = openMemoryBlobs();
    const domain = (store: BlobStore): Domain => ({ ...testDomain('destination', store), keys });
    const copy = (store: BlobStore) =>
      engine.copy({
        source,
        destination: domain(store),
        sourceManifestId: 'm1',
        destinationManifestId: 'c',
        about: {},
      });
    const failure = await copy(quota(blobs, sizeMax)).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (failure) {
      expect(failure).toMatchObject({ kind: 'disk-full' });
      expect(await blobNames(blobs, 'region/destination/manifests/')).toEqual([]);
    }
    const { reusedBytes } = await copy(blobs);
    // Packs are named a few at a time: what was stored since is stored again.
    if (failure && sizeMax > 2_900_000) expect(reusedBytes).toBeGreaterThan(0);
    expect((await engine.verify({ domain: domain(blobs), manifestId: 'c' })).illnesses).toEqual([]);
  }
});

/** A file system of a few megabytes; nothing where we may not mount one. */
function mountSmall(place: string, megabytes: number): boolean {
  mkdirSync(place);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', place], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const small = join(scratch, 'small');
const isMounted = mountSmall(small, 3);
afterAll(() => {
  if (isMounted) execFileSync('umount', [small]);
});
if (!isMounted) console.warn('SKIPPED: a really full disk. Run the tests as root, where a tmpfs can be mounted.');

test.runIf(isMounted)('on a disk that is really full a backup says so and leaves no half-written blob', async () => {
  const keys = testKeys();
  const domain: Domain = { ...testDomain('one', openDiskBlobs(join(small, 'blobs'))), keys };
  await expect(backUp(domain, 'm1')).rejects.toMatchObject({ name: 'StorageError', kind: 'disk-full' });
  const files = (readdirSync(join(small, 'blobs'), { recursive: true }) as string[]).filter((name) =>
    name.includes('~'),
  );
  expect(files).toEqual([]);
  expect(await blobNames(domain.blobs, 'region/one/manifests/')).toEqual([]);
  // The same folder with more room.
  execFileSync('mount', ['-o', 'remount,size=16m', small]);
  const { storedBytes } = await backUp(domain, 'm1');
  expect(storedBytes).toBeLessThan(3_000_000);
  expect((await engine.verify({ domain, manifestId: 'm1' })).illnesses).toEqual([]);
  execFileSync('rm', ['-r', join(small, 'blobs')]);
});

test.runIf(isMounted)(
  'a copy past the page cache to a disk that fills up says so, and goes on where there is room',
  async () => {
    execFileSync('mount', ['-o', 'remount,size=5m', small]);
    const threads = openEngine({ clock: machineClock, threads: 2, packSize: 8_000_000, memoryBytes: 1 });
    const [sourceKeys, keys] = [testKeys(), testKeys()];
    const source: Domain = { ...testDomain('source', openDiskBlobs(join(scratch, 'vault'))), keys: sourceKeys };
    const destination: Domain = { ...testDomain('two', openDiskBlobs(join(small, 'copy'))), keys };
    const large = join(scratch, 'large');
    mkdirSync(large);
    for (let file = 0; file < 2; file += 1) writeFileSync(join(large, `${file}`), noise(`${file}`, 5_000_000));
    const resource = await openDirectoryReader(large);
    await threads.backup({ domain: source, resource, manifestId: 'm1', about: {} });
    const ids = { sourceManifestId: 'm1', destinationManifestId: 'c' };
    const copy = () => threads.copy({ source, destination, ...ids, about: {} });
    await expect(copy()).rejects.toMatchObject({ name: 'StorageError', kind: 'disk-full' });
    const files = readdirSync(join(small, 'copy'), { recursive: true }) as string[];
    expect(files.filter((name) => name.includes('~'))).toEqual([]);
    expect(await blobNames(destination.blobs, 'region/two/manifests/')).toEqual([]);
    execFileSync('mount', ['-o', 'remount,size=16m', small]);
    await copy();
    expect((await threads.verify({ domain: destination, manifestId: 'c' })).illnesses).toEqual([]);
    await threads.close();
    execFileSync('rm', ['-r', join(small, 'copy')]);
  },
);

test.runIf(isMounted)(
  'a restore to a disk that is really full is refused as such, and done where there is room',
  async () => {
    execFileSync('mount', ['-o', 'remount,size=2m', small]);
    const domain = testDomain();
    await backUp(domain, 'm1');
    const target = (place: string) => ({ nature: 'directory', root: Buffer.from(place) }) as const;
    const request = { domain, manifestId: 'm1' };
    const refused = engine.restore({ ...request, target: target(join(small, 'restored')) });
    await expect(refused).rejects.toMatchObject({ kind: 'target-refused', facts: { code: 'ENOSPC' } });
    await engine.restore({ ...request, target: target(join(scratch, 'restored')) });
    expect((await compareTrees(root, join(scratch, 'restored'))).differences).toEqual([]);
    expect(existsSync(join(small, 'restored'))).toBe(true);
  },
);
