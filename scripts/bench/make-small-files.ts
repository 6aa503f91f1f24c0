import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSet } from './data-sets.ts';
import { seededBytes, seededText } from './random-bytes.ts';

const FILES_IN_DIRECTORY = 100;
/** Every hundredth file changes on the second day. */
const CHANGING = 100;
const BYTES_MIN = 1_024;
const BYTES_MAX = 65_536;

/** Many small text-like files, such as a tree of sources: half are below 18 KiB, the mean is 23 KiB. */
export function makeSmallFiles(directory: string, scale: number): DataSet {
  const files = Math.max(FILES_IN_DIRECTORY, Math.round(50_000 * scale));
  const chance = seededBytes('d2/sizes', files * 4);
  let bytes = 0;
  for (let index = 0; index < files; index++) {
    if (index % FILES_IN_DIRECTORY === 0) mkdirSync(directoryOf(directory, index), { recursive: true });
    const size = sizeOf(chance.readUInt32LE(index * 4) / 2 ** 32);
    bytes += size;
    writeFileSync(placeOf(directory, index), seededText(`d2/${index}`, size));
  }
  return {
    name: 'd2',
    about: `${files} text-like files, ${Math.round(bytes / 2 ** 20)} MiB`,
    path: directory,
    nature: 'directory',
    becomeDay(day) {
      for (let index = 7; index < files; index += CHANGING) {
        const size = sizeOf(chance.readUInt32LE(index * 4) / 2 ** 32);
        writeFileSync(placeOf(directory, index), seededText(day === 1 ? `d2/${index}` : `d2/${index}/2`, size));
      }
    },
  };
}

const directoryOf = (directory: string, index: number): string => {
  const number = Math.floor(index / FILES_IN_DIRECTORY);
  return join(directory, `group-${Math.floor(number / 20)}`, `part-${number % 20}`);
};

const placeOf = (directory: string, index: number): string => join(directoryOf(directory, index), `file-${index}.txt`);

/** More small ones than large: an even chance between 0 and 1 becomes 1 to 64 KiB. */
function sizeOf(chance: number): number {
  return Math.round(BYTES_MIN + (BYTES_MAX - BYTES_MIN) * chance ** 1.85);
}
