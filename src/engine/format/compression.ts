import type { Buffer } from 'node:buffer';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

const level = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
const sampleSize = 16 * 1024;

/** The chunk as a zstd frame; nothing where that would save less than a 32nd. */
export function compress(plaintext: Uint8Array): Uint8Array | undefined {
  if (plaintext.length < 64) return undefined;
  if (plaintext.length >= 4 * sampleSize && looksRandom(plaintext)) return undefined;
  const frame = zstdCompressSync(plaintext, level);
  return frame.length <= plaintext.length - plaintext.length / 32 ? frame : undefined;
}

/** Throws where the frame is broken or holds more than `plainLength` bytes. */
export function decompress(frame: Uint8Array, plainLength: number): Buffer {
  return zstdDecompressSync(frame, { maxOutputLength: Math.max(plainLength, 1) });
}

/** First the histogram of a sample, which costs microseconds; where it is flat, zstd itself is asked about the sample. */
function looksRandom(bytes: Uint8Array): boolean {
  const start = (bytes.length - sampleSize) >> 1;
  const sample = bytes.subarray(start, start + sampleSize);
  if (entropyBits(sample) < 7.9) return false;
  return zstdCompressSync(sample, level).length > sampleSize - sampleSize / 32;
}

const counts = new Uint32Array(256);

function entropyBits(sample: Uint8Array): number {
  counts.fill(0);
  for (let at = 0; at < sample.length; at += 1) counts[sample[at]!]! += 1;
  let bits = 0;
  for (const count of counts) if (count > 0) bits -= (count / sample.length) * Math.log2(count / sample.length);
  return bits;
}
