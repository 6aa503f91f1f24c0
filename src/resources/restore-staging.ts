import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ResourceError } from './resource-error.ts';

/** A place beside the target where a restore grows, so that the target appears whole or not at all. */
export interface RestoreStaging {
  readonly path: string;
  /** Puts what was restored in the target's place. Throws ResourceError `target-taken` where the target has come to hold something. */
  publish(): void;
  /** Removes what was staged; no error where there is nothing. */
  discard(): void;
}

/**
 * Stages a restore to `target`, an absolute path that does not exist or is an empty directory. `id` is the job's: a second try finds and
 * removes the leavings of the first. Throws ResourceError `target-taken`.
 */
export function stageRestore(target: string, id: string): RestoreStaging {
  refuseUnlessFree(target);
  mkdirSync(path.dirname(target), { recursive: true });
  const staged = path.join(path.dirname(target), `.crossvault-restore-${id}`);
  const discard = (): void => rmSync(staged, { recursive: true, force: true });
  discard();
  return {
    path: staged,
    discard,
    publish() {
      refuseUnlessFree(target);
      // rename(2) replaces an empty directory, and refuses one that has come to hold something.
      try {
        renameSync(staged, target);
      } catch (error) {
        throw new ResourceError('target-taken', `${target} cannot be replaced: ${(error as Error).message}`, {
          cause: error,
        });
      }
    },
  };
}

function refuseUnlessFree(target: string): void {
  if (!existsSync(target)) return;
  if (!lstatSync(target).isDirectory()) throw new ResourceError('target-taken', `${target} exists already`);
}
