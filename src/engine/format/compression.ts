import { Buffer } from 'node:buffer';
import { chunkSizeMax } from '../limits.ts';
import { chosenZstd, type Zstd } from './zstd.ts';

const sampleSize = 16 * 1024;
const triedSizeMin = 64;

/** Compresses chunks into a buffer of its own. */
export class Compressor {
  readonly #zstd: Zstd = chosenZstd();
  #frame = Buffer.alloc(0);

  /** The chunk as a zstd frame, valid until the next call; nothing where that would save less than a 32nd. */
  compress(plaintext: Uint8Array): Uint8Array | undefined {
    if (plaintext.length < triedSizeMin) return undefined;
    const capacity = plaintext.length - Math.ceil(plaintext.length / 32);
    if (this.#frame.length < capacity) this.#frame = Buffer.allocUnsafeSlow(Math.min(capacity * 2, chunkSizeMax));
    if (plaintext.length >= 4 * sampleSize && this.#looksRandom(plaintext)) return undefined;
    const length = this.#zstd.compress(plaintext, this.#frame.subarray(0, capacity));
    return length === undefined ? undefined : this.#frame.subarray(0, length);
  }

  /** First the histogram of a sample, which costs microseconds; where it is flat, zstd itself is asked about the sample. */
  #looksRandom(bytes: Uint8Array): boolean {
    const start = (bytes.length - sampleSize) >> 1;
    const sample = bytes.subarray(start, start + sampleSize);
    if (entropyBits(sample) < 7.9) return false;
    return this.#zstd.compress(sample, this.#frame.subarray(0, sampleSize - sampleSize / 32)) === undefined;
  }
}

const counts = new Uint32Array(256);

function entropyBits(sample: Uint8Array): number {
  counts.fill(0);
  for (let at = 0; at < sample.length; at += 1) counts[sample[at]!]! += 1;
  let bits = 0;
  for (const count of counts) if (count > 0) bits -= (count / sample.length) * Math.log2(count / sample.length);
  return bits;
}
