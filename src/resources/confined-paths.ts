import { Buffer } from 'node:buffer';
import { lstatSync } from 'node:fs';
import { isSafeName, joinPath, printablePath } from './path-bytes.ts';
import type { EntryPath } from './resource.ts';
import { ResourceError } from './resource-error.ts';

/**
 * Turns names into paths below a root that only we write: refuses unsafe names, and any path that does not lead through real directories.
 * A directory that was seen stays one, since nothing of ours replaces a name by another thing; the last one is remembered. The root's directories
 * are in its staging directory until they are whole and `haveMoved`.
 */
export class ConfinedPaths {
  readonly #root: Buffer;
  readonly #staging: Buffer;
  /** Names of the root's directories that are in their own place, in latin1. */
  readonly #moved = new Set<string>();
  #seen: Buffer | undefined;
  #last: { readonly directory: EntryPath; readonly place: Buffer } | undefined;

  constructor(root: Uint8Array, staging: Uint8Array) {
    this.#root = Buffer.from(root);
    this.#staging = joinPath(root, [staging]);
  }

  /** Where the root's directories grow. */
  get staging(): Buffer {
    return this.#staging;
  }

  /** A name below the root. Throws ResourceError `name-unsafe`, or `name-taken` where a step on the way is no directory. */
  below(path: EntryPath): Buffer {
    const name = path.at(-1);
    if (name === undefined) throw new ResourceError('name-unsafe', 'the root is a directory and nothing else');
    requireSafe(name);
    return joinPath(this.directory(path.slice(0, -1)), [name]);
  }

  /** The same of a name in a directory. The array that was named last is known to lead through directories. */
  inside(directory: EntryPath, name: Uint8Array): Buffer {
    requireSafe(name);
    if (this.#last?.directory !== directory) this.#last = { directory, place: this.directory(directory) };
    return joinPath(this.#last.place, [name]);
  }

  /** A directory that is there, the root among them. Throws as `below` does. */
  directory(path: EntryPath): Buffer {
    for (const name of path) requireSafe(name);
    const above = this.#isStaged(path) ? this.#staging : this.#root;
    const place = joinPath(above, path);
    if (this.#seen?.equals(place)) return place;
    requireDirectory(this.#root);
    for (let depth = 0; depth <= path.length; depth++) requireDirectory(joinPath(above, path.slice(0, depth)));
    this.#seen = place;
    return place;
  }

  /** The root's directory of this name is in its own place from now on. */
  haveMoved(name: Uint8Array): void {
    this.#moved.add(Buffer.from(name).toString('latin1'));
    this.#last = undefined;
  }

  #isStaged([top]: EntryPath): boolean {
    return top !== undefined && !this.#moved.has(Buffer.from(top).toString('latin1'));
  }
}

function requireSafe(name: Uint8Array): void {
  if (isSafeName(name)) return;
  throw new ResourceError('name-unsafe', `"${printablePath(name)}" is no name for a restore`);
}

function requireDirectory(place: Buffer): void {
  if (lstatSync(place, { throwIfNoEntry: false })?.isDirectory()) return;
  throw new ResourceError('name-taken', `${printablePath(place)} is no directory`);
}
