/**
 * How a protected resource is read for a backup and written for a restore. Two natures of bytes now: a directory tree and
 * a disk image. Names are bytes, since a file system's names need not be UTF-8.
 */
export type ResourceReader = DirectoryReader | ImageReader;
export type ResourceWriter = DirectoryWriter | ImageWriter;

export type EntryType = 'file' | 'directory' | 'symlink' | 'fifo' | 'socket' | 'char-device' | 'block-device';

/** All that a file system says of one name, without its content. */
export interface EntryMetadata {
  /** Permission bits with set-uid, set-gid and sticky: 0 to 0o7777. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Nanoseconds since 1970. */
  readonly mtimeNs: bigint;
  readonly xattrs: readonly Xattr[];
}

/** POSIX ACLs travel as `system.posix_acl_access` and `system.posix_acl_default`. */
export interface Xattr {
  readonly name: Uint8Array;
  readonly value: Uint8Array;
}

export interface Entry extends EntryMetadata {
  readonly name: Uint8Array;
  readonly type: EntryType;
  readonly sizeBytes: number;
  /** Symbolic link's text. */
  readonly linkTarget?: Uint8Array;
  /** Of a device: major and minor. */
  readonly device?: { readonly major: number; readonly minor: number };
  /** Tells an unchanged file: (size, mtime, ctime, inode). */
  readonly ctimeNs: bigint;
  readonly inode: bigint;
  /** Files with more than one link share (device, inode): the same key is the same file. */
  readonly hardLinkKey?: string;
  /** Why extended attributes are not known, where they could not be read. */
  readonly xattrsTrouble?: string;
}

/** A place in the tree: names from the root down; empty is the root itself. */
export type EntryPath = readonly Uint8Array[];

export interface Listing {
  readonly entries: readonly Entry[];
  readonly troubles: readonly { name: Uint8Array; kind: 'vanished' | 'unreadable'; detail: string }[];
}

export interface DirectoryReader {
  readonly nature: 'directory';
  root(): Promise<Entry>;
  /** Entries of a directory in byte order of their names. One that vanishes meanwhile is reported as trouble, not thrown. */
  list(path: EntryPath): Promise<Listing>;
  /** The same a few at a time, for directories of any size: only the names are held. */
  pages?(path: EntryPath): AsyncIterable<Listing>;
  /**
   * The file as an absolute path in bytes, for workers that open and read it themselves (no symbolic link is followed at the last step).
   * The caller compares the open file's identity with the entry's before and after reading.
   */
  absolute(path: EntryPath): Uint8Array;
}

export interface ImageReader {
  readonly nature: 'disk-image';
  readonly path: Uint8Array;
  readonly sizeBytes: number;
}

/**
 * Writes below a root that it creates or finds empty, and never outside it: names with `/`, `.`, `..` or a zero byte are refused, no
 * symbolic link is followed. Files become visible whole; metadata goes on last, directories after their content.
 */
export interface DirectoryWriter {
  readonly nature: 'directory';
  /** Absolute path of the root in bytes. Created with its parents' last step missing; refused where it exists and holds anything. */
  readonly root: Uint8Array;
}

export interface ImageWriter {
  readonly nature: 'disk-image';
  readonly path: Uint8Array;
}
