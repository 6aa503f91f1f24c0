import { Buffer } from 'node:buffer';
import { closeSync, constants, openSync, write as writeWithCallback } from 'node:fs';
import { promisify } from 'node:util';
import { directAlignment, writeSizeMax } from '../../storage/write-size.ts';
import { directWriteMin, sparseRunMin } from '../limits.ts';
import type { DirectMemory } from './direct-memory.ts';
import { isZero } from './open-file.ts';
import { type PlaceWriter, refused } from './place-writer.ts';

const writeLater = promisify(writeWithCallback);

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
export function openDirectWriter(target: DirectTarget, memory: () => DirectMemory): PlaceWriter | undefined {
  if (process.platform !== 'linux') return undefined;
  const direct = openDirectly(target.place);
  return direct === undefined ? undefined : new DirectWriter(target, direct, memory());
}

/** Nothing where the file system cannot. */
function openDirectly(place: Uint8Array): number | undefined {
  try {
    return openSync(Buffer.from(place), constants.O_WRONLY | constants.O_NOFOLLOW | constants.O_DIRECT);
  } catch (error) {
    if (codeOf(error) === 'EINVAL') return undefined;
    throw refused(error);
  }
}

class DirectWriter implements PlaceWriter {
  readonly #target: DirectTarget;
  readonly #direct: number;
  readonly #memory: DirectMemory;
  readonly #writing = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | undefined;
  #isRefused = false;
  /** What has come and is not on its way, in memory; in the file, it begins at `#offset`. Both begin at the same place of a sector. */
  #start = 0;
  #end = 0;
  #offset = 0;

  constructor(target: DirectTarget, direct: number, memory: DirectMemory) {
    this.#target = target;
    this.#direct = direct;
    this.#memory = memory;
  }

  async space(length: number, offset: number): Promise<Uint8Array> {
    if (offset !== this.#offset + this.#end - this.#start) this.#send(this.#end);
    if (this.#start === this.#end) {
      this.#offset = offset;
      this.#start = alignedUp(this.#memory.position) + (offset % directAlignment);
      this.#end = this.#start;
    }
    if (this.#end + length > this.#memory.bytes.length) await this.#beginAnew();
    await this.#memory.free(this.#end, this.#end + length);
    this.#check();
    return this.#memory.bytes.subarray(this.#end, this.#end + length);
  }

  filled(length: number): void {
    this.#end += length;
    this.#memory.position = this.#end;
    if (this.#end - this.#start >= directWriteMin) this.#send(alignedDown(this.#end));
  }

  async write(bytes: Uint8Array, offset: number): Promise<void> {
    // Not more at once than surely fits beside what is not on its way yet.
    for (let done = 0; done < bytes.length; done += directWriteMin) {
      const part = bytes.subarray(done, done + directWriteMin);
      (await this.space(part.length, offset + done)).set(part);
      this.filled(part.length);
    }
  }

  async finish(): Promise<void> {
    this.#send(this.#end);
    await this.#settle();
    this.#check();
  }

  async close(): Promise<void> {
    await this.#settle();
    closeSync(this.#direct);
  }

  /** At the beginning of memory, with what fills no sector yet. */
  async #beginAnew(): Promise<void> {
    if (this.#end - this.#start >= directAlignment) this.#send(alignedDown(this.#end));
    const { bytes } = this.#memory;
    const [start, length] = [this.#offset % directAlignment, this.#end - this.#start];
    await this.#memory.free(0, start + length);
    bytes.copyWithin(start, this.#start, this.#end);
    [this.#start, this.#end] = [start, start + length];
  }

  /** Hands what is in memory up to there to the disk; what lies before and behind whole sectors goes the ordinary way. */
  #send(to: number): void {
    const [start, offset] = [this.#start, this.#offset];
    if (to <= start) return;
    this.#start = to;
    this.#offset += to - start;
    const writing: Promise<void> = this.#writeAll(this.#memory.bytes.subarray(start, to), offset)
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => this.#writing.delete(writing));
    this.#writing.add(writing);
    this.#memory.hold(start, to, writing);
  }

  async #writeAll(bytes: Buffer, offset: number): Promise<void> {
    const head = Math.min(alignedUp(offset) - offset, bytes.length);
    const tail = Math.max(head, alignedDown(offset + bytes.length) - offset);
    await this.#writeRuns(bytes.subarray(head, tail), offset + head);
    await this.#writeCached(bytes.subarray(0, head), offset);
    await this.#writeCached(bytes.subarray(tail), offset + tail);
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
        return this.#writeCached(bytes.subarray(done), offset + done);
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

  /** Not on this thread either: it would wait until the disk has taken what is under way to the same file. */
  async #writeCached(bytes: Buffer, offset: number): Promise<void> {
    for (let done = 0; done < bytes.length; ) {
      const length = Math.min(bytes.length - done, writeSizeMax);
      try {
        done += (await writeLater(this.#target.descriptor, bytes, done, length, offset + done)).bytesWritten;
      } catch (error) {
        throw refused(error);
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

function alignedDown(at: number): number {
  return at - (at % directAlignment);
}

function alignedUp(at: number): number {
  return alignedDown(at + directAlignment - 1);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
