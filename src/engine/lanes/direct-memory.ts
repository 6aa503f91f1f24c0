import type { Buffer } from 'node:buffer';
import { alignedBytes } from '../../storage/native/aligned-bytes.ts';
import { directMemorySize } from '../limits.ts';

/**
 * Memory of one lane in which plaintext is put, and from which the disk fetches it itself. It is used from its beginning to its end and over again; what
 * the disk has not fetched yet is not used again.
 */
export class DirectMemory {
  readonly bytes: Buffer = alignedBytes(directMemorySize);
  /** Where the next file begins to use it. */
  position = 0;
  readonly #held = new Set<{ readonly start: number; readonly end: number; readonly until: Promise<void> }>();

  /** The bytes between are not to be touched until the work is done, which never rejects. */
  hold(start: number, end: number, until: Promise<void>): void {
    const held = { start, end, until: until.finally(() => this.#held.delete(held)) };
    this.#held.add(held);
  }

  /** Waits until nobody holds any of the bytes between. */
  async free(start: number, end: number): Promise<void> {
    for (const held of this.#held) if (held.start < end && start < held.end) await held.until;
  }
}
