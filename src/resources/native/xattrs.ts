import { Buffer } from 'node:buffer';
import { XATTR_BYTES_MAX } from '../limits.ts';
import { zeroTerminated } from '../path-bytes.ts';
import type { Xattr } from '../resource.ts';
import { attempt, type CLibrary, cLibrary } from './c-library.ts';

const NONE: readonly Xattr[] = [];
const NOT_SUPPORTED = ['ENOTSUP'] as const;
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
  const list = (library: CLibrary): bigint => library.llistxattr(path, names, BigInt(names.length));
  const length = attempt(cLibrary, 'llistxattr', list, NOT_SUPPORTED);
  if (typeof length === 'string' || length === 0n) return NONE;
  return splitNames(names.subarray(0, Number(length))).flatMap((name) => {
    const found = readXattr(path, name);
    return found === undefined ? [] : [{ name, value: found }];
  });
}

/** Nothing where the attribute has gone meanwhile. */
function readXattr(path: Uint8Array, name: Uint8Array): Uint8Array | undefined {
  const read = (library: CLibrary): bigint =>
    library.lgetxattr(path, zeroTerminated(name), content, BigInt(content.length));
  const length = attempt(cLibrary!, 'lgetxattr', read, ['ENODATA']);
  return length === 'ENODATA' ? undefined : Uint8Array.from(content.subarray(0, Number(length)));
}

/** Sets one attribute of the name itself. `path` ends with a zero byte. Throws the system call's error, `ENOTSUP` without node:ffi. */
export function writeXattr(path: Uint8Array, attribute: Xattr): void {
  if (cLibrary === undefined) throw Object.assign(new Error('ENOTSUP: lsetxattr'), { code: 'ENOTSUP' });
  const { name, value } = attribute;
  // An empty array has no memory to point to; the length alone counts.
  const bytes = value.length > 0 ? value : names;
  attempt(cLibrary, 'lsetxattr', (library) =>
    library.lsetxattr(path, zeroTerminated(name), bytes, BigInt(value.length), 0),
  );
}

/** Takes ACLs off that a new directory inherited from the one above, so that nothing in it inherits them further. */
export function removeAcls(path: Uint8Array): void {
  if (cLibrary === undefined) return;
  for (const name of ['system.posix_acl_default', 'system.posix_acl_access']) {
    const remove = (library: CLibrary): number => library.lremovexattr(path, Buffer.from(`${name}\0`));
    attempt(cLibrary, 'lremovexattr', remove, ['ENODATA', ...NOT_SUPPORTED]);
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
