import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { closeSync, constants, fstatSync, linkSync, mkdirSync, openSync, rmdirSync, symlinkSync } from 'node:fs';
import { applyMetadata, applyToNewFile, type MetadataOfName } from './apply-metadata.ts';
import { ConfinedPaths } from './confined-paths.ts';
import { makeNode } from './native/make-node.ts';
import { renameExclusively } from './native/rename-exclusively.ts';
import { canSyncFileSystem, syncDirectory, syncFileSystem } from './native/sync-file-system.ts';
import { joinPath, printablePath } from './path-bytes.ts';
import { prepareRoot } from './prepare-root.ts';
import type { Entry, EntryMetadata, EntryPath } from './resource.ts';
import { ResourceError } from './resource-error.ts';
import { requireSystemErrorCode } from './system-error.ts';
import type { NewFile, TreeWriter } from './tree-writer.ts';
import { TroubleList } from './trouble-list.ts';

/**
 * Makes the root, or takes an empty directory, and writes a tree below it. Until `finishDirectory` has given the root its own metadata
 * only this process's user may enter it, so that nobody can put a symbolic link in our way. Throws ResourceError `target-taken` where
 * the root holds anything or is no directory, `target-unwritable`, and in use `name-unsafe`, `name-taken`, `disk-full`.
 *
 * A directory of the root grows in the root's staging directory and gets its name when all in it is whole: what is written in it has its own name
 * from the beginning, which is half the work of a small file. What is in the root itself is written under a temporary name.
 *
 * Durability: `sync` makes the whole tree durable with one syncfs, content and names (Linux); elsewhere each directory
 * is synced as it is finished, and the content is its writer's business.
 */
export function openTreeWriter(root: Uint8Array): TreeWriter {
  prepareRoot(Buffer.from(root));
  return new PrivateTreeWriter(root, Buffer.from(`.crossvault-${randomBytes(8).toString('hex')}`));
}

/** The same for a worker thread that helps with a tree whose root another thread has opened, with the staging directory of that. */
export function joinTreeWriter(root: Uint8Array, staging: Uint8Array): TreeWriter {
  return new PrivateTreeWriter(root, staging);
}

const createFlags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;

class PrivateTreeWriter implements TreeWriter {
  readonly #paths: ConfinedPaths;
  readonly #troubles = new TroubleList();
  /** No entry of the tree can have foreseen it. */
  readonly #temporaryPrefix = `.crossvault-${randomBytes(8).toString('hex')}-`;
  #temporaries = 0;
  /** Whose the files are that we create in a directory: all of it the same, since nothing of it changes before it is finished. */
  #owners: { readonly directory: EntryPath; readonly owner: NewFile['owner'] } | undefined;

  readonly staging: Uint8Array;
  /** How many of the root's directories there are. */
  #staged = 0;

  constructor(root: Uint8Array, staging: Uint8Array) {
    this.staging = staging;
    this.#paths = new ConfinedPaths(root, staging);
  }

  get troubles(): TreeWriter['troubles'] {
    return this.#troubles.kept;
  }

  get troubleCount(): number {
    return this.#troubles.count;
  }

