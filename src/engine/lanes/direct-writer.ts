import { Buffer } from 'node:buffer';
import { closeSync, constants, openSync, write as writeWithCallback } from 'node:fs';
import { promisify } from 'node:util';
import { directAlignment, directBlockSize, directBlocksPerLane, sparseRunMin } from '../limits.ts';
import { alignedBytes } from '../native/aligned-bytes.ts';
import { isZero } from './open-file.ts';
import { type PlaceWriter, refused, writeAt } from './place-writer.ts';

const writeLater = promisify(writeWithCallback);

/** Blocks of memory of one lane from which the disk fetches bytes itself while the lane fills the next one. */
export class DirectBlocks {
  readonly #free: Buffer[];
  readonly #waiting: ((block: Buffer) => void)[] = [];

  constructor() {
    const bytes = alignedBytes(directBlockSize * directBlocksPerLane);
    this.#free = Array.from({ length: directBlocksPerLane }, (_, at) =>
      bytes.subarray(at * directBlockSize, (at + 1) * directBlockSize),
    );
  }

  async take(): Promise<Buffer> {
    return this.#free.pop() ?? new Promise((resolve) => this.#waiting.push(resolve));
  }

  give(block: Buffer): void {
    const next = this.#waiting.shift();
    if (next) next(block);
    else this.#free.push(block);
  }
}

export interface DirectTarget {
  readonly place: Uint8Array;
  /** The same file, opened for ordinary writing: it takes what does not fill a block of the disk. */
  readonly descriptor: number;
  readonly isSparse: boolean;
}

/**
 * Opens a file that is there to be written past the page cache (O_DIRECT): a restore of large files then costs a third of the processor time, and
 * leaves other programs their cache. Nothing where the system or its file system cannot.
 */
export function openDirectWriter(target: DirectTarget, blocks: () => DirectBlocks): PlaceWriter | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const flags = constants.O_WRONLY | constants.O_NOFOLLOW | constants.O_DIRECT;
    return new DirectWriter(target, openSync(Buffer.from(target.place), flags), blocks());
  } catch (error) {
    if (codeOf(error) === 'EINVAL') return undefined;
    throw refused(error);
  }
}

class DirectWriter implements PlaceWriter {
  readonly #target: DirectTarget;
  readonly #direct: number;
  readonly #blocks: DirectBlocks;
  readonly #writing = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | undefined;
  #isRefused = false;
  /** What has come and is not on its way: it begins at `#start` of the file. */
  #block: Buffer | undefined;
  #start = 0;
  #filled = 0;

  constructor(target: DirectTarget, direct: number, blocks: DirectBlocks) {
    this.#target = target;
    this.#direct = direct;
    this.#blocks = blocks;
  }

  async write(bytes: Uint8Array, offset: number): Promise<void> {
    if (this.#block && offset !== this.#start + this.#filled) this.#send();
    for (let done = 0; done < bytes.length; ) {
      done += await this.#add(bytes.subarray(done), offset + done);
    }
    this.#check();
  }

  async finish(): Promise<void> {
    this.#send();
    await this.#settle();
    this.#check();
  }

  async close(): Promise<void> {
    if (this.#block) this.#blocks.give(this.#block);
    this.#block = undefined;
    await this.#settle();
    closeSync(this.#direct);
  }

  /** Takes some of the bytes, and tells how many. */
  async #add(bytes: Uint8Array, offset: number): Promise<number> {
    const before = offset % directAlignment;
    if (!this.#block && before > 0) {
      const head = bytes.subarray(0, directAlignment - before);
      writeAt(this.#target.descriptor, head, offset);
      return head.length;
    }
    if (!this.#block) {
      this.#block = await this.#blocks.take();
      this.#start = offset;
    }
    const part = bytes.subarray(0, this.#block.length - this.#filled);
    this.#block.set(part, this.#filled);
    this.#filled += part.length;
    if (this.#filled === this.#block.length) this.#send();
    return part.length;
  }

  /** Hands the block to the disk; what is left behind its last whole sector goes the ordinary way. */
  #send(): void {
    const [block, start, filled] = [this.#block, this.#start, this.#filled];
    if (!block) return;
    this.#block = undefined;
    this.#filled = 0;
    const whole = filled - (filled % directAlignment);
    const writing: Promise<void> = this.#writeRuns(block.subarray(0, whole), start)
      .then(() => writeAt(this.#target.descriptor, block.subarray(whole, filled), start + whole))
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => {
        this.#writing.delete(writing);
        this.#blocks.give(block);
      });
    this.#writing.add(writing);
  }

  /** Of a sparse file, long runs of zeros are left out. */
  async #writeRuns(bytes: Buffer, offset: number): Promise<void> {
    let start = 0;
    for (let at = 0; this.#target.isSparse && at < bytes.length; at += sparseRunMin) {
      const end = Math.min(at + sparseRunMin, bytes.length);
      if (!isZero(bytes.subarray(at, end))) continue;
      await this.#writeWhole(bytes.subarray(start, at), offset + start);
      start = end;
    }
    await this.#writeWhole(bytes.subarray(start), offset + start);
  }

  async #writeWhole(bytes: Buffer, offset: number): Promise<void> {
    for (let done = 0; done < bytes.length; ) {
      // Where a write was cut short, what is left may begin between two sectors.
      if (this.#isRefused || done % directAlignment !== 0) {
        return writeAt(this.#target.descriptor, bytes.subarray(done), offset + done);
      }
      try {
        const { bytesWritten } = await writeLater(this.#direct, bytes, done, bytes.length - done, offset + done);
        done += bytesWritten;
      } catch (error) {
        // A file system that opens and then does not take it, or wants larger sectors.
        if (codeOf(error) !== 'EINVAL') throw refused(error);
        this.#isRefused = true;
      }
    }
  }

  async #settle(): Promise<void> {
    while (this.#writing.size > 0) await Promise.all(this.#writing);
  }

  #check(): void {
    if (this.#failure) throw this.#failure.error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
