import type { Buffer } from 'node:buffer';
import { closeSync, constants, openSync, write as writeWithCallback } from 'node:fs';
import { promisify } from 'node:util';
import { directAlignment, writeSizeMax } from '../write-size.ts';
import { DirectBlocks } from './direct-blocks.ts';
import { DIRECT_BLOCK_BYTES } from './limits.ts';

/** The bytes of a new file, from its beginning on. Throws what the system says. */
export interface FileBytes {
  /** The bytes are the caller's again when it is done. */
  write(bytes: Uint8Array): Promise<void>;
  /** As BlobWriter has them. */
  space?(length: number): Promise<Uint8Array | undefined>;
  filled?(length: number): void;
  /** When it is done, the system has everything; it is not synced. */
  finish(): Promise<void>;
  /** After `finish`, or instead of it where the file will not be. Does not close what the caller has opened. */
  close(): Promise<void>;
}

/** As `fs.write` does: it may write less than it was asked to. */
export type WriteAt = (
  file: number,
  bytes: Uint8Array,
  offset: number,
  length: number,
  position: number,
) => Promise<{ readonly bytesWritten: number }>;

const writeLater: WriteAt = promisify(writeWithCallback);

/** This thread's. */
const ownBlocks = new DirectBlocks();

/**
 * Writes past the page cache (O_DIRECT) into an empty file, which is open as `file` for ordinary writing as well: half the processor time of a copy went
 * into the cache and out of it. Nothing where the system, its file system or too many such writers at once do not let it.
 */
export function openDirectBytes(path: string, file: number): FileBytes | undefined {
  if (process.platform !== 'linux' || !ownBlocks.enter()) return undefined;
  try {
    const direct = openSync(path, constants.O_WRONLY | constants.O_NOFOLLOW | constants.O_DIRECT);
    return new DirectBytes({ direct, cached: file }, ownBlocks);
  } catch {
    // Whatever it is, a disk that is ill not least, the ordinary way meets it as well and tells it.
    ownBlocks.leave();
    return undefined;
  }
}

/** One file's bytes on their way through blocks of memory. `files`: the same one twice; `blocks.enter` has been called for it. */
export class DirectBytes implements FileBytes {
  readonly #files: { readonly direct: number; readonly cached: number };
  readonly #blocks: DirectBlocks;
  readonly #writeAt: WriteAt;
  readonly #writing = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | undefined;
  #isRefused = false;
  #hasLeft = false;
  /** The block that fills, how far it has, and where in the file it begins: at a whole sector, since only full ones come before it. */
  #block: Buffer | undefined;
  #filled = 0;
  #position = 0;

  constructor(
    files: { readonly direct: number; readonly cached: number },
    blocks: DirectBlocks,
    writeAt: WriteAt = writeLater,
  ) {
    this.#files = files;
    this.#blocks = blocks;
    this.#writeAt = writeAt;
  }

  async write(bytes: Uint8Array): Promise<void> {
    for (let done = 0; done < bytes.length; ) {
      const block = await this.#filling();
      const part = bytes.subarray(done, done + DIRECT_BLOCK_BYTES - this.#filled);
      block.set(part, this.#filled);
      this.filled(part.length);
      done += part.length;
    }
  }

  /** Nothing where what is left of the block that fills is too little. */
  async space(length: number): Promise<Uint8Array | undefined> {
    if (length > DIRECT_BLOCK_BYTES - this.#filled) return undefined;
    return (await this.#filling()).subarray(this.#filled, this.#filled + length);
  }

  filled(length: number): void {
    this.#filled += length;
    if (this.#block && this.#filled === DIRECT_BLOCK_BYTES) this.#send(this.#block);
  }

  async finish(): Promise<void> {
    if (this.#block) this.#send(this.#block);
    await this.#settle();
    // It needs no more blocks: the next writer may begin while this one's file is synced.
    this.#leave();
    this.#check();
  }

  async close(): Promise<void> {
    await this.#settle();
    if (this.#block) this.#blocks.give(this.#block);
    this.#block = undefined;
    this.#leave();
    closeSync(this.#files.direct);
  }

  async #filling(): Promise<Buffer> {
    this.#check();
    this.#block ??= await this.#blocks.take();
    return this.#block;
  }

  #leave(): void {
    if (!this.#hasLeft) this.#blocks.leave();
    this.#hasLeft = true;
  }

  /** Hands a block to the disk, as far as it is filled. Nobody touches it until the disk has fetched it. */
  #send(block: Buffer): void {
    const bytes = block.subarray(0, this.#filled);
    const writing: Promise<void> = this.#writeAll(bytes, this.#position)
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => {
        this.#writing.delete(writing);
        this.#blocks.give(block);
      });
    this.#writing.add(writing);
    this.#position += this.#filled;
    this.#filled = 0;
    this.#block = undefined;
  }

  /** What fills no sector at the end goes the ordinary way. */
  async #writeAll(bytes: Buffer, position: number): Promise<void> {
    const whole = bytes.length - (bytes.length % directAlignment);
    const done = await this.#writeDirectly(bytes.subarray(0, whole), position);
    await this.#writeCached(bytes.subarray(done), position + done);
  }

  /** Returns how much is written: less than all where the file system does not take it so, or has cut a write short between two sectors. */
  async #writeDirectly(bytes: Buffer, position: number): Promise<number> {
    let done = 0;
    while (done < bytes.length && !this.#isRefused && done % directAlignment === 0) {
      try {
        done += await this.#writeSome(this.#files.direct, bytes.subarray(done), position + done);
      } catch (error) {
        // A file system that opens and then does not take it, or wants larger sectors.
        if (!isRefusal(error)) throw error;
        this.#isRefused = true;
      }
    }
    return done;
  }

  async #writeCached(bytes: Buffer, position: number): Promise<void> {
    for (let done = 0; done < bytes.length; ) {
      done += await this.#writeSome(this.#files.cached, bytes.subarray(done, done + writeSizeMax), position + done);
    }
  }

  async #writeSome(file: number, bytes: Buffer, position: number): Promise<number> {
    return (await this.#writeAt(file, bytes, 0, bytes.length, position)).bytesWritten;
  }

  async #settle(): Promise<void> {
    while (this.#writing.size > 0) await Promise.all(this.#writing);
  }

  #check(): void {
    if (this.#failure) throw this.#failure.error;
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EINVAL';
}
