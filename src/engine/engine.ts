import type { EntryPath, ResourceReader, ResourceWriter } from '../resources/resource.ts';
import type { SecretBytes } from '../secrets/secret-bytes.ts';
import type { BlobStore } from '../storage/blobs/blob-store.ts';

/**
 * The engine moves bytes; it knows neither accounts nor policies. Whoever calls it has asked decision/; keys come through
 * `DataKeys`, which the caller binds to a principal and which asks policy/ again at each call.
 */
export interface Engine {
  backup(request: BackupRequest): Promise<BackupReport>;
  copy(request: CopyRequest): Promise<CopyReport>;
  restore(request: RestoreRequest): Promise<RestoreReport>;
  /** Reads every byte of a recovery point and compares. Illnesses are in the report, not thrown. */
  verify(request: VerifyRequest): Promise<VerifyReport>;
  /** Notes packs that `verify` found damaged: the next jobs store again what is in them, where they come by it. Nothing is deleted. */
  setAside(request: SetAsideRequest): Promise<void>;
  /**
   * Frees what no manifest that is kept needs. What is found unneeded is condemned first and deleted by a run that comes at least `graceMs` later, so
   * that it may run beside jobs; killed anywhere, it has lost nothing. Throws, and frees nothing, where a kept manifest or its tree is ill.
   */
  prune(request: PruneRequest): Promise<PruneReport>;
  /** Makes the index anew from what segments are left and from the packs themselves. Illnesses are in the report, not thrown. */
  recoverIndex(request: RecoverIndexRequest): Promise<RecoverIndexReport>;
  /** What lies in a domain, as its manifests say of themselves. */
  manifests(domain: Domain): Promise<readonly ManifestView[]>;
  /** Ends the worker threads. */
  close(): Promise<void>;
}

/** Makes and opens the data keys of one domain under its CMK. The wrapped form is all that the blob store ever sees. */
export interface DataKeys {
  generate(): Promise<{ plaintext: SecretBytes; wrapped: Uint8Array }>;
  open(wrapped: Uint8Array): Promise<SecretBytes>;
}

/** An encryption and deduplication domain: a folder of blobs, and the keys that open it. */
export interface Domain {
  readonly id: string;
  readonly blobs: BlobStore;
  /** `eu-west-1/1f6c…/`: every blob of the domain begins with it. */
  readonly prefix: string;
  readonly keys: DataKeys;
}

/** How far a job is; called at most a few times a second. */
export interface Progress {
  readonly bytesDone: number;
  /** Nothing where the total is not known yet. */
  readonly bytesTotal?: number;
  readonly filesDone?: number;
}

export interface Pace {
  /** While it is, a job does one task at a time, so that it is never ahead of its rate by more: 8 MiB of a copy, 16 MiB and a chunk of a large file. */
  isLimited(): boolean;
  /** The next task begins when it resolves. */
  spend(bytes: number): Promise<void>;
}

export interface Running {
  readonly onProgress?: (progress: Progress) => void;
  /**
   * Holds the job to a rate: told before each task what lanes have done since the last call (bytes read from the resource by a backup, sealed
   * ones moved by a copy, plain ones by others).
   */
  readonly pace?: Pace;
  /** Aborted: the engine stops at the next chunk, with EngineError `aborted`. What is stored stays, for the next run. */
  readonly signal?: AbortSignal;
}

export interface BackupRequest extends Running {
  readonly domain: Domain;
  readonly resource: ResourceReader;
  /** The manifest of the last backup of the same resource in this domain, if any: what has not changed is not read. */
  readonly previousManifestId?: string;
  /** Sealed with the manifest, so that records can be rebuilt: ARNs, type, dates. */
  readonly about: Readonly<Record<string, string>>;
  /** Sameness over retries: a job that runs again writes the same manifest id once. */
  readonly manifestId: string;
  /** Nobody has tried to store this manifest before, so that it is not looked for. One that is there all the same stands. */
  readonly isFirstTry?: boolean;
}

export interface BackupReport {
  readonly manifestId: string;
  /** Bytes of the resource, as a user counts them. */
  readonly sizeBytes: number;
  readonly readBytes: number;
  /** Bytes added to the blob store. */
  readonly storedBytes: number;
  readonly files: number;
  /** What changed or vanished while being read, and what could not be read: paths as printable text, at most 100. */
  readonly troubles: readonly ReadTrouble[];
  readonly troubleCount: number;
}

