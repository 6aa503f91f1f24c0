import { Buffer } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { settlingNs, settlingOfCoarseClocksNs } from '../limits.ts';
import type { FileIdentity, ReadFile } from './lane-protocol.ts';

/** A file that is open for reading. */
export interface OpenFile {
  readonly descriptor: number;
  readonly identity: FileIdentity;
  readonly isSparse: boolean;
  readonly isRegular: boolean;
}

export type ReadTroubleOfFile = NonNullable<ReadFile['trouble']>;

// Not blocking: what was a file may have become a fifo that nobody writes to.
const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Opens a file and runs `read` on it; a trouble where it is not there or may not be read. */
export async function withFile<T>(
  path: Uint8Array,
  read: (file: OpenFile) => Promise<T>,
): Promise<T | { trouble: ReadTroubleOfFile }> {
  let descriptor: number;
  try {
    descriptor = openSync(Buffer.from(path), flags);
  } catch (error) {
    return { trouble: troubleOf(error) };
  }
  try {
    return await read({ descriptor, ...look(descriptor) });
  } finally {
    closeSync(descriptor);
  }
}

/** The file's look now. */
export function look(descriptor: number): Omit<OpenFile, 'descriptor'> {
  const stat = fstatSync(descriptor, { bigint: true });
  return {
    identity: { sizeBytes: Number(stat.size), mtimeNs: stat.mtimeNs, ctimeNs: stat.ctimeNs, inode: stat.ino },
    isSparse: stat.blocks * 512n < stat.size,
    isRegular: stat.isFile(),
  };
}

/**
 * Whether a change after `beganNs`, when the job began, might bear the same time as the last one: as with git's racily clean entries. By the machine's
 * clock, since it is the file system's. A file that changed since the job began counts as well, though it may have been read long after.
 */
export function isFresh(ctimeNs: bigint, beganNs: bigint): boolean {
  const tick = ctimeNs % 1_000_000_000n === 0n ? settlingOfCoarseClocksNs : settlingNs;
  return ctimeNs > beganNs - tick;
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
