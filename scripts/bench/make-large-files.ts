import type { Buffer } from 'node:buffer';
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSet } from './data-sets.ts';
import { seededBytes } from './random-bytes.ts';

const MIB = 1 << 20;
const BYTES = 2_048 * MIB;
const BYTES_MIN = 4 * MIB;
const BYTES_MAX = 16 * MIB;
/** Every twentieth file has other bytes on the second day, in two places of a tenth of it each: 1 % of the whole. */
const CHANGING = 20;

/** Large incompressible files, such as pictures and films. */
export function makeLargeFiles(directory: string, scale: number): DataSet {
  const sizes = [...sizesOf(BYTES * scale)];
  for (const [index, size] of sizes.entries()) {
    writeFileSync(join(directory, nameOf(index)), seededBytes(`d1/${index}`, size));
  }
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return {
    name: 'd1',
    about: `${sizes.length} incompressible files of 4 to 16 MiB, ${Math.round(bytes / MIB)} MiB`,
    path: directory,
    nature: 'directory',
    becomeDay: (day) => changeFiles(directory, sizes, day),
  };
}

/** Even chances between the bounds until `bytes` are reached. */
function* sizesOf(bytes: number): Generator<number> {
  const chance = seededBytes('d1/sizes', 4 * Math.ceil(bytes / BYTES_MIN + 1));
  let left = bytes;
  for (let index = 0; left > 0; index++) {
    const size = Math.round(BYTES_MIN + (chance.readUInt32LE(index * 4) / 2 ** 32) * (BYTES_MAX - BYTES_MIN));
    yield size;
    left -= size;
  }
}

const nameOf = (index: number): string => `large-${String(index).padStart(4, '0')}.bin`;

function changeFiles(directory: string, sizes: readonly number[], day: 1 | 2): void {
  for (let index = 5; index < sizes.length; index += CHANGING) {
    const size = sizes[index]!;
    const length = Math.floor(size / 10);
    const first = seededBytes(`d1/${index}`, size);
    for (const offset of [Math.floor(size / 4), Math.floor(size / 2)]) {
      const second = seededBytes(`d1/${index}/${offset}/2`, length);
      writeAt(join(directory, nameOf(index)), day === 1 ? first.subarray(offset, offset + length) : second, offset);
    }
  }
}

function writeAt(place: string, bytes: Buffer, offset: number): void {
  const fd = openSync(place, 'r+');
  writeSync(fd, bytes, 0, bytes.length, offset);
  closeSync(fd);
}
