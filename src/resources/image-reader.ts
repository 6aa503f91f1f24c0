import { Buffer } from 'node:buffer';
import { constants } from 'node:fs';
import { open, readFile, realpath } from 'node:fs/promises';
import { deviceParts } from './native/make-node.ts';
import { printablePath } from './path-bytes.ts';
import type { ImageReader } from './resource.ts';
import { ResourceError } from './resource-error.ts';
import { requireSystemErrorCode } from './system-error.ts';

/** Linux counts a device in sectors of this size, whatever the hardware's own. */
const SECTOR_BYTES = 512;

/**
 * A regular file or a block device, read as a disk image; its size is taken now. Throws ResourceError `source-missing`,
 * `source-unreadable` or `nature-unknown`. Which parts hold data, `dataRanges` tells of the open file.
 */
export async function openImageReader(path: string | Uint8Array): Promise<ImageReader> {
  const named = Buffer.from(path);
  try {
    const place = await realpath(named, { encoding: 'buffer' });
    return { nature: 'disk-image', path: place, sizeBytes: await measure(place) };
  } catch (error) {
    if (error instanceof ResourceError) throw error;
    const code = requireSystemErrorCode(error);
    const kind = code === 'ENOENT' || code === 'ENOTDIR' ? 'source-missing' : 'source-unreadable';
    throw new ResourceError(kind, `${printablePath(named)}: ${code}`, { cause: error });
  }
}

async function measure(place: Buffer): Promise<number> {
  // O_NONBLOCK: opening a fifo that took the image's place must not wait for its writer.
  await using file = await open(place, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const stats = await file.stat({ bigint: true });
  if (stats.isFile()) return Number(stats.size);
  if (stats.isBlockDevice()) return measureDevice(stats.rdev);
  throw new ResourceError('nature-unknown', `${printablePath(place)} is neither a file nor a block device`);
}

async function measureDevice(number: bigint): Promise<number> {
  const { major, minor } = deviceParts(number);
  return Number(await readFile(`/sys/dev/block/${major}:${minor}/size`, 'utf8')) * SECTOR_BYTES;
}
