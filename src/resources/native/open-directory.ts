import { Buffer } from 'node:buffer';
import { closeSync, constants, openSync, readlinkSync } from 'node:fs';
import { zeroTerminated } from '../path-bytes.ts';
import { attempt, type CLibrary, CURRENT_DIRECTORY, cLibrary } from './c-library.ts';

const FLAGS = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;
const CLOSE_ON_EXEC = 0o2000000;
/** The same number on every architecture; Linux 5.6. */
const OPENAT2 = 437n;
const RESOLVE_NO_SYMLINKS = 4n;

// struct open_how: flags, mode, resolve; 64 bits each.
const how = Buffer.alloc(128);
how.writeBigUInt64LE(BigInt(FLAGS | CLOSE_ON_EXEC), 0);
how.writeBigUInt64LE(RESOLVE_NO_SYMLINKS, 16);

/**
 * Opens a directory for reading by an absolute path that holds no symbolic link at all, nor `.` or `..`: one that was slipped in meanwhile gives `ELOOP`,
 * or `ENOTDIR` as the last step. Without node:ffi or on an old kernel Linux is asked afterwards where it lies; elsewhere this is promised for
 * the last step only.
 */
export function openDirectory(path: Buffer): number {
  if (cLibrary !== undefined) {
    const open = (library: CLibrary): bigint =>
      library.syscall(OPENAT2, BigInt(CURRENT_DIRECTORY), zeroTerminated(path), how, 24n);
    // EPERM too: some containers' filters answer it to calls they do not know.
    const opened = attempt(cLibrary, 'openat2', open, ['ENOSYS', 'EPERM']);
    if (typeof opened === 'bigint') return Number(opened);
  }
  const fd = openSync(path, FLAGS);
  const place = placeOf(fd);
  if (place === undefined || place.equals(path)) return fd;
  closeSync(fd);
  throw Object.assign(new Error('ELOOP: open'), { code: 'ELOOP', syscall: 'open' });
}

/** Nothing where no `/proc` tells. */
function placeOf(fd: number): Buffer | undefined {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`, { encoding: 'buffer' });
  } catch {
    return undefined;
  }
}
