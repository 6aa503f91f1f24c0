import type { Buffer } from 'node:buffer';
import { lstatSync, renameSync } from 'node:fs';
import { zeroTerminated } from '../path-bytes.ts';
import { attempt, type CLibrary, CURRENT_DIRECTORY, cLibrary } from './c-library.ts';

const NO_REPLACE = 1;

/** Renames, and throws `EEXIST` where the new name is taken. In one step where the file system can; else looked up just before. */
export function renameExclusively(path: Buffer, newPath: Buffer): void {
  if (cLibrary !== undefined) {
    const [old, young] = [zeroTerminated(path), zeroTerminated(newPath)];
    const rename = (library: CLibrary): number =>
      library.renameat2(CURRENT_DIRECTORY, old, CURRENT_DIRECTORY, young, NO_REPLACE);
    // EPERM too: some containers' filters answer it to calls they do not know. A true one comes again.
    if (attempt(cLibrary, 'renameat2', rename, ['EINVAL', 'ENOSYS', 'EPERM']) === 0) return;
  }
  if (lstatSync(newPath, { throwIfNoEntry: false })) {
    throw Object.assign(new Error('EEXIST: rename'), { code: 'EEXIST', syscall: 'rename' });
  }
  renameSync(path, newPath);
}
