import { Buffer } from 'node:buffer';
import { contentHashLength } from '../format/content-hash-length.ts';

// state 4 | sealed length 4 | hash 32
const slotWords = 10;
const slotCount = 1 << 16;
const probesMax = 64;
const empty = 0;
const whole = 2;

/**
 * Chunks that some thread has sealed in this job but that no index names yet, so that another thread need not seal them again. Any
 * thread claims and finds, without locks. It forgets nothing and may refuse: a chunk that is missed is stored twice, which is harmless.
 */
export class Claims {
  readonly shared: SharedArrayBuffer;
  readonly #words: Int32Array;
  readonly #bytes: Buffer;

  constructor(shared = new SharedArrayBuffer(slotCount * slotWords * 4)) {
    this.shared = shared;
    this.#words = new Int32Array(shared);
    this.#bytes = Buffer.from(shared);
  }

  /** Length of the chunk's sealed bytes, where somebody has sealed it. */
  find(hash: Uint8Array): number | undefined {
    for (let probe = 0; probe < probesMax; probe += 1) {
      const slot = slotOf(hash, probe);
      const state = Atomics.load(this.#words, slot * slotWords);
      if (state === empty) return undefined;
      if (state === whole && this.#isAt(slot, hash)) return this.#words[slot * slotWords + 1];
    }
    return undefined;
  }

  claim(hash: Uint8Array, sealedLength: number): void {
    for (let probe = 0; probe < probesMax; probe += 1) {
      const slot = slotOf(hash, probe);
      if (Atomics.compareExchange(this.#words, slot * slotWords, empty, 1) !== empty) continue;
      this.#words[slot * slotWords + 1] = sealedLength;
      this.#bytes.set(hash, (slot * slotWords + 2) * 4);
      Atomics.store(this.#words, slot * slotWords, whole);
      return;
    }
  }

  #isAt(slot: number, hash: Uint8Array): boolean {
    const at = (slot * slotWords + 2) * 4;
    return this.#bytes.compare(hash, 0, contentHashLength, at, at + contentHashLength) === 0;
  }
}

function slotOf(hash: Uint8Array, probe: number): number {
  return ((hash[0]! | (hash[1]! << 8)) + probe) & (slotCount - 1);
}
