import type { Buffer } from 'node:buffer';
import { alignedBytes } from '../native/aligned-bytes.ts';
import { DIRECT_BLOCK_BYTES, DIRECT_BLOCKS, DIRECT_WRITERS_MAX } from './limits.ts';

/**
 * Memory from which the disk fetches bytes itself, in blocks: one thread's, made for its first writer and kept. A block is its taker's until he gives
 * it back, which he does only once the disk has fetched it.
 */
export class DirectBlocks {
  #free: Buffer[] | undefined;
  readonly #waiting: ((block: Buffer) => void)[] = [];
  #writers = 0;

  /** False where so many writers are at it that one might wait for a block for ever. Else `leave` ends it. */
  enter(): boolean {
    if (this.#writers >= DIRECT_WRITERS_MAX) return false;
    this.#writers += 1;
    return true;
  }

  leave(): void {
    this.#writers -= 1;
  }

  /** Waits until one is free. */
  async take(): Promise<Buffer> {
    this.#free ??= makeBlocks();
    return this.#free.pop() ?? new Promise((resolve) => this.#waiting.push(resolve));
  }

  give(block: Buffer): void {
    const next = this.#waiting.shift();
    if (next) next(block);
    else this.#free?.push(block);
  }
}

function makeBlocks(): Buffer[] {
  const memory = alignedBytes(DIRECT_BLOCKS * DIRECT_BLOCK_BYTES);
  return Array.from({ length: DIRECT_BLOCKS }, (_, number) =>
    memory.subarray(number * DIRECT_BLOCK_BYTES, (number + 1) * DIRECT_BLOCK_BYTES),
  );
}
