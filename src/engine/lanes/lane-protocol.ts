import type { EntryPath } from '../../resources/resource.ts';
import type { BlobLocation } from '../../storage/blobs/blob-store.ts';
import type { ChunkTableHandle } from '../domain/chunk-table.ts';
import type { ReadTrouble } from '../engine.ts';
import type { PackEntry } from '../format/pack-format.ts';
import type { GatheredFiles } from './gathered-files.ts';
import type { TreeFiles, TreePlace } from './restore-files.ts';

// What the main thread and a lane say to each other. All of it survives structured clone; bulk travels in shared memory or not at all.
// Lists of refs are small: some fifty bytes for each mebibyte of content.

/** A domain as a lane needs it: the keys that are open, and where it is, for a lane on a thread of its own. */
export interface LaneDomain {
  readonly location: BlobLocation | undefined;
  readonly prefix: string;
  readonly keys: readonly { readonly keyId: string; readonly dataKey: Uint8Array<ArrayBuffer> }[];
}

/** Which packs that a job writes need not stay in memory, since they will hardly be read soon: none, those of content that compresses well, or all. */
export type PastCache = 'none' | 'compressed' | 'all';

/** Begins a job on a lane. The lane takes over the arrays of the keys, and wipes them when the job ends. */
export interface LaneJobSetup {
  readonly source?: LaneDomain;
  readonly destination?: LaneDomain & { readonly currentKeyId: string };
  readonly packSize: number;
  /** Packs go to the destination in pieces while they fill. */
  readonly inPieces: boolean;
  readonly pastCache: PastCache;
  /** Milliseconds since 1970, by the machine's clock. */
  readonly beganMs: number;
  /** The same moment by `process.hrtime.bigint()`, which all threads share. */
  readonly beganTick: bigint;
  readonly shared: SharedArrayBuffer;
  readonly claims: SharedArrayBuffer;
}

/** A file's look at one moment: equal before and after reading means that it did not change meanwhile. */
export interface FileIdentity {
  readonly sizeBytes: number;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
  readonly inode: bigint;
}

/** A chunk's place, for reading. */
export interface ChunkAt {
  readonly entry: PackEntry;
  readonly packId: Uint8Array;
  readonly keyId: Uint8Array;
  readonly offset: number;
  readonly ordinal: number;
}

/** Chunks of one pack, which a lane looks up in the table itself: a task stays small, however many there are. */
export interface ChunksOfPack {
  readonly table: ChunkTableHandle;
  readonly packId: Uint8Array;
  readonly keyId: Uint8Array;
  /** Numbers of their records. */
  readonly records: Uint32Array;
}

/** A stretch of a file as cut by a lane; without a hash: a hole. */
export interface CutPiece {
  readonly hash?: Uint8Array;
  readonly sealedLength: number;
  readonly length: number;
  readonly offset: number;
  readonly plainLength: number;
}

/** What became of a file that was read. A trouble without pieces: there is nothing of it. */
export interface ReadFile {
  readonly identity?: FileIdentity;
  readonly pieces?: readonly CutPiece[];
  /** Bytes that the file system calls holes: they count as done, though nobody read them. */
  readonly unreadBytes?: number;
  /** There is more of the stretch behind `pieces`. */
  readonly hasStopped?: boolean;
  readonly isSparse: boolean;
  /** It looked the same before and after it was read. */
  readonly isSettled: boolean;
  /** It had been changed so shortly before that one more change might not show in its times: the next backup reads it again. */
  readonly isFresh?: boolean;
  readonly trouble?: Pick<ReadTrouble, 'kind' | 'detail'>;
  /** It has grown since it was listed and no longer fits among small files: it is to be cut as a large one. */
  readonly hasOutgrown?: boolean;
}

export interface RestorePiece {
  readonly at: ChunkAt;
  /** In the chunk. */
  readonly chunkOffset: number;
  readonly length: number;
  readonly fileOffset: number;
}

export interface RestoreFile {
  /** Where the lane creates it, exclusively; or, where it is a part of a larger whole, finds it. */
  readonly place: Uint8Array;
  readonly isCreated: boolean;
  readonly sizeBytes: number;
  readonly isSparse: boolean;
  readonly pieces: readonly RestorePiece[];
  /** Must be written as zeros, where the target may hold other bytes (a block device). */
  readonly zeros: readonly { readonly fileOffset: number; readonly length: number }[];
}

export type LaneTask =
  | {
      readonly type: 'gather';
      readonly table: ChunkTableHandle;
      /** As `packPaths` packs them. */
      readonly paths: Uint8Array;
    }
  | {
      readonly type: 'cut';
      readonly table: ChunkTableHandle;
      readonly path: Uint8Array;
      readonly identity: FileIdentity;
      readonly offset: number;
      readonly length: number;
      readonly by: 'content' | 'block';
      /** It ends after the first chunk with which it has cut so many bytes, and says that it has stopped. Cuts are the same. */
      readonly stopAfter?: number;
    }
  | { readonly type: 'copy'; readonly chunks: ChunksOfPack }
  | { readonly type: 'verify'; readonly chunks: ChunksOfPack }
  | { readonly type: 'verify-pack'; readonly packId: Uint8Array }
  | ({ readonly type: 'restore-tree' } & TreeFiles)
  | { readonly type: 'restore-part'; readonly file: RestoreFile }
  | ({ readonly type: 'sync-tree'; readonly descriptor: number } & TreePlace)
  | { readonly type: 'flush' };

/** Metadata that the target could not take. */
interface RestoreTrouble {
  readonly path: EntryPath;
  readonly kind: 'not-supported';
  readonly detail: string;
}

export interface Illness {
  readonly kind: 'chunk-missing' | 'chunk-corrupt' | 'pack-missing' | 'pack-corrupt';
  /** Of a chunk. */
  readonly hash?: Uint8Array;
  readonly packId: Uint8Array;
}

/** A pack that is stored durably and waits to be named by an index segment. */
export interface StoredPack {
  readonly packId: Uint8Array;
  readonly keyId: Uint8Array;
  /** Its footer in the clear (FORMAT.md 2.3): a pack may have many chunks, and waits for others. */
  readonly footer: Uint8Array;
  readonly chunks: number;
  readonly sizeBytes: number;
}

export interface LaneResult {
  readonly files?: readonly ReadFile[];
  readonly gathered?: GatheredFiles;
  readonly illnesses?: readonly Illness[];
  readonly troubles?: readonly RestoreTrouble[];
  /** Packs stored since the last result. */
  readonly packs: readonly StoredPack[];
}

/** Length of `LaneJobSetup.shared`: in its first four bytes 1 says abort, in its last eight the bytes that are done are counted. */
export const sharedLength = 16;

/** Errors cross as data; a chunk's hash becomes its chunk id on the main thread, which has the id key. */
export interface LaneFailure {
  readonly error: 'engine' | 'storage' | 'resource' | 'other';
  readonly kind: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly message: string;
  readonly hash?: Uint8Array;
}

export type LaneRequest =
  | { readonly id: number; readonly type: 'begin'; readonly job: number; readonly setup: LaneJobSetup }
  | { readonly id: number; readonly type: 'run'; readonly job: number; readonly task: LaneTask }
  | { readonly id: number; readonly type: 'end'; readonly job: number };

export type LaneResponse =
  | { readonly id: number; readonly result: LaneResult }
  | { readonly id: number; readonly failure: LaneFailure };
