import type { Entry, EntryPath } from './resource.ts';

/**
 * Writes a tree below an empty root: `openTreeWriter` in one thread, `joinTreeWriter` in those that help. Every call is synchronous, so
 * that workers may restore in parallel, each its own files; a directory is made before anything in it. Refuses (TypeError-free, with
 * ResourceError `name-unsafe`) names that are empty, `.`, `..`, or hold `/` or a zero byte, and names used twice in one directory
 * (`name-taken`).
 */
export interface TreeWriter {
  makeDirectory(path: EntryPath): void;
  /** Where the content of a file is to be written, exclusively created by the caller: a temporary name in the same directory. */
  temporaryFor(path: EntryPath): Uint8Array;
  /** Gives the written file its metadata and then its name: it becomes visible whole. */
  finishFile(path: EntryPath, temporary: Uint8Array, entry: Entry): void;
  /** A further name of a file that has been finished. */
  makeHardLink(path: EntryPath, existing: EntryPath): void;
  /** Symbolic links, fifos, sockets and devices, with their metadata. */
  makeOther(path: EntryPath, entry: Entry): void;
  /** A directory's metadata, once nothing more will be written in it. */
  finishDirectory(path: EntryPath, entry: Entry): void;
  /** Metadata that the target could not take (owner without privilege, an attribute its file system refuses). */
  readonly troubles: readonly { readonly path: EntryPath; readonly kind: 'not-supported'; readonly detail: string }[];
  /** All of them; `troubles` keeps the first thousand. */
  readonly troubleCount: number;
}
