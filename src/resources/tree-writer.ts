import type { Buffer } from 'node:buffer';
import type { Entry, EntryMetadata, EntryPath } from './resource.ts';

/** A file in the making: open for writing, and not there under its own name in its own place. */
export interface NewFile {
  readonly descriptor: number;
  readonly directory: EntryPath;
  readonly name: Uint8Array;
  /** Where it is to be, and where it is. */
  readonly place: Buffer;
  readonly temporary: Buffer;
  /** Whose it is. */
  readonly owner: Pick<EntryMetadata, 'uid' | 'gid'>;
}

/**
 * Writes a tree below an empty root: `openTreeWriter` in one thread, `joinTreeWriter` in those that help. Every call is synchronous, so
 * that workers may restore in parallel, each its own files; a directory is made before anything in it. Refuses (TypeError-free, with
 * ResourceError `name-unsafe`) names that are empty, `.`, `..`, or hold `/` or a zero byte, and names used twice in one directory
 * (`name-taken`).
 */
export interface TreeWriter {
  /** Name of the directory in the root where the root's directories grow: for `joinTreeWriter`. */
  readonly staging: Uint8Array;
  makeDirectory(path: EntryPath): void;
  /**
   * Creates a file that one caller writes as a whole; `keep` or `drop` ends it. Of files of one directory that follow one another, `directory` is best
   * the same array: then the way to it is looked at once.
   */
  create(directory: EntryPath, name: Uint8Array): NewFile;
  /** Gives a created file its metadata, closes it and then gives it its name: it becomes visible whole, at the latest with its directory. */
  keep(file: NewFile, metadata: EntryMetadata): void;
  /** Closes a created file that does not get its name. */
  drop(file: NewFile): void;
  /** Where the content of a file that several write is to be written, exclusively created by the caller: a temporary name in the same directory. */
  temporaryFor(path: EntryPath): Uint8Array;
  /** Gives the written file its metadata and then its name: it becomes visible whole. */
  finishFile(path: EntryPath, temporary: Uint8Array, entry: Entry): void;
  /** A further name of a file that has been finished. */
  makeHardLink(path: EntryPath, existing: EntryPath): void;
  /** Symbolic links, fifos, sockets and devices, with their metadata. */
  makeOther(path: EntryPath, entry: Entry): void;
  /** A directory's metadata, once nothing more will be written in it; one of the root gets its own place. Directories in it are finished before. */
  finishDirectory(path: EntryPath, metadata: EntryMetadata): void;
  /** The root's descriptor for `sync`, which the caller closes; before the root is finished, since its mode may forbid it afterwards. */
  openToSync(): number;
  /** Makes all durable that has been finished by any thread. It waits for the disk: for a thread that others do not wait for. */
  sync(descriptor: number): void;
  /** Metadata that the target could not take (owner without privilege, an attribute its file system refuses). */
  readonly troubles: readonly { readonly path: EntryPath; readonly kind: 'not-supported'; readonly detail: string }[];
  /** All of them; `troubles` keeps the first thousand. */
  readonly troubleCount: number;
}
