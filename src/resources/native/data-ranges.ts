import { attempt, cLibrary } from './c-library.ts';

const SEEK_DATA = 3;
const SEEK_HOLE = 4;

export interface DataRange {
  readonly offset: number;
  readonly length: number;
}

/**
 * Where an open file holds data; what lies between reads as zeros and takes no room. One range, the whole, where the file system or this
 * Node cannot tell, and for a block device. Moves the file's own position: read with explicit ones. What lies before
 * `start` is not looked at.
 */
export function* dataRanges(fd: number, sizeBytes: number, start = 0): Generator<DataRange> {
  let offset = start;
  while (offset < sizeBytes) {
    const data = seek(fd, offset, SEEK_DATA);
    if (data === 'unknown') return yield { offset, length: sizeBytes - offset };
    if (data === 'end' || data >= sizeBytes) return;
    const hole = seek(fd, data, SEEK_HOLE);
    const end = typeof hole === 'number' ? Math.min(hole, sizeBytes) : sizeBytes;
    yield { offset: data, length: end - data };
    offset = end;
  }
}

function seek(fd: number, offset: number, whence: number): number | 'end' | 'unknown' {
  if (cLibrary === undefined) return 'unknown';
  const expected = ['ENXIO', 'EINVAL', 'ENOTSUP', 'ESPIPE'] as const;
  const found = attempt(cLibrary, 'lseek', (library) => library.lseek(fd, BigInt(offset), whence), expected);
  if (typeof found === 'bigint') return Number(found);
  return found === 'ENXIO' ? 'end' : 'unknown';
}
