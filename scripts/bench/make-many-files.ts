import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededBytes } from './random-bytes.ts';

const FILES_IN_DIRECTORY = 100;
const DIRECTORIES_IN_GROUP = 100;
const BYTES_MIN = 100;
const BYTES_MAX = 1_500;

/** A tree of so many files that their number is what costs: 100 to 1,500 bytes each, in directories of a hundred. */
export function makeManyFiles(directory: string, files: number): void {
  rmSync(directory, { recursive: true, force: true });
  const chance = seededBytes('d4/sizes', files * 2);
  const bytes = seededBytes('d4/bytes', 2 * 1024 * 1024);
  for (let index = 0; index < files; index++) {
    if (index % FILES_IN_DIRECTORY === 0) mkdirSync(directoryOf(directory, index), { recursive: true });
    const size = BYTES_MIN + (chance.readUInt16LE(index * 2) % (BYTES_MAX - BYTES_MIN));
    // Another place in the same bytes for each file: none equals another, and none takes time to make.
    const start = (index * 7_919) % (bytes.length - BYTES_MAX);
    writeFileSync(join(directoryOf(directory, index), `file-${index}`), bytes.subarray(start, start + size));
  }
}

function directoryOf(directory: string, index: number): string {
  const number = Math.floor(index / FILES_IN_DIRECTORY);
  return join(directory, `group-${Math.floor(number / DIRECTORIES_IN_GROUP)}`, `part-${number % DIRECTORIES_IN_GROUP}`);
}
