import { hostname } from 'node:os';
import type { BlobStore } from '../storage/blobs/blob-store.ts';
import { openDiskBlobs } from '../storage/blobs/disk-blobs.ts';
import type { Ownership } from '../storage/blobs/s3/s3-owner.ts';
import { printS3Place, type S3Place } from '../storage/blobs/s3/s3-place.ts';
import type { StorageError } from '../storage/storage-error.ts';
import { systemClock, systemTimer } from './clocks.ts';
import type { DataDirectory } from './data-directory.ts';

/** The stores of one installation. */
export interface OpenBlobs {
  readonly blobs: BlobStore;
  readonly coldBlobs: BlobStore;
  /** The data directory's own, whether they are in use or not. */
  readonly diskBlobs: BlobStore;
  /** Where they are, for people; nothing for the data directory itself. */
  readonly place: string | undefined;
  /** Comes when another process has taken them: nothing more may be written. Never for the data directory, which is locked. */
  readonly lost: Promise<StorageError>;
  /** Gives them free for another process. */
  close(): Promise<void>;
}

/**
 * Opens the blobs of a data directory: its own, or those in a bucket, for this process alone. Throws StorageError `in-use`, and `store-unfit`,
 * `access-denied`, `bucket-missing` or `io` for a bucket that cannot be worked with.
 */
export async function openBlobs(
  place: S3Place | undefined,
  directory: DataDirectory,
  warn: (sentence: string) => void,
): Promise<OpenBlobs> {
  const diskBlobs = openDiskBlobs(directory.blobs);
  if (place !== undefined) return await openBucket(place, { directory, diskBlobs, warn });
  return {
    blobs: diskBlobs,
    coldBlobs: openDiskBlobs(directory.cold),
    diskBlobs,
    place: undefined,
    lost: new Promise(() => undefined),
    close: () => Promise.resolve(),
  };
}

/** The SDK is loaded where there is a bucket only. */
async function openBucket(
  place: S3Place,
  { directory, diskBlobs, warn }: { directory: DataDirectory; diskBlobs: BlobStore; warn: (sentence: string) => void },
): Promise<OpenBlobs> {
  const { openS3Blobs } = await import('../storage/blobs/s3/s3-blobs.ts');
  const { S3Objects } = await import('../storage/blobs/s3/s3-objects.ts');
  const { probeS3 } = await import('../storage/blobs/s3/probe-s3.ts');
  const { takeOwnership } = await import('../storage/blobs/s3/s3-owner.ts');
  const objects = new S3Objects(place);
  let tellLost: (error: StorageError) => void = () => undefined;
  const lost = new Promise<StorageError>((resolve) => {
    tellLost = resolve;
  });
  const take = async (): Promise<Ownership> => {
    await probeS3(objects);
    return await takeOwnership(objects, {
      name: { host: hostname(), directory: directory.root },
      clock: systemClock,
      timer: systemTimer,
      onWait: ({ host, directory: other }) =>
        warn(
          `${printS3Place(place)} was last used by a server on ${host} (${other}) that has not said good-bye. Watching for a minute whether it still lives.`,
        ),
      onLost: tellLost,
    });
  };
  const ownership = await take().catch((error: unknown) => {
    objects.close();
    throw error;
  });
  const blobs = openS3Blobs(place);
  const { coldStorageClass } = place;
  const coldBlobs = coldStorageClass === undefined ? blobs : openS3Blobs({ ...place, storageClass: coldStorageClass });
  return {
    blobs,
    coldBlobs,
    diskBlobs,
    place: printS3Place(place),
    lost,
    async close() {
      try {
        await ownership.release();
      } finally {
        for (const store of new Set([objects, blobs, coldBlobs])) (store as { close(): void }).close();
      }
    },
  };
}
