import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { StorageError } from '../../storage-error.ts';
import type { S3Objects } from './s3-objects.ts';

/**
 * Tries on an object of its own what blobs rely on: that the store can be listed, written, read and deleted in, gives parts of objects, and heeds
 * conditions of puts. Throws StorageError `store-unfit` (`lacks`) where one of two writers of a name could overwrite the other unnoticed, or whatever
 * keeps us from the bucket.
 */
export async function probeS3(objects: S3Objects): Promise<void> {
  const name = `~probe-${randomBytes(8).toString('hex')}`;
  const body = Buffer.from(name);
  const require = (holds: boolean, lacks: string): void => {
    if (!holds) throw new StorageError('store-unfit', { bucket: objects.place.bucket, lacks });
  };
  for await (const _ of objects.list('', { pageSize: 1 })) break;
  try {
    const etag = await objects.put(name, body, 'new');
    require(etag !== undefined && etag !== '', 'ETags of what is put');
    require((await objects.put(name, Buffer.from('other'), 'new')) === undefined, 'If-None-Match: * on puts');
    const other = '"00000000000000000000000000000000"';
    require((await objects.put(name, Buffer.from('other'), { etag: other })) === undefined, 'If-Match on puts');
    const condition = { etag: etag ?? '' };
    require((await objects.put(name, body, condition)) !== undefined, 'If-Match on puts');
    require((await objects.get(name)).equals(body), 'reading what was put');
    const part = { offset: 2, length: 5 };
    require((await objects.get(name, part)).equals(body.subarray(2, 7)), 'ranges of objects');
  } finally {
    await objects.delete(name);
  }
}
