import { Buffer } from 'node:buffer';
import { type BigIntStats, constants, lstatSync, readlinkSync } from 'node:fs';
import { identityOf } from './file-identity.ts';
import { directoryLook } from './native/look-in-directory.ts';
import { deviceParts } from './native/make-node.ts';
import { readXattrs } from './native/xattrs.ts';
import { joinPath, zeroTerminated } from './path-bytes.ts';
import type { Entry, EntryType, Xattr } from './resource.ts';
import { requireSystemErrorCode } from './system-error.ts';

const TYPES = new Map<number, EntryType>([
  [constants.S_IFREG, 'file'],
  [constants.S_IFDIR, 'directory'],
  [constants.S_IFLNK, 'symlink'],
  [constants.S_IFIFO, 'fifo'],
  [constants.S_IFSOCK, 'socket'],
  [constants.S_IFCHR, 'char-device'],
  [constants.S_IFBLK, 'block-device'],
]);

/** What the file system says of `path`, as an entry called `name`; nothing where there is no such name. Throws the system call's error. */
export function readEntry(path: Buffer, name: Uint8Array): Entry | undefined {
  const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  const mode = Number(stats.mode);
  const type = TYPES.get(mode & constants.S_IFMT);
  if (type === undefined) throw Object.assign(new Error('ENOTSUP: unknown type'), { code: 'ENOTSUP' });
  return {
    name,
    type,
    mode: mode & 0o7777,
    uid: Number(stats.uid),
    gid: Number(stats.gid),
    ...identityOf(stats),
    ...attributes(path),
    ...particulars(path, type, stats),
  };
}

const NO_XATTRS: readonly Xattr[] = [];

/**
 * The same of a name in a directory that is open. `place` is a path that leads into it, `text` the name in latin1. What nearly every name is, a directory or a
 * file of one name without attributes, takes two system calls by the descriptor.
 */
export function readEntryIn(
  { descriptor, place }: { descriptor: number; place: Buffer },
  text: string,
): Entry | undefined {
  const name = Buffer.from(text, 'latin1');
  if (!directoryLook?.look(descriptor, text)) return readEntry(joinPath(place, [name]), name);
  const { links, mode, uid, gid, mtimeNs, ctimeNs, inode, sizeBytes } = directoryLook.stat;
  const type = TYPES.get(mode & constants.S_IFMT);
  if ((type !== 'file' || links > 1) && type !== 'directory') return readEntry(joinPath(place, [name]), name);
  const entry = { name, type, mode: mode & 0o7777, uid, gid, mtimeNs, ctimeNs, inode, sizeBytes, xattrs: NO_XATTRS };
  return directoryLook.hasNoXattrs() ? entry : { ...entry, ...attributes(joinPath(place, [name])) };
}

function particulars(path: Buffer, type: EntryType, stats: BigIntStats): Partial<Entry> {
  const link = type !== 'directory' && stats.nlink > 1n ? { hardLinkKey: `${stats.dev}:${stats.ino}` } : undefined;
  switch (type) {
    case 'symlink':
      return { linkTarget: readlinkSync(path, { encoding: 'buffer' }), ...link };
    case 'char-device':
    case 'block-device':
      return { device: deviceParts(stats.rdev), ...link };
    default:
      return link ?? {};
  }
}

function attributes(path: Buffer): { xattrs: readonly Xattr[]; xattrsTrouble?: string } {
  try {
    return { xattrs: readXattrs(zeroTerminated(path)) };
  } catch (error) {
    return { xattrs: [], xattrsTrouble: requireSystemErrorCode(error) };
  }
}
