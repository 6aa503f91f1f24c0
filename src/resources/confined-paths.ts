import { Buffer } from 'node:buffer';
import { lstatSync } from 'node:fs';
import { isSafeName, joinPath, printablePath } from './path-bytes.ts';
import type { EntryPath } from './resource.ts';
import { ResourceError } from './resource-error.ts';

/**
 * Turns names into paths below a root that only we write: refuses unsafe names, and any path that does not lead through real directories.
 * A directory that was seen stays one, since nothing of ours replaces a name; the last one is remembered.
 */
export class ConfinedPaths {
  readonly #root: Buffer;
  #seen: Buffer | undefined;
  #last: { readonly directory: EntryPath; readonly place: Buffer } | undefined;

  constructor(root: Uint8Array) {
    this.#root = Buffer.from(root);
  }

  /** A name below the root. Throws ResourceError `name-unsafe`, or `name-taken` where a step on the way is no directory. */
  below(path: EntryPath): Buffer {
    if (path.length === 0) throw new ResourceError('name-unsafe', 'the root is a directory and nothing else');
    const place = this.#join(path);
    this.#requireDirectories(path.slice(0, -1));
    return place;
  }

  /** The same of a name in a directory. The array that was named last is known to lead through directories. */
  inside(directory: EntryPath, name: Uint8Array): Buffer {
    requireSafe(name);
    if (this.#last?.directory !== directory) this.#last = { directory, place: this.directory(directory) };
    return joinPath(this.#last.place, [name]);
  }

  /** A directory that is there, the root among them. Throws as `below` does. */
  directory(path: EntryPath): Buffer {
    const place = this.#join(path);
    this.#requireDirectories(path);
    return place;
  }

  #join(path: EntryPath): Buffer {
    for (const name of path) requireSafe(name);
    return joinPath(this.#root, path);
  }

  #requireDirectories(path: EntryPath): void {
    const place = joinPath(this.#root, path);
    if (this.#seen?.equals(place)) return;
    for (let depth = 0; depth <= path.length; depth++) requireDirectory(joinPath(this.#root, path.slice(0, depth)));
    this.#seen = place;
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
