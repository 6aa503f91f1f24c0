import { fsyncSync } from 'node:fs';
import { systemErrorCode } from '../system-error.ts';
import { cLibrary, raise } from './c-library.ts';

/** Whether one call can make a whole file system durable. */
export const canSyncFileSystem = cLibrary !== undefined;

/** Everything written to the file system of the open `fd` is on stable storage when this returns; throws where the device failed. */
export function syncFileSystem(fd: number): void {
  // Linux tells a descriptor of a failed write once: a second call would succeed.
  if (cLibrary !== undefined && cLibrary.syncfs(fd) !== 0) throw raise(cLibrary, 'syncfs');
}

/** The names in an open directory are on stable storage when this returns, where the platform lets a directory be synced. */
export function syncDirectory(fd: number): void {
  try {
    fsyncSync(fd);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code !== 'EINVAL' && code !== 'EPERM') throw error;
  }
}
