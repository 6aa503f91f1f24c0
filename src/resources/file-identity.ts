import type { BigIntStats } from 'node:fs';
import type { Entry } from './resource.ts';

/** Seconds since 1970 (to April 2262, and from September 1677) whose nanoseconds have 64 bits: what a manifest holds. */
export const SECONDS_LIMIT = 9_223_372_036;
const LIMIT_NS = BigInt(SECONDS_LIMIT) * 1_000_000_000n;
/** What stands for each later or earlier time. */
export const LATEST_NS = LIMIT_NS - 1n;
export const EARLIEST_NS = -LIMIT_NS;

function heldTime(timeNs: bigint): bigint {
  if (timeNs > LATEST_NS) return LATEST_NS;
  return timeNs < EARLIEST_NS ? EARLIEST_NS : timeNs;
}

/** What tells an unchanged file, the same however it was looked at. */
export function identityOf(stats: BigIntStats): Pick<Entry, 'sizeBytes' | 'mtimeNs' | 'ctimeNs' | 'inode'> {
  return {
    sizeBytes: Number(stats.size),
    mtimeNs: heldTime(stats.mtimeNs),
    ctimeNs: heldTime(stats.ctimeNs),
    // node:fs tells the upper half of them as negative; some file systems (mergerfs) number by hashes.
    inode: BigInt.asUintN(64, stats.ino),
  };
}
