import { Buffer } from 'node:buffer';
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { SecretBytes } from '../secrets/secret-bytes.ts';
import type { BlobStore } from '../storage/blobs/blob-store.ts';
import { openMemoryBlobs } from '../storage/blobs/memory-blobs.ts';
import { StorageError } from '../storage/storage-error.ts';
import type { Clock } from '../util/clock.ts';
import type { DataKeys, Domain } from './engine.ts';

/** The real one: file systems stamp with it. */
export const machineClock: Clock = { now: () => Date.now() };

/** Data keys that are wrapped in nothing but a table of ours. */
export function testKeys(): DataKeys & { calls: number; isDisabled: boolean } {
  const known = new Map<string, Uint8Array>();
  const keys = {
    calls: 0,
    isDisabled: false,
    async generate() {
      keys.calls += 1;
      if (keys.isDisabled) throw new Error('the key is disabled');
      const wrapped = randomBytes(40);
      const plaintext = randomBytes(32);
      known.set(wrapped.toString('hex'), Uint8Array.from(plaintext));
      return { plaintext: new SecretBytes(plaintext), wrapped };
    },
    async open(wrapped: Uint8Array) {
      keys.calls += 1;
      const key = known.get(Buffer.from(wrapped).toString('hex'));
      if (keys.isDisabled || !key) throw new Error('the key is disabled or not ours');
      return new SecretBytes(Uint8Array.from(key));
    },
  };
  return keys;
}

export function testDomain(id = 'one', blobs: BlobStore = openMemoryBlobs()): Domain {
  return { id, blobs, prefix: `region/${id}/`, keys: testKeys() };
}

/** Bytes that look random and are the same each time. */
export function noise(seed: string, length: number): Buffer {
  const key = createHash('sha256').update(seed).digest();
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(length));
}

export async function blobNames(blobs: BlobStore, prefix = ''): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of blobs.list(prefix)) names.push(name);
  return names.sort();
}

export async function totalSize(blobs: BlobStore): Promise<number> {
  let sum = 0;
  for await (const { sizeBytes } of blobs.list('')) sum += sizeBytes;
  return sum;
}

/** A store whose n-th write fails (from 1), and that counts. */
export function failingBlobs(blobs: BlobStore, failAt = Number.POSITIVE_INFINITY): BlobStore & { writes: number } {
  const failing = {
    ...blobs,
    writes: 0,
    async put(name: string, bytes: Uint8Array | readonly Uint8Array[]) {
      failing.writes += 1;
      if (failing.writes === failAt) throw new StorageError('io', { name });
      await blobs.put(name, bytes);
    },
  };
  return failing;
}

/** A copy of a store, and the same copy as a process sees it that is killed at its n-th write or deletion. */
export async function dyingCopy(whole: BlobStore, killAt: number): Promise<{ store: BlobStore; dying: BlobStore }> {
  const store = openMemoryBlobs();
  for await (const { name } of whole.list('')) await store.put(name, await whole.get(name));
  let steps = 0;
  const step = async (action: () => Promise<void>) => {
    steps += 1;
    if (steps >= killAt) throw new Error('killed');
    await action();
  };
  return {
    store,
    dying: {
      ...store,
      put: (name, bytes) => step(() => store.put(name, bytes)),
      delete: (name) => step(() => store.delete(name)),
    },
  };
}
