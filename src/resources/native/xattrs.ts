import { Buffer } from 'node:buffer';
import { XATTR_BYTES_MAX } from '../limits.ts';
import { zeroTerminated } from '../path-bytes.ts';
import type { Xattr } from '../resource.ts';
import { systemErrorCode } from '../system-error.ts';
import { cLibrary, raise } from './c-library.ts';

const NONE: readonly Xattr[] = [];
const names = Buffer.allocUnsafeSlow(XATTR_BYTES_MAX);
const content = Buffer.allocUnsafeSlow(XATTR_BYTES_MAX);

/** Whether this process can read and write extended attributes at all. */
export const hasXattrs = cLibrary !== undefined;

/**
 * Extended attributes of a name, in byte order, POSIX ACLs among them; the name itself, never what a symbolic link points to.
 * `path` ends with a zero byte. None where the file system has none. Throws the system call's error.
 */
export function readXattrs(path: Uint8Array): readonly Xattr[] {
  if (cLibrary === undefined) return NONE;
  const length = Number(cLibrary.llistxattr(path, names, BigInt(names.length)));
  if (length === 0) return NONE;
  if (length < 0) {
    const error = raise(cLibrary, 'llistxattr');
    if (error.code === 'ENOTSUP' || error.code === 'EOPNOTSUPP') return NONE;
    throw error;
  }
  return splitNames(names.subarray(0, length)).flatMap((name) => {
    const found = readXattr(path, name);
    return found === undefined ? [] : [{ name, value: found }];
  });
}

/** Nothing where the attribute has gone meanwhile. */
function readXattr(path: Uint8Array, name: Uint8Array): Uint8Array | undefined {
  const library = cLibrary!;
  const length = Number(library.lgetxattr(path, zeroTerminated(name), content, BigInt(content.length)));
  if (length >= 0) return Uint8Array.from(content.subarray(0, length));
  const error = raise(library, 'lgetxattr');
  if (error.code === 'ENODATA') return undefined;
  throw error;
}

/** Sets one attribute of the name itself. `path` ends with a zero byte. Throws the system call's error, `ENOTSUP` without node:ffi. */
export function writeXattr(path: Uint8Array, attribute: Xattr): void {
  if (cLibrary === undefined) throw Object.assign(new Error('ENOTSUP: lsetxattr'), { code: 'ENOTSUP' });
  const { name, value } = attribute;
  // An empty array has no memory to point to; the length alone counts.
  const bytes = value.length > 0 ? value : names;
  const result = cLibrary.lsetxattr(path, zeroTerminated(name), bytes, BigInt(value.length), 0);
  if (result !== 0) throw raise(cLibrary, 'lsetxattr');
}

/** Takes ACLs off that a new directory inherited from the one above, so that nothing in it inherits them further. */
export function removeAcls(path: Uint8Array): void {
  if (cLibrary === undefined) return;
  for (const name of ['system.posix_acl_default', 'system.posix_acl_access']) {
    if (cLibrary.lremovexattr(path, Buffer.from(`${name}\0`)) === 0) continue;
    const error = raise(cLibrary, 'lremovexattr');
    if (!['ENODATA', 'ENOTSUP', 'EOPNOTSUPP'].includes(systemErrorCode(error) ?? '')) throw error;
  }
}

/** Zero bytes end the names. */
function splitNames(list: Buffer): Uint8Array[] {
  const found: Uint8Array[] = [];
  let start = 0;
  for (let end = list.indexOf(0, start); end >= 0; end = list.indexOf(0, start)) {
    if (end > start) found.push(Uint8Array.from(list.subarray(start, end)));
    start = end + 1;
  }
  return found.sort(Buffer.compare);
}
