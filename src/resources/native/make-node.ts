import { constants } from 'node:fs';
import { zeroTerminated } from '../path-bytes.ts';
import type { Entry } from '../resource.ts';
import { attempt, cLibrary } from './c-library.ts';

const KINDS = {
  fifo: constants.S_IFIFO,
  socket: constants.S_IFSOCK,
  'char-device': constants.S_IFCHR,
  'block-device': constants.S_IFBLK,
};

/** Makes a fifo, socket or device that only its owner may use. Throws the system call's error, `ENOTSUP` without node:ffi. */
export function makeNode(path: Uint8Array, type: keyof typeof KINDS, device: Entry['device']): void {
  if (cLibrary === undefined) throw Object.assign(new Error('ENOTSUP: mknod'), { code: 'ENOTSUP' });
  const number = device === undefined ? 0n : deviceNumber(device);
  attempt(cLibrary, 'mknod', (library) => library.mknod(zeroTerminated(path), KINDS[type] | 0o600, number));
}

/** Linux's dev_t, as glibc's makedev packs it. */
function deviceNumber({ major, minor }: { readonly major: number; readonly minor: number }): bigint {
  const [high, low] = [BigInt(major), BigInt(minor)];
  return ((high & 0xfffff000n) << 32n) | ((high & 0xfffn) << 8n) | ((low & 0xffffff00n) << 12n) | (low & 0xffn);
}

/** The other way round. */
export function deviceParts(number: bigint): { major: number; minor: number } {
  const major = ((number >> 32n) & 0xfffff000n) | ((number >> 8n) & 0xfffn);
  const minor = ((number >> 12n) & 0xffffff00n) | (number & 0xffn);
  return { major: Number(major), minor: Number(minor) };
}
