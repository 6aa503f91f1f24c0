import { Buffer } from 'node:buffer';

const blockSize = 256 * 1024;

/** Very many small pieces of bytes in few large ones, found again by their places: as objects, each would take a hundred bytes more. */
export class ByteArena {
  readonly #blocks: Buffer[] = [];
  /** Of the last block. */
  #used = blockSize;

  /** Room for a piece, which the caller fills. Its place is a number that stays true. */
  reserve(length: number): { readonly place: number; readonly bytes: Buffer } {
    if (this.#used === blockSize || this.#used + length > blockSize) {
      this.#blocks.push(Buffer.allocUnsafeSlow(Math.max(length, blockSize)));
      this.#used = 0;
    }
    const place = (this.#blocks.length - 1) * blockSize + this.#used;
    const bytes = this.#blocks.at(-1)!.subarray(this.#used, this.#used + length);
    this.#used = Math.min(this.#used + length, blockSize);
    return { place, bytes };
  }

  /** Keeps a piece, and tells its place. */
  add(piece: Uint8Array): number {
    const { place, bytes } = this.reserve(piece.length);
    bytes.set(piece);
    return place;
  }

  /** From a place on, as far as its block goes: a piece tells its own length, or all have one. */
  from(place: number): Buffer {
    return this.#blocks[Math.floor(place / blockSize)]!.subarray(place % blockSize);
  }
}
