import { Buffer } from 'node:buffer';
import type { EntryPath } from './resource.ts';

const SLASH = 0x2f;
const DOT = 0x2e;
const BACKSLASH = 0x5c;
const ZERO = Buffer.from([0]);

/** `root/a/b` in bytes. The names are taken as they are. */
export function joinPath(root: Uint8Array, names: EntryPath): Buffer {
  let length = root.length;
  for (const name of names) length += 1 + name.length;
  const joined = Buffer.allocUnsafe(length);
  joined.set(root, 0);
  let end = root.length === 1 && root[0] === SLASH ? 0 : root.length;
  for (const name of names) {
    joined[end] = SLASH;
    joined.set(name, end + 1);
    end += 1 + name.length;
  }
  return end === 0 ? joined : joined.subarray(0, end);
}

/** As a C string. */
export function zeroTerminated(path: Uint8Array): Buffer {
  return Buffer.concat([path, ZERO]);
}

/** Whether a name can stand for one step below a directory: not empty, not `.` or `..`, no `/`, no zero byte. */
export function isSafeName(name: Uint8Array): boolean {
  if (name.length === 0 || name.includes(SLASH) || name.includes(0)) return false;
  return !(name[0] === DOT && (name.length === 1 || (name.length === 2 && name[1] === DOT)));
}

/** Text to show to people: bytes that are not UTF-8, and characters that steer a terminal, as `\xNN`; a backslash doubled. */
export function printablePath(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('utf8');
  const isFaithful = Buffer.from(text, 'utf8').equals(bytes);
  if (isFaithful) return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\]/gu, (found) => escaped(Buffer.from(found, 'utf8')));
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[^ -[\]-~]/g, (found) => escaped(Buffer.from(found, 'latin1')));
}

function escaped(bytes: Buffer): string {
  if (bytes.length === 1 && bytes[0] === BACKSLASH) return '\\\\';
  return Array.from(bytes, (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}
