import type { Buffer } from 'node:buffer';
import { chmodSync, fchmodSync, fchownSync, lchownSync } from 'node:fs';
import { setModificationTime, setOpenModificationTime, timePrecisionNs } from './native/times.ts';
import { writeXattr } from './native/xattrs.ts';
import { printablePath, zeroTerminated } from './path-bytes.ts';
import type { Entry, EntryMetadata } from './resource.ts';
import { systemErrorCode } from './system-error.ts';
import type { NewFile } from './tree-writer.ts';

const SET_ID = 0o6000;
/** What a file system says to metadata that it does not have, or that we may not set. */
const REFUSALS = new Set(['EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL', 'ERANGE', 'E2BIG', 'ENODATA']);

/** With the type where it may be a symbolic link, which has no mode. */
export type MetadataOfName = EntryMetadata & Partial<Pick<Entry, 'type'>>;

/**
 * Gives a name its entry's metadata and tells what could not be given. In this order: the owner first, since changing it takes set-id
 * bits and capabilities away; attributes with the ACLs while the file may still be written; the mode, whose group bits agree with the ACL's
 * mask; the time last. Throws a system call's error that is no refusal.
 */
export function applyMetadata(path: Buffer, entry: MetadataOfName): readonly string[] {
  const troubles: string[] = [];
  const isOwned = tried(troubles, ownerOf(entry), () => lchownSync(path, entry.uid, entry.gid));
  applyXattrs(path, entry, troubles);
  if (entry.type !== 'symlink') {
    const mode = modeFor(entry, isOwned, troubles);
    tried(troubles, modeOf(entry), () => chmodSync(path, mode));
  }
  tried(troubles, timeName, () => setModificationTime(path, entry.mtimeNs));
  reportPrecision(entry, troubles);
  return troubles;
}

/** The same of a file that is open for writing: without the way to its name for each call, and without an owner that it has already. */
export function applyToNewFile({ descriptor, temporary, owner }: NewFile, entry: EntryMetadata): readonly string[] {
  const troubles: string[] = [];
  const isOwned =
    (owner.uid === entry.uid && owner.gid === entry.gid) ||
    tried(troubles, ownerOf(entry), () => fchownSync(descriptor, entry.uid, entry.gid));
  applyXattrs(temporary, entry, troubles);
  const mode = modeFor(entry, isOwned, troubles);
  tried(troubles, modeOf(entry), () => fchmodSync(descriptor, mode));
  tried(troubles, timeName, () => setOpenModificationTime(descriptor, entry.mtimeNs));
  reportPrecision(entry, troubles);
  return troubles;
}

function applyXattrs(path: Buffer, entry: EntryMetadata, troubles: string[]): void {
  if (entry.xattrs.length === 0) return;
  const terminated = zeroTerminated(path);
  for (const attribute of entry.xattrs) {
    const name = (): string => `attribute ${printablePath(attribute.name)}`;
    tried(troubles, name, () => writeXattr(terminated, attribute));
  }
}

/** Set-id bits are not given to a file of another owner: they would lend out the rights of whoever restores. */
function modeFor({ mode }: EntryMetadata, isOwned: boolean, troubles: string[]): number {
  if (isOwned || (mode & SET_ID) === 0) return mode;
  troubles.push('set-id bits: left out, since the owner could not be set');
  return mode & ~SET_ID;
}

function ownerOf({ uid, gid }: EntryMetadata): () => string {
  return () => `owner ${uid}:${gid}`;
}

function modeOf({ mode }: EntryMetadata): () => string {
  return () => `mode ${mode.toString(8)}`;
}

function timeName(): string {
  return 'modification time';
}

function reportPrecision({ mtimeNs }: EntryMetadata, troubles: string[]): void {
  if (timePrecisionNs === 0n || mtimeNs % timePrecisionNs === 0n) return;
  troubles.push('modification time: kept to the microsecond, since this Node has no node:ffi');
}

/** False, and a trouble, where the file system refused. */
function tried(troubles: string[], what: () => string, action: () => void): boolean {
  try {
    action();
    return true;
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined || !REFUSALS.has(code)) throw error;
    troubles.push(`${what()}: ${code}`);
    return false;
  }
}
