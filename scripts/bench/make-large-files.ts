import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSet } from './data-sets.ts';
import { seededBytes } from './random-bytes.ts';

const MIB = 1 << 20;
const FILES = 64;

/** Large incompressible files, such as pictures and films. On the second day 1 % of the bytes have changed, in two places of a few files. */
export function makeLargeFiles(directory: string, scale: number): DataSet {
  const size = Math.max(MIB, Math.round((512 * MIB * scale) / FILES));
  for (let index = 0; index < FILES; index++) {
    writeFileSync(join(directory, nameOf(index)), seededBytes(`d1/${index}`, size));
  }
  return {
    name: 'd1',
    about: `${FILES} incompressible files, ${Math.round((FILES * size) / MIB)} MiB`,
    path: directory,
    nature: 'directory',
    becomeDay: (day) => changeFiles(directory, size, day),
  };
}

const nameOf = (index: number): string => `large-${String(index).padStart(3, '0')}.bin`;

/** Three files of 64, a fifth of each: 0.01 of the whole. */
function changeFiles(directory: string, size: number, day: 1 | 2): void {
  for (const index of [5, 23, 41]) {
    const length = Math.floor(size / 10);
    for (const offset of [Math.floor(size / 4), Math.floor(size / 2)]) {
      const first = seededBytes(`d1/${index}`, size).subarray(offset, offset + length);
      const fd = openSync(join(directory, nameOf(index)), 'r+');
      writeSync(fd, day === 1 ? first : seededBytes(`d1/${index}/${offset}/2`, length), 0, length, offset);
      closeSync(fd);
    }
  }
}
