import { Buffer } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf } from '../../resources/file-identity.ts';
import { settlingNs, settlingOfCoarseClocksNs } from '../limits.ts';
import type { LaneJob } from './lane-job.ts';
import type { FileIdentity, ReadFile } from './lane-protocol.ts';

/** A file that is open for reading. */
export interface OpenFile {
  readonly descriptor: number;
  readonly identity: FileIdentity;
  readonly isSparse: boolean;
  readonly isRegular: boolean;
  /** It changed within the last tick of the file system's clock, also after a pause: while it is read, it may change without looking changed. */
  readonly isRestless: boolean;
  /** When it was looked at before reading, in nanoseconds since 1970 by the machine's clock. */
  readonly openedNs: bigint;
}

export type ReadTroubleOfFile = NonNullable<ReadFile['trouble']>;

// Not blocking: what was a file may have become a fifo that nobody writes to.
const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Opens a file and runs `read` on it; a trouble where it is not there or may not be read. A file that changed a moment ago is given that moment: else
 * one more change while it is read would bear the same time, and torn bytes would pass for whole ones.
 */
export async function withFile<T>(
  path: Uint8Array,
  job: Pick<LaneJob, 'nowNs'>,
  read: (file: OpenFile) => Promise<T>,
): Promise<T | { trouble: ReadTroubleOfFile }> {
  const descriptor = openToRead(path);
  if (typeof descriptor !== 'number') return descriptor;
  try {
    let seen = look(descriptor);
    const tick = tickLeftMs(seen.identity, job.nowNs());
    if (tick > 0) {
      // Timers may fire a millisecond early.
      await sleep(tick + 2);
      seen = look(descriptor);
    }
    const openedNs = job.nowNs();
    const isRestless = tick > 0 && tickLeftMs(seen.identity, openedNs) > 0;
    return await read({ descriptor, ...seen, isRestless, openedNs });
  } finally {
    closeSync(descriptor);
  }
}

/** The same without waiting for anything, which is dear for very many small files. Nothing where the file must be given a moment: `withFile` does. */
export function withRestedFile<T>(
  path: Uint8Array,
  job: Pick<LaneJob, 'nowNs'>,
  read: (file: OpenFile) => T,
): T | { trouble: ReadTroubleOfFile } | undefined {
  const descriptor = openToRead(path);
  if (typeof descriptor !== 'number') return descriptor;
  try {
    const { identity, isSparse, isRegular } = look(descriptor);
    const openedNs = job.nowNs();
    if (tickLeftMs(identity, openedNs) > 0) return undefined;
    return read({ descriptor, identity, isSparse, isRegular, isRestless: false, openedNs });
  } finally {
    closeSync(descriptor);
  }
}

/** Its descriptor, or why it could not be opened. */
function openToRead({ buffer, byteOffset, length }: Uint8Array): number | { trouble: ReadTroubleOfFile } {
  try {
    return openSync(Buffer.from(buffer, byteOffset, length), flags);
  } catch (error) {
    return { trouble: troubleOf(error) };
  }
}

/**
 * Milliseconds until one more change would show in a file with this look; 0 where one would show already, and where times have whole seconds, which
 * is too long to wait. By the machine's clock, since it is the file system's.
 */
export function tickLeftMs({ ctimeNs }: FileIdentity, nowNs: bigint): number {
  const ageNs = nowNs - ctimeNs;
  if (ageNs < -settlingNs || ageNs >= settlingNs || ctimeNs % 1_000_000_000n === 0n) return 0;
  return Math.ceil(Number(settlingNs - ageNs) / 1e6);
}

/** The file's look now. */
export function look(descriptor: number): Pick<OpenFile, 'identity' | 'isSparse' | 'isRegular'> {
  const stat = fstatSync(descriptor, { bigint: true });
  return {
    identity: identityOf(stat),
    isSparse: stat.blocks * 512n < stat.size,
    isRegular: stat.isFile(),
  };
}

/**
 * Whether a change after `openedNs`, when it was opened to be read, might bear the same time as the last one: as with git's racily clean entries. By the
 * machine's clock, since it is the file system's.
 */
export function isFresh(ctimeNs: bigint, openedNs: bigint): boolean {
  const tick = ctimeNs % 1_000_000_000n === 0n ? settlingOfCoarseClocksNs : settlingNs;
  return ctimeNs > openedNs - tick;
}

export function isSameIdentity(one: FileIdentity, other: FileIdentity): boolean {
  return (
    one.sizeBytes === other.sizeBytes &&
    one.mtimeNs === other.mtimeNs &&
    one.ctimeNs === other.ctimeNs &&
    one.inode === other.inode
  );
}

/** Reads until `into` is full or the file ends. Returns how many bytes; a trouble where the disk refuses. */
export function readUpTo(file: OpenFile, into: Uint8Array, offset: number): number | { trouble: ReadTroubleOfFile } {
  let done = 0;
  try {
    while (done < into.length) {
      const count = readSync(file.descriptor, into, done, into.length - done, offset + done);
      if (count === 0) break;
      done += count;
    }
    return done;
  } catch (error) {
    return { trouble: troubleOf(error) };
  }
}

/** What the system says when a source cannot be read is a finding about that file, not the end of the job. */
function troubleOf(error: unknown): ReadTroubleOfFile {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return { kind: 'vanished', detail: 'it was gone before it could be read' };
  if (code === 'ELOOP' || code === 'ENXIO') return { kind: 'changed', detail: 'it is no longer a file' };
  return { kind: 'unreadable', detail: code };
}

const zeros = Buffer.alloc(64 * 1024);

/** Whether there is nothing but zeros. Most bytes that are not are told by their ends. */
export function isZero(bytes: Uint8Array): boolean {
  if (bytes.length === 0 || bytes[0] !== 0 || bytes[bytes.length - 1] !== 0) return bytes.length === 0;
  for (let at = 0; at < bytes.length; at += zeros.length) {
    const part = bytes.subarray(at, at + zeros.length);
    if (Buffer.compare(part, part.length === zeros.length ? zeros : zeros.subarray(0, part.length)) !== 0) return false;
  }
  return true;
}
