import { Buffer } from 'node:buffer';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compareTrees } from '../resources/compare-trees.ts';
import { openDirectoryReader } from '../resources/directory-reader.ts';
import type { BlobStore } from '../storage/blobs/blob-store.ts';
import { openMemoryBlobs } from '../storage/blobs/memory-blobs.ts';
import { blobNames, machineClock, noise, testDomain, testKeys } from './engine.testkit.ts';
import type { Domain } from './engine.ts';
import { EngineError } from './engine-error.ts';
import { openEngine } from './open-engine.ts';

const engine = openEngine({ clock: machineClock, threads: 0, packSize: 300_000 });
const scratch = mkdtempSync(join(tmpdir(), 'crossvault-tampering-'));
afterAll(async () => {
  await engine.close();
  rmSync(scratch, { recursive: true, force: true });
});

const keys = testKeys();
const domainOn = (blobs: BlobStore, id = 'one'): Domain => ({ ...testDomain(id, blobs), keys });
const root = join(scratch, 'source');

/** Two points: `m1`, and `m2` with one file more. */
async function makeVault(sizes: readonly number[]): Promise<BlobStore> {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  const blobs = openMemoryBlobs();
  for (const [number, size] of sizes.entries()) writeFileSync(join(root, `${number}`), noise(`${number}`, size));
  await backUp(domainOn(blobs), 'm1');
  writeFileSync(join(root, 'last'), 'last');
  await backUp(domainOn(blobs), 'm2', 'm1');
  return blobs;
}

async function backUp(domain: Domain, manifestId: string, previous?: string) {
  const resource = await openDirectoryReader(root);
  const before = previous === undefined ? {} : { previousManifestId: previous };
  return engine.backup({ domain, resource, manifestId, about: {}, ...before });
}

async function copyOf(blobs: BlobStore): Promise<BlobStore> {
  const copy = openMemoryBlobs();
  for await (const { name } of blobs.list('')) await copy.put(name, await blobs.get(name));
  return copy;
}

/** What verify says of a point: nothing where it is whole. */
async function illnessOf(domain: Domain, manifestId: string): Promise<string> {
  try {
    return (await engine.verify({ domain, manifestId })).illnesses[0]?.kind ?? '';
  } catch (error) {
    if (error instanceof EngineError) return error.kind;
    throw error;
  }
}

let restores = 0;

/** The tree of `m2`, byte for byte; or a refusal, and then verify has told. Never other bytes. */
async function expectWholeOrTold(domain: Domain): Promise<string> {
  const illness = await illnessOf(domain, 'm2');
  restores += 1;
  const target = join(scratch, `restored-${restores}`);
  const request = { domain, manifestId: 'm2', target: { nature: 'directory', root: Buffer.from(target) } } as const;
  const refusal = await engine.restore(request).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (refusal === undefined) expect((await compareTrees(root, target)).differences).toEqual([]);
  else {
    expect(refusal).toBeInstanceOf(EngineError);
    expect(illness).not.toBe('');
  }
  rmSync(target, { recursive: true, force: true });
  return illness;
}

test('whichever byte of a small vault is flipped, it is told, or it does not matter', async () => {
  const vault = await makeVault([40, 60]);
  const unnoticed: string[] = [];
  for (const name of await blobNames(vault)) {
    const bytes = Buffer.from(await vault.get(name));
    for (let at = 0; at < bytes.length; at += 1) {
      bytes[at]! ^= 0x10;
      await vault.replace(name, bytes);
      if ((await illnessOf(domainOn(vault), 'm2')) === '') unnoticed.push(name);
      bytes[at]! ^= 0x10;
    }
    await vault.replace(name, bytes);
  }
  // The manifest of the other point, and the nodes that only it has.
  expect(unnoticed.filter((name) => !name.endsWith('m1') && !name.includes('/packs/'))).toEqual([]);
  expect(await expectWholeOrTold(domainOn(vault))).toBe('');
});

/** Each gets a vault and the name of one of its blobs. */
const harm: Readonly<Record<string, (blobs: BlobStore, name: string) => Promise<void>>> = {
  'is lost': async (blobs, name) => blobs.delete(name),
  'is empty': async (blobs, name) => blobs.replace(name, new Uint8Array()),
  'is cut in the middle': async (blobs, name) => {
    const bytes = await blobs.get(name);
    await blobs.replace(name, bytes.subarray(0, bytes.length >> 1));
  },
  'lacks its last byte': async (blobs, name) => {
    const bytes = await blobs.get(name);
    await blobs.replace(name, bytes.subarray(0, -1));
  },
  'has a byte more': async (blobs, name) => blobs.replace(name, Buffer.concat([await blobs.get(name), Buffer.of(0)])),
  'is there twice': async (blobs, name) => {
    if (!name.endsWith('/head')) await blobs.put(`${name.slice(0, -2)}ff`, await blobs.get(name));
  },
  'is in the place of its neighbour, which is in its': async (blobs, name) => {
    const folder = name.slice(0, name.lastIndexOf('/') + 1);
    const kind = folder.includes('/packs/') ? folder.slice(0, folder.indexOf('/packs/') + 7) : folder;
    const all = await blobNames(blobs, kind);
    const other = all[(all.indexOf(name) + 1) % all.length]!;
    const [mine, its] = [await blobs.get(name), await blobs.get(other)];
    await blobs.replace(name, its);
    await blobs.replace(other, mine);
  },
};

