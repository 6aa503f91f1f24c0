import type { Buffer } from 'node:buffer';
import { chmodSync, lchownSync } from 'node:fs';
import { setModificationTime, timePrecisionNs } from './native/times.ts';
import { writeXattr } from './native/xattrs.ts';
import { printablePath, zeroTerminated } from './path-bytes.ts';
import type { Entry } from './resource.ts';
import { systemErrorCode } from './system-error.ts';

const SET_ID = 0o6000;
/** What a file system says to metadata that it does not have, or that we may not set. */
const REFUSALS = new Set(['EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL', 'ERANGE', 'E2BIG', 'ENODATA']);

/**
 * Gives a name its entry's metadata and tells what could not be given. In this order: the owner first, since changing it takes set-id
 * bits and capabilities away; attributes with the ACLs while the file may still be written; the mode, whose group bits agree with the ACL's
 * mask; the time last. Throws a system call's error that is no refusal.
 */
export function applyMetadata(path: Buffer, entry: Entry): readonly string[] {
  const troubles: string[] = [];
  const isOwned = tried(troubles, `owner ${entry.uid}:${entry.gid}`, () => lchownSync(path, entry.uid, entry.gid));
  applyXattrs(path, entry, troubles);
  if (entry.type !== 'symlink') applyMode(path, { mode: entry.mode, isOwned }, troubles);
  tried(troubles, 'modification time', () => setModificationTime(path, entry.mtimeNs));
  if (timePrecisionNs > 0n && entry.mtimeNs % timePrecisionNs !== 0n) {
    troubles.push('modification time: kept to the microsecond, since this Node has no node:ffi');
  }
  return troubles;
}

function applyXattrs(path: Buffer, entry: Entry, troubles: string[]): void {
  if (entry.xattrs.length === 0) return;
  const terminated = zeroTerminated(path);
  for (const attribute of entry.xattrs) {
    tried(troubles, `attribute ${printablePath(attribute.name)}`, () => writeXattr(terminated, attribute));
  }
}

/** Set-id bits are not given to a file of another owner: they would lend out the rights of whoever restores. */
function applyMode(path: Buffer, { mode, isOwned }: { mode: number; isOwned: boolean }, troubles: string[]): void {
  const isLending = !isOwned && (mode & SET_ID) !== 0;
  if (isLending) troubles.push('set-id bits: left out, since the owner could not be set');
  tried(troubles, `mode ${mode.toString(8)}`, () => chmodSync(path, isLending ? mode & ~SET_ID : mode));
}

/** False, and a trouble, where the file system refused. */
function tried(troubles: string[], what: string, action: () => void): boolean {
  try {
    action();
    return true;
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined || !REFUSALS.has(code)) throw error;
    troubles.push(`${what}: ${code}`);
    return false;
  }
}
