import { Buffer } from 'node:buffer';
import { StorageError } from '../../storage-error.ts';
import { parseBlobName } from '../blob-name.ts';
import type { BlobStore } from '../blob-store.ts';
import { S3Objects } from './s3-objects.ts';
import type { S3Place } from './s3-place.ts';

export interface S3Blobs extends BlobStore {
  /** Gives the connections back. */
  close(): void;
}

/**
 * Blobs as objects below a bucket's prefix. A blob is one request: the store has it whole and durable when it answers, or not at all; so nothing is
 * ever left half-written, and there is nothing to clear away. What else lies below the prefix under names that no blob has is not seen.
 */
export function openS3Blobs(place: S3Place): S3Blobs {
  const objects = new S3Objects(place);
  return {
    location: place,
    async put(name, bytes) {
      parseBlobName(name);
      const body = bytes instanceof Uint8Array ? bytes : joined(bytes);
      if ((await objects.put(name, body, 'new')) === undefined) throw new StorageError('blob-exists', { name });
    },
    async replace(name, bytes) {
      parseBlobName(name);
      await objects.put(name, bytes);
    },
    async get(name, range) {
      parseBlobName(name);
      return await objects.get(name, range);
    },
    async fetchInto(name, offset, target) {
      parseBlobName(name);
      await objects.getInto(name, offset, target);
    },
    async size(name) {
      parseBlobName(name);
      return await objects.size(name);
    },
    async *list(prefix) {
      if (prefix !== '') parseBlobName(prefix.replace(/\/$/, ''));
      for await (const found of objects.list(prefix)) if (isBlobName(found.name)) yield found;
    },
    async delete(name) {
      parseBlobName(name);
      await objects.delete(name);
    },
    close: () => objects.close(),
  };
}

/** One piece as it is; a copy costs as much memory again. */
const joined = (pieces: readonly Uint8Array[]): Uint8Array =>
  pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);

function isBlobName(name: string): boolean {
  try {
    return parseBlobName(name).length > 0;
  } catch {
    return false;
  }
}
