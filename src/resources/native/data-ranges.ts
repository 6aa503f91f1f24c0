import { cLibrary, raise } from './c-library.ts';

const SEEK_DATA = 3;
const SEEK_HOLE = 4;

export interface DataRange {
  readonly offset: number;
  readonly length: number;
}

/**
 * Where an open file holds data; what lies between reads as zeros and takes no room. One range, the whole, where the file system or this
 * Node cannot tell, and for a block device. Moves the file's own position: read with explicit ones.
 */
export function* dataRanges(fd: number, sizeBytes: number): Generator<DataRange> {
  let offset = 0;
  while (offset < sizeBytes) {
    const start = seek(fd, offset, SEEK_DATA);
    if (start === 'unknown') return yield { offset, length: sizeBytes - offset };
    if (start === 'end' || start >= sizeBytes) return;
    const hole = seek(fd, start, SEEK_HOLE);
    const end = typeof hole === 'number' ? Math.min(hole, sizeBytes) : sizeBytes;
    yield { offset: start, length: end - start };
    offset = end;
  }
}

function seek(fd: number, offset: number, whence: number): number | 'end' | 'unknown' {
  if (cLibrary === undefined) return 'unknown';
  const found = cLibrary.lseek(fd, BigInt(offset), whence);
  if (found >= 0n) return Number(found);
  const error = raise(cLibrary, 'lseek');
  if (error.code === 'ENXIO') return 'end';
  if (error.code === 'EINVAL' || error.code === 'ENOTSUP' || error.code === 'ESPIPE') return 'unknown';
  throw error;
}
