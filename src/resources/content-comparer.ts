import { Buffer } from 'node:buffer';
import { closeSync, constants, openSync, read, readSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { COMPARE_BUFFER_BYTES } from './limits.ts';

const readAsync = promisify(read);
/** A fifo that took the file's place must not hold us up. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
/** Small files compared before the event loop gets its turn: about a millisecond. */
const FILES_PER_TURN = 32;

/**
 * Compares files byte for byte through two buffers that it keeps. A small file is read at once, since opening it costs more than its
 * bytes; of a large one both sides are read at the same time, off the main thread.
 */
export class ContentComparer {
  bytes = 0;
  readonly #onProgress: () => void;
  readonly #buffers = [
    Buffer.allocUnsafeSlow(COMPARE_BUFFER_BYTES),
    Buffer.allocUnsafeSlow(COMPARE_BUFFER_BYTES),
  ] as const;
  #files = 0;

  constructor(onProgress: () => void) {
    this.#onProgress = onProgress;
  }

  /** Where two files of the same size first differ; nothing where they don't. Throws the system call's error. */
  async firstDifference(
    [first, second]: readonly [Uint8Array, Uint8Array],
    sizeBytes: number,
  ): Promise<number | undefined> {
    if (this.#files++ % FILES_PER_TURN === 0) await this.#breathe();
    if (sizeBytes === 0) return undefined;
    const one = openSync(Buffer.from(first), FLAGS);
    try {
      const other = openSync(Buffer.from(second), FLAGS);
      try {
        return await this.#compare([one, other], sizeBytes);
      } finally {
        closeSync(other);
      }
    } finally {
      closeSync(one);
    }
  }

  async #compare(fds: readonly [number, number], sizeBytes: number): Promise<number | undefined> {
    const isSmall = sizeBytes <= COMPARE_BUFFER_BYTES;
    for (let offset = 0; offset < sizeBytes; ) {
      const counts = isSmall ? this.#readBoth(fds) : await this.#readBothAside(fds, offset);
      const length = Math.min(...counts);
      const [one, other] = [this.#buffers[0].subarray(0, length), this.#buffers[1].subarray(0, length)];
      if (!one.equals(other)) return offset + differingIndex(one, other);
      // One of them has become shorter than it was said to be.
      if (length === 0) return offset;
      offset += length;
      this.bytes += length;
      if (isSmall) return offset < sizeBytes ? offset : undefined;
      this.#onProgress();
    }
    return undefined;
  }

  #readBoth(fds: readonly [number, number]): [number, number] {
    const [one, other] = this.#buffers;
    return [readSync(fds[0], one, 0, one.length, 0), readSync(fds[1], other, 0, other.length, 0)];
  }

  async #readBothAside(fds: readonly [number, number], offset: number): Promise<[number, number]> {
    const [one, other] = this.#buffers;
    const [left, right] = await Promise.all([
      readAsync(fds[0], one, 0, one.length, offset),
      readAsync(fds[1], other, 0, other.length, offset),
    ]);
    return [left.bytesRead, right.bytesRead];
  }

  async #breathe(): Promise<void> {
    await nextTurn();
    this.#onProgress();
  }
}

function differingIndex(one: Buffer, other: Buffer): number {
  return one.findIndex((byte, index) => byte !== other[index]);
}
