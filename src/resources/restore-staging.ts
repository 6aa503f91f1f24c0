import { closeSync, existsSync, lstatSync, mkdirSync, openSync, readdirSync, rmdirSync } from 'node:fs';
import { renameExclusively } from './native/rename-exclusively.ts';
import { syncDirectory } from './native/sync-file-system.ts';
import { printablePath } from './path-bytes.ts';
import { removeTree } from './remove-tree.ts';
import { ResourceError } from './resource-error.ts';
import { requireSystemErrorCode } from './system-error.ts';

/** A place beside the target where a restore grows, so that the target appears whole or not at all. */
export interface RestoreStaging {
  readonly path: Uint8Array;
  /** Puts what was restored in the target's place. Throws ResourceError `target-taken` where the target has come to hold something. */
  publish(): void;
  /** Removes what is staged here; no error where there is nothing. */
  discard(): void;
}

const SLASH = 0x2f;

/**
 * Stages a restore to `target`, an absolute path that does not exist or is an empty directory. `id` is the job's, `attempt` counts its tries: each
 * has a place of its own, and removes the leavings of those before. Throws ResourceError `target-taken`.
 */
export function stageRestore(target: Uint8Array, id: string, attempt: number): RestoreStaging {
  const place = Buffer.from(target);
  requireFree(place);
  const parent = place.subarray(0, place.lastIndexOf(SLASH) + 1);
  mkdirSync(parent, { recursive: true });
  const prefix = `.crossvault-restore-${id}`;
  for (const name of leavings(parent, prefix, attempt)) removeTree(Buffer.concat([parent, name]));
  const staged = Buffer.concat([parent, Buffer.from(`${prefix}-${attempt}`)]);
  const discard = (): void => removeTree(staged);
  return {
    path: staged,
    discard,
    publish() {
      requireFree(place);
      try {
        if (existsSync(place)) rmdirSync(place);
        renameExclusively(staged, place);
        syncNames(parent);
      } catch (error) {
        const why = requireSystemErrorCode(error);
        throw new ResourceError('target-taken', `${printablePath(place)} cannot be replaced: ${why}`, { cause: error });
      }
    },
  };
}

/** What earlier tries staged. A later one may be at work: who has lost the job may come late. */
function leavings(parent: Buffer, prefix: string, attempt: number): Buffer[] {
  return readdirSync(parent, { encoding: 'buffer' }).filter((name) => {
    const text = name.toString('latin1');
    return text.startsWith(prefix) && Number(text.slice(prefix.length + 1)) < attempt;
  });
}

/** The new name survives a power cut. */
function syncNames(directory: Buffer): void {
  const fd = openSync(directory, 'r');
  try {
    syncDirectory(fd);
  } finally {
    closeSync(fd);
  }
}

function requireFree(target: Buffer): void {
  if (!existsSync(target)) return;
  const isFree = lstatSync(target).isDirectory() && readdirSync(target).length === 0;
  if (!isFree) throw new ResourceError('target-taken', `${printablePath(target)} exists and is no empty directory`);
}
