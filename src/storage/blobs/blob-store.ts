import type { S3Place } from './s3/s3-place.ts';

/** Bytes of vaults, opaque and named. Names are `/`-separated words of `[A-Za-z0-9._-]`; no adapter lets a name leave its root. */
export interface BlobStore {
  /** Stores the whole blob durably, or nothing: it is never seen half-written. Refuses a name that exists (`blob-exists`). */
  put(name: string, bytes: Uint8Array | readonly Uint8Array[]): Promise<void>;
  /**
   * Begins a blob that comes in pieces, where the adapter can pass them on at once and without a buffer of the blob's size; for worker threads. Nothing
   * is seen of it before `finish`.
   */
  begin?(name: string, options?: BeginOptions): Promise<BlobWriter>;
  /** Replaces or creates; for the few blobs that may change (heads). Atomic and durable as well. */
  replace(name: string, bytes: Uint8Array): Promise<void>;
  /** The whole blob, or the named range. Throws StorageError `blob-missing`, or `blob-truncated` where the range lies outside. */
  get(name: string, range?: { readonly offset: number; readonly length: number }): Promise<Uint8Array>;
  /**
   * Fills `target` from `offset`, at once and without a buffer of its own, where the adapter can; for worker threads, which have nothing
   * else to do meanwhile. Throws as `get` does.
   */
  readInto?(name: string, offset: number, target: Uint8Array): void;
  /** The same, for adapters that have to wait. `target` is the adapter's until then. */
  fetchInto?(name: string, offset: number, target: Uint8Array): Promise<void>;
  /** Nothing where there is no such blob. */
  size(name: string): Promise<number | undefined>;
  /** Names that begin with `prefix` (which ends with `/` or is empty), in no promised order. */
  list(prefix: string): AsyncIterable<{ readonly name: string; readonly sizeBytes: number }>;
  /** The same names without their sizes, where the adapter has a cheaper way to them. */
  names?(prefix: string): Promise<string[]>;
  /** No error where there is none. */
  delete(name: string): Promise<void>;
  /**
   * Makes durable every name that is seen now, where the adapter cannot tell: a process that was killed may have published some that no sync has
   * reached yet. Blobs themselves were durable before.
   */
  settle?(): Promise<void>;
  /** Removes temporary files below `prefix` that no write has touched since `before` (milliseconds since 1970), and tells how many; for adapters that make any. */
  removeStale?(prefix: string, before: number): Promise<number>;
  /** How a worker thread opens the same store; nothing where it can't (memory): the work then stays on the caller's thread. */
  readonly location: BlobLocation | undefined;
}

export interface BeginOptions {
  /**
   * Large, and not to be read soon: where the adapter can, its bytes go to the disk without taking memory from what others have cached. Then reading
   * it waits for the disk.
   */
  readonly pastCache?: boolean;
}

/** A blob that is being written. Ends with `finish` or `abandon`. Throws StorageError. */
export interface BlobWriter {
  /** Takes the next bytes, which are the caller's again when it is done. */
  write(bytes: Uint8Array): Promise<void>;
  /**
   * Where the next `length` bytes can be put without a copy; they count once `filled` is called, before anything else. Nothing where this writer takes
   * copies, or these, in `write`.
   */
  space?(length: number): Promise<Uint8Array | undefined>;
  filled?(length: number): void;
  /** Stores the blob as `put` does: durable, or refused with `blob-exists`. Where it fails, nothing is left. */
  finish(): Promise<void>;
  /** Leaves nothing. */
  abandon(): Promise<void>;
}

/** Plain data that crosses to a worker thread. */
export type BlobLocation = { readonly kind: 'disk'; readonly root: string } | S3Place;