  makeDirectory(path: EntryPath): void {
    const [top, ...below] = path;
    if (top === undefined) return;
    if (below.length === 0) this.#stage(top);
    else makePrivate(this.#paths.below(path));
  }

  /** Its own place is taken at once, empty: whatever else would have that name is refused. */
  #stage(name: Uint8Array): void {
    makePrivate(this.#paths.below([name]));
    if (this.#staged === 0) makePrivate(this.#paths.staging);
    this.#staged += 1;
    makePrivate(joinPath(this.#paths.staging, [name]));
  }

  temporaryFor(path: EntryPath): Uint8Array {
    this.#paths.below(path);
    return this.#paths.below([...path.slice(0, -1), this.#temporaryName()]);
  }

  create(directory: EntryPath, name: Uint8Array): NewFile {
    const place = this.#paths.inside(directory, name);
    const temporary = directory.length === 0 ? this.#paths.inside(directory, this.#temporaryName()) : place;
    const descriptor = attempt(place, () => openSync(temporary, createFlags, 0o600));
    if (this.#owners?.directory !== directory) {
      const { uid, gid } = fstatSync(descriptor);
      this.#owners = { directory, owner: { uid, gid } };
    }
    return { descriptor, directory, name, place, temporary, owner: this.#owners.owner };
  }

  keep(file: NewFile, metadata: EntryMetadata): void {
    const { descriptor, directory, name, place, temporary } = file;
    let details: readonly string[];
    try {
      details = attempt(place, () => applyToNewFile(file, metadata));
    } finally {
      closeSync(descriptor);
    }
    if (details.length > 0) this.#troubles.report([...directory, name], details);
    if (temporary !== place) attempt(place, () => renameExclusively(temporary, place));
  }

  drop({ descriptor }: NewFile): void {
    closeSync(descriptor);
  }

  finishFile(path: EntryPath, temporary: Uint8Array, entry: Entry): void {
    const place = this.#paths.below(path);
    const written = Buffer.from(temporary);
    this.#finish(path, written, entry);
    attempt(place, () => renameExclusively(written, place));
  }

  makeHardLink(path: EntryPath, existing: EntryPath): void {
    const first = this.#paths.below(existing);
    const place = this.#paths.below(path);
    attempt(place, () => linkSync(first, place));
  }

  makeOther(path: EntryPath, entry: Entry): void {
    const place = this.#paths.below(path);
    const refusal = attempt(place, () => makeSpecial(place, entry));
    if (refusal === undefined) this.#finish(path, place, entry);
    else this.#troubles.report(path, [refusal]);
  }

  finishDirectory(path: EntryPath, metadata: EntryMetadata): void {
    const place = this.#placeOfWhole(path);
    // Opened first: its own mode may forbid it afterwards.
    const fd = attempt(place, () => openSync(place, 'r'));
    try {
      this.#finish(path, place, metadata);
      if (!canSyncFileSystem) attempt(place, () => syncDirectory(fd));
    } finally {
      closeSync(fd);
    }
  }

  openToSync(): number {
    const root = this.#paths.directory([]);
    return attempt(root, () => openSync(root, 'r'));
  }

  sync(descriptor: number): void {
    attempt(this.#paths.directory([]), () => syncFileSystem(descriptor));
  }

  /** Where a directory is when all in it is whole: in its own place. */
  #placeOfWhole(path: EntryPath): Buffer {
    const staged = this.#paths.directory(path);
    const [top] = path;
    if (top === undefined) {
      if (this.#staged > 0) attempt(staged, () => rmdirSync(this.#paths.staging));
      return staged;
    }
    if (path.length > 1) return staged;
    const place = this.#paths.below(path);
    attempt(place, () => {
      // Not every file system renames a directory over an empty one.
      rmdirSync(place);
      renameExclusively(staged, place);
    });
    this.#paths.haveMoved(top);
    return place;
  }

  #temporaryName(): Buffer {
    return Buffer.from(`${this.#temporaryPrefix}${this.#temporaries++}`);
  }

  #finish(path: EntryPath, place: Buffer, entry: MetadataOfName): void {
    this.#troubles.report(
      path,
      attempt(place, () => applyMetadata(place, entry)),
    );
  }
}

function makePrivate(place: Buffer): void {
  attempt(place, () => mkdirSync(place, { mode: 0o700 }));
}

/** Says why where we may not make it; nothing when it is made. */
function makeSpecial(place: Buffer, entry: Entry): string | undefined {
  if (entry.type === 'file' || entry.type === 'directory') {
    throw new ResourceError('name-unsafe', `a ${entry.type} is not made by makeOther`);
  }
  try {
    if (entry.type === 'symlink') symlinkSync(Buffer.from(entry.linkTarget ?? []), place);
    else makeNode(place, entry.type, entry.device);
    return undefined;
  } catch (error) {
    const code = requireSystemErrorCode(error);
    if (code !== 'EPERM' && code !== 'ENOTSUP') throw error;
    return `${entry.type} not made: ${code}`;
  }
}

/** Runs one step at `place` and turns a system call's error into ours. */
function attempt<T>(place: Buffer, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof ResourceError) throw error;
    const code = requireSystemErrorCode(error);
    const text = `${printablePath(place)}: ${code}`;
    if (code === 'EEXIST') throw new ResourceError('name-taken', text, { cause: error });
    const kind = code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'target-unwritable';
    throw new ResourceError(kind, text, { cause: error });
  }
}
