import { writeSync } from 'node:fs';
import { startWriteback } from '../../storage/native/start-writeback.ts';
import { writeSizeMax } from '../../storage/write-size.ts';
import { EngineError } from '../engine-error.ts';
import { sparseRunMin, writebackSize } from '../limits.ts';
import { isZero } from './open-file.ts';

/** Puts bytes at their places in a file that is open, in ascending order. Throws EngineError `target-refused`. */
export interface PlaceWriter {
  /** The bytes are the caller's again when it returns. */
  write(bytes: Uint8Array, offset: number): Promise<void>;
  /**
   * Where the bytes that come at `offset` can be put without a copy; they count once `filled` is called. Nothing where this writer takes a copy, in
   * `write`.
   */
  space?(length: number, offset: number): Promise<Uint8Array>;
  filled?(length: number): void;
  /** When it returns, the system has everything. */
  finish(): Promise<void>;
  /** After `finish`, or instead of it where the file will not be. Does not close what the caller has opened. */
  close(): Promise<void>;
}

/** Writes into the page cache, and has the disk begin early. Of a sparse file, long runs of zeros are left out. */
export function openCachedWriter(descriptor: number, { isSparse }: { isSparse: boolean }): PlaceWriter {
  let writtenTo = 0;
  let writingFrom = 0;
  return {
    async write(bytes, offset) {
      writeCached(descriptor, bytes, offset, { isSparse });
      if (writtenTo === 0) writingFrom = offset;
      writtenTo = offset + bytes.length;
      if (writtenTo - writingFrom < writebackSize) return;
      startWriteback(descriptor, writingFrom, writtenTo - writingFrom);
      writingFrom = writtenTo;
    },
    async finish() {},
    async close() {},
  };
}

/** Throws EngineError `target-refused`. */
export function writeCached(
  descriptor: number,
  bytes: Uint8Array,
  offset: number,
  { isSparse }: { isSparse: boolean },
): void {
  if (isSparse) writeRuns(descriptor, bytes, offset);
  else writeAt(descriptor, bytes, offset);
}

/** Long runs of zeros are left out, and what lies between them is written at once. */
function writeRuns(descriptor: number, bytes: Uint8Array, offset: number): void {
  let start = 0;
  for (let at = 0; at < bytes.length; at += sparseRunMin) {
    const end = Math.min(at + sparseRunMin, bytes.length);
    if (!isZero(bytes.subarray(at, end))) continue;
    writeAt(descriptor, bytes.subarray(start, at), offset + start);
    start = end;
  }
  writeAt(descriptor, bytes.subarray(start), offset + start);
}

/** Throws EngineError `target-refused`. */
export function writeAt(descriptor: number, bytes: Uint8Array, offset: number): void {
  let done = 0;
  while (done < bytes.length) {
    const length = Math.min(bytes.length - done, writeSizeMax);
    done += refusable(() => writeSync(descriptor, bytes, done, length, offset + done));
  }
}

/** The target's file system says no. */
export function refusable<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw refused(error);
  }
}

export function refused(error: unknown): EngineError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return new EngineError('target-refused', { code }, { cause: error });
}
