import { chunkSizeAverage, chunkSizeMax, chunkSizeMin } from '../limits.ts';
import { gearTable } from './gear.ts';

/** High bits of the hash that must be zero for a cut: 21 up to the average length, 19 beyond. */
const strictMask = 0xff_ff_f8_00;
const looseMask = 0xff_ff_e0_00;

const { low, high } = gearTable();

/**
 * Length of the chunk that begins at `start`, by FastCDC (FORMAT.md 5): slow and plain, what the chunker is compared with. The bytes up to `end` must be all that is left, or at least
 * `chunkSizeMax`. The hash is of 64 bits, of which only the high half decides.
 */
export function cutLengthReference(bytes: Uint8Array, start: number, end: number): number {
  const left = end - start;
  if (left <= chunkSizeMin) return left;
  const average = start + Math.min(left, chunkSizeAverage);
  const last = start + Math.min(left, chunkSizeMax);
  let hashLow = 0;
  let hashHigh = 0;
  let at = start + chunkSizeMin;
  for (; at < last; at += 1) {
    const byte = bytes[at]!;
    const sum = ((hashLow << 1) >>> 0) + low[byte]!;
    hashHigh = ((hashHigh << 1) | (hashLow >>> 31)) + high[byte]! + (sum > 0xffffffff ? 1 : 0);
    hashLow = sum >>> 0;
    if ((hashHigh & (at < average ? strictMask : looseMask)) === 0) return at + 1 - start;
  }
  return last - start;
}
