import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StorageError } from '../storage/storage-error.ts';
import { LOCK_PATIENCE_MS } from './limits.ts';

/** Where everything of one installation lies. */
export interface DataDirectory {
  readonly root: string;
  readonly recordsFile: string;
  readonly blobs: string;
  /** Blobs in cold storage; may lie outside of `root`, on another disk. */
  readonly cold: string;
  readonly keys: string;
  readonly restores: string;
  /** Gives the directory free for another process. */
  release(): void;
}

/**
 * Opens or makes the directory and holds it for this process alone: two servers on one directory would both believe that they own its
 * jobs. The lock is the operating system's, so it ends with the process, however that ends. Throws StorageError `in-use`. Cold storage lies in
 * a folder below `coldParent`: that may be a disk of its own, whose uppermost folder nobody can move.
 */
export function openDataDirectory(root: string, { coldParent = root }: { coldParent?: string } = {}): DataDirectory {
  const places = {
    root: path.resolve(root),
    recordsFile: path.join(root, 'records.sqlite'),
    blobs: path.join(root, 'blobs'),
    cold: path.join(path.resolve(coldParent), 'cold'),
    keys: path.join(root, 'keys'),
    restores: path.join(root, 'restores'),
  };
  makeDirectories(places);
  const lock = new DatabaseSync(path.join(root, 'lock'), { timeout: LOCK_PATIENCE_MS });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw new StorageError('in-use', { directory: places.root }, { cause: error });
  }
  return { ...places, release: () => lock.close() };
}

function makeDirectories({
  root,
  blobs,
  cold,
  keys,
  restores,
}: Pick<DataDirectory, 'root' | 'blobs' | 'cold' | 'keys' | 'restores'>): void {
  try {
    // The records name every account, policy and source: nobody else on the host needs to read them.
    for (const directory of [root, blobs, cold, restores, keys]) mkdirSync(directory, { recursive: true, mode: 0o700 });
    if (!statSync(root).isDirectory()) throw new Error(`${root} is not a directory`);
  } catch (error) {
    throw new StorageError('io', { directory: root, why: (error as Error).message }, { cause: error });
  }
}