test.each(Object.keys(harm))(
  'where a blob %s, restores are right or refused, and the next jobs repair or say what is gone',
  async (how) => {
    const vault = await makeVault([200_000, 700_000, 100]);
    for (const name of await blobNames(vault)) {
      const blobs = await copyOf(vault);
      await harm[how]!(blobs, name);
      const domain = domainOn(blobs);
      await expectWholeOrTold(domain);
      // A copy out of it takes nothing that is ill.
      const copied = domainOn(openMemoryBlobs(), 'copy');
      const ids = { sourceManifestId: 'm2', destinationManifestId: 'c' };
      const isCopied = await engine.copy({ source: domain, destination: copied, ...ids, about: {} }).then(
        () => true,
        (error: unknown) => {
          expect(error).toBeInstanceOf(EngineError);
          return false;
        },
      );
      if (isCopied) expect(await illnessOf(copied, 'c')).toBe('');
      else expect(await blobNames(copied.blobs, `${copied.prefix}manifests/`)).toEqual([]);
      // What is lost is stored again by the next backup; what is damaged, it does not read.
      const isBackedUp = await backUp(domain, 'm3', 'm2').then(
        () => true,
        (error: unknown) => {
          expect(error).toBeInstanceOf(EngineError);
          return false;
        },
      );
      if (how === 'is lost' && isBackedUp && !name.endsWith('/head')) expect(await illnessOf(domain, 'm3')).toBe('');
    }
  },
);

test('a pack that is damaged, once it is noted, is made good by the next copy and the next backup', async () => {
  const vault = await makeVault([200_000, 700_000, 100]);
  const source = domainOn(vault);
  const ids = (id: string) => ({ sourceManifestId: 'm2', destinationManifestId: id, about: {} });
  const made = domainOn(openMemoryBlobs(), 'destination');
  await engine.copy({ source, destination: made, ...ids('c1') });
  for (const name of await blobNames(made.blobs, 'region/destination/packs/')) {
    const destination = domainOn(await copyOf(made.blobs), 'destination');
    const bytes = Buffer.from(await destination.blobs.get(name));
    bytes[60]! ^= 1;
    await destination.blobs.replace(name, bytes);
    const { damagedPacks } = await engine.verify({ domain: destination, manifestId: 'c1' });
    expect(damagedPacks).toEqual([name.split('/').at(-1)]);
    await engine.setAside({ domain: destination, packs: damagedPacks });
    await engine.setAside({ domain: destination, packs: damagedPacks });
    expect((await engine.copy({ source, destination, ...ids('c2') })).copiedChunks).toBeGreaterThan(0);
    for (const id of ['c1', 'c2']) expect(await illnessOf(destination, id)).toBe('');
    await engine.prune({ domain: destination, keep: async (all) => new Set(all), now: 0, graceMs: 0 });
    expect(await blobNames(destination.blobs, 'region/destination/damaged/')).toEqual([]);
    expect(await blobNames(destination.blobs)).not.toContain(name);
    for (const id of ['c1', 'c2']) expect(await illnessOf(destination, id)).toBe('');
    expect((await engine.copy({ source, destination, ...ids('c3') })).copiedBytes).toBe(0);
  }
});

test('a damaged pack stays while something in it is needed that is nowhere else', async () => {
  const vault = await makeVault([200_000, 700_000, 100]);
  const domain = domainOn(vault);
  const [name = ''] = await blobNames(vault, 'region/one/packs/');
  const packs = [name.split('/').at(-1)!];
  await engine.setAside({ domain, packs });
  // It was whole after all.
  expect(await expectWholeOrTold(domain)).toBe('');
  await engine.prune({ domain, keep: async (all) => new Set(all), now: 0, graceMs: 0 });
  expect(await expectWholeOrTold(domain)).toBe('');
  expect(await blobNames(vault)).toContain(name);
});

test('a vault from which everything but the manifests and packs is gone is whole after recover', async () => {
  const vault = await makeVault([200_000, 700_000, 100]);
  for (const name of await blobNames(vault, 'region/one/index/')) await vault.delete(name);
  expect(await illnessOf(domainOn(vault), 'm2')).toBe('chunk-missing');
  await engine.recoverIndex({ domain: domainOn(vault), now: 0 });
  expect(await expectWholeOrTold(domainOn(vault))).toBe('');
});