export interface ReadTrouble {
  readonly path: string;
  readonly kind: 'changed' | 'vanished' | 'unreadable' | 'not-supported';
  readonly detail: string;
}

export interface CopyRequest extends Running {
  readonly source: Domain;
  readonly destination: Domain;
  readonly sourceManifestId: string;
  readonly destinationManifestId: string;
  readonly about: Readonly<Record<string, string>>;
}

export interface CopyReport {
  readonly manifestId: string;
  readonly sizeBytes: number;
  /** Sealed bytes moved from source to destination: what had changed. */
  readonly copiedBytes: number;
  /** Sealed bytes that the destination held already. Subtrees that were skipped whole are counted from their nodes' totals. */
  readonly reusedBytes: number;
  readonly copiedChunks: number;
}

export interface RestoreRequest extends Running {
  readonly domain: Domain;
  readonly manifestId: string;
  readonly target: ResourceWriter;
  /**
   * Only what lies at or below these, and the directories that lead there. Throws `path-missing`, before anything is written, where one is not
   * in the recovery point. A disk image has none.
   */
  readonly paths?: readonly EntryPath[];
}

export interface RestoreReport {
  readonly sizeBytes: number;
  readonly files: number;
  /** Metadata that the target could not take (owner without privilege, an attribute its file system refuses). */
  readonly troubles: readonly ReadTrouble[];
  readonly troubleCount: number;
}

export interface VerifyRequest extends Running {
  readonly domain: Domain;
  readonly manifestId: string;
}

export interface VerifyReport {
  readonly chunks: number;
  readonly bytes: number;
  readonly illnesses: readonly { readonly kind: EngineErrorKind; readonly where: string }[];
  /** Packs that are there and in which something is ill. */
  readonly damagedPacks: readonly string[];
}

export interface SetAsideRequest {
  readonly domain: Domain;
  /** As `VerifyReport` names them. */
  readonly packs: readonly string[];
}

export interface PruneRequest extends Running {
  readonly domain: Domain;
  /** Which of the manifests that are stored are to be kept. Asked after they have been listed, and again when others came meanwhile. */
  readonly keep: (stored: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Milliseconds since 1970, by the machine's clock. */
  readonly now: number;
  readonly graceMs: number;
}

export interface PruneReport {
  readonly keptManifests: number;
  readonly deletedManifests: number;
  readonly deletedPacks: number;
  readonly deletedBytes: number;
  /** Unneeded, and deleted by a run after the period of grace. */
  readonly condemnedManifests: number;
  readonly condemnedPacks: number;
  readonly condemnedBytes: number;
  /** Packs that were mostly waste, of which what is needed was written anew, and how many bytes that is. They are condemned. */
  readonly repackedPacks: number;
  readonly repackedBytes: number;
  /** In packs that are kept: bytes that something needs, and all. */
  readonly neededBytes: number;
  readonly keptBytes: number;
  /** Temporary files that a crash had left. */
  readonly staleFiles: number;
}

export interface RecoverIndexRequest extends Running {
  readonly domain: Domain;
  readonly now: number;
}

export interface RecoverIndexReport {
  readonly manifests: number;
  /** Packs that no segment named, and that are named again. */
  readonly recoveredPacks: number;
  /** Segments and packs that cannot be read, manifests whose trees are not whole. */
  readonly illnesses: readonly { readonly kind: EngineErrorKind; readonly where: string }[];
}

export interface ManifestView {
  readonly manifestId: string;
  /** Nothing where the manifest cannot be read. */
  readonly about?: Readonly<Record<string, string>>;
  readonly nature?: 'directory' | 'disk-image';
  readonly sizeBytes?: number;
  readonly files?: number;
}

export type EngineErrorKind =
  | 'chunk-missing'
  | 'chunk-corrupt'
  | 'pack-missing'
  | 'pack-corrupt'
  | 'index-corrupt'
  | 'manifest-missing'
  | 'manifest-corrupt'
  | 'head-missing'
  | 'head-corrupt'
  | 'format-unknown'
  | 'key-unavailable'
  | 'source-unreadable'
  | 'path-missing'
  | 'target-refused'
  | 'aborted';
