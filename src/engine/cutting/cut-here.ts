import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';

/** Whether a list of things of various sizes is cut after this one: more likely the larger it is, so that parts come out even. */
export function cutHere(
  checksum: number,
  sizes: { gathered: number; own: number; min: number; target: number; enough: number },
): boolean {
  if (sizes.gathered >= sizes.enough) return true;
  return sizes.gathered >= sizes.min && checksum / 2 ** 32 < sizes.own / sizes.target;
}

/** Of a file in the gathering rule. It reads no content, so that segments are planned before files are read. */
export function fileChecksum(parentName: Uint8Array, name: Uint8Array, sizeBytes: number): number {
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(sizeBytes));
  return crc32(size, crc32(name, crc32(zero, crc32(parentName))));
}

const zero = Uint8Array.of(0);
