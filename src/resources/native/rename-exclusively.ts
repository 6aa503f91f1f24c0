import type { Buffer } from 'node:buffer';
import { lstatSync, renameSync } from 'node:fs';
import { zeroTerminated } from '../path-bytes.ts';
import { CURRENT_DIRECTORY, cLibrary, raise } from './c-library.ts';

const NO_REPLACE = 1;

/** Renames, and throws `EEXIST` where the new name is taken. In one step where the file system can; else looked up just before. */
export function renameExclusively(path: Buffer, newPath: Buffer): void {
  if (cLibrary !== undefined) {
    const [old, young] = [zeroTerminated(path), zeroTerminated(newPath)];
    if (cLibrary.renameat2(CURRENT_DIRECTORY, old, CURRENT_DIRECTORY, young, NO_REPLACE) === 0) return;
    const error = raise(cLibrary, 'renameat2');
    if (error.code !== 'EINVAL' && error.code !== 'ENOSYS') throw error;
  }
  if (lstatSync(newPath, { throwIfNoEntry: false })) {
    throw Object.assign(new Error('EEXIST: rename'), { code: 'EEXIST', syscall: 'rename' });
  }
  renameSync(path, newPath);
}
