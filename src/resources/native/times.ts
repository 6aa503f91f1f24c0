import { Buffer } from 'node:buffer';
import { futimesSync, lutimesSync } from 'node:fs';
import { zeroTerminated } from '../path-bytes.ts';
import { attempt, CURRENT_DIRECTORY, cLibrary } from './c-library.ts';

const NO_FOLLOW = 0x100;
/** In place of nanoseconds: leave this time as it is. */
const OMIT = (1n << 30n) - 2n;
const NANOSECONDS = 1_000_000_000n;

/** How far a time that was set may be from the one that was asked for: node:fs passes seconds as a double. */
export const timePrecisionNs = cLibrary === undefined ? 1_000n : 0n;

// struct timespec[2]: access, modification; each seconds and nanoseconds of 64 bits.
const times = Buffer.alloc(128);
times.writeBigInt64LE(OMIT, 8);

/** Sets the modification time of the name itself, to the nanosecond where node:ffi is there, else to the microsecond (with the access time). */
export function setModificationTime(path: Buffer, mtimeNs: bigint): void {
  if (cLibrary === undefined) {
    const seconds = toSeconds(mtimeNs);
    lutimesSync(path, seconds, seconds);
    return;
  }
  const [named, both] = [zeroTerminated(path), timesOf(mtimeNs)];
  attempt(cLibrary, 'utimensat', (library) => library.utimensat(CURRENT_DIRECTORY, named, both, NO_FOLLOW));
}

/** The same of an open file. */
export function setOpenModificationTime(descriptor: number, mtimeNs: bigint): void {
  if (cLibrary === undefined) {
    const seconds = toSeconds(mtimeNs);
    futimesSync(descriptor, seconds, seconds);
    return;
  }
  const both = timesOf(mtimeNs);
  attempt(cLibrary, 'futimens', (library) => library.futimens(descriptor, both));
}

/** As text: of a number below zero node:fs makes the present time. */
function toSeconds(mtimeNs: bigint): string {
  return String(Number(mtimeNs) / 1e9);
}

/** Valid until the next call. */
function timesOf(mtimeNs: bigint): Buffer {
  const nanoseconds = ((mtimeNs % NANOSECONDS) + NANOSECONDS) % NANOSECONDS;
  times.writeBigInt64LE((mtimeNs - nanoseconds) / NANOSECONDS, 16);
  times.writeBigInt64LE(nanoseconds, 24);
  return times;
}
