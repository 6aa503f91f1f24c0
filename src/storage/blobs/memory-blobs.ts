import { Buffer } from 'node:buffer';
import { StorageError } from '../storage-error.ts';
import { parseBlobName } from './blob-name.ts';
import type { BlobStore } from './blob-store.ts';

/** Blobs of this process only, for tests and trials. */
export function openMemoryBlobs(): BlobStore {
  const blobs = new Map<string, Buffer>();

  const found = (name: string): Buffer => {
    parseBlobName(name);
    const bytes = blobs.get(name);
    if (!bytes) throw new StorageError('blob-missing', { name });
    return bytes;
  };

  return {
    location: undefined,
    async put(name, bytes) {
      parseBlobName(name);
      if (blobs.has(name)) throw new StorageError('blob-exists', { name });
      blobs.set(name, Buffer.concat(bytes instanceof Uint8Array ? [bytes] : bytes));
    },
    async replace(name, bytes) {
      parseBlobName(name);
      blobs.set(name, Buffer.from(bytes));
    },
    async get(name, range) {
      const bytes = found(name);
      const { offset, length } = range ?? { offset: 0, length: bytes.length };
      if (offset + length > bytes.length) throw new StorageError('blob-truncated', { name, offset, length });
      return Uint8Array.prototype.slice.call(bytes, offset, offset + length);
    },
    async size(name) {
      parseBlobName(name);
      return blobs.get(name)?.length;
    },
    async *list(prefix) {
      for (const [name, bytes] of blobs) if (name.startsWith(prefix)) yield { name, sizeBytes: bytes.length };
    },
    async delete(name) {
      parseBlobName(name);
      blobs.delete(name);
    },
  };
}
