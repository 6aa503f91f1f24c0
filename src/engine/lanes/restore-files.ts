import { Buffer } from 'node:buffer';
import { closeSync, constants, ftruncateSync, openSync } from 'node:fs';
import { joinTreeWriter } from '../../resources/open-tree-writer.ts';
import type { NewFile, TreeWriter } from '../../resources/tree-writer.ts';
import { invariant } from '../../util/invariant.ts';
import { ChunkTable, type ChunkTableHandle } from '../domain/chunk-table.ts';
import { saltLength } from '../format/blob-header.ts';
import { type OpenBuffers, openPlain } from '../format/plaintext-of.ts';
import { directSizeMin } from '../limits.ts';
import { ChunkError } from './chunk-error.ts';
import { DirectMemory } from './direct-memory.ts';
import { openDirectWriter } from './direct-writer.ts';
import { type FileToRestore, filesOf, type PieceToRestore } from './files-to-restore.ts';
import type { LaneJob } from './lane-job.ts';
import type { ChunkAt, RestoreFile, RestorePiece } from './lane-protocol.ts';
import { openCachedWriter, type PlaceWriter, refusable, writeAt, writeCached } from './place-writer.ts';
import { readChunks } from './read-chunks.ts';

/** Small files of one tree, and where their chunks lie. */
/** A tree that a TreeWriter has opened. */
export interface TreePlace {
  readonly root: Uint8Array;
  readonly staging: Uint8Array;
}

export interface TreeFiles extends TreePlace {
  readonly table: ChunkTableHandle;
  /** By the numbers that the table's records have of them: pack id and key id. */
  readonly packs: ReadonlyMap<number, Uint8Array>;
  /** As `packFiles` packs them. */
  readonly files: Uint8Array;
}

/**
 * Writes whole files of a tree. The writer is this lane's own, and keeps the troubles. When it returns, the lane's buffers are free for other work;
 * all is written when `done` says so.
 */
export async function restoreTreeFiles(job: LaneJob, writer: TreeWriter, tree: TreeFiles): Promise<Restored> {
  const chunks = new LastChunk(job);
  const table = new ChunkTable(tree.table);
  const running: Promise<void>[] = [];
  try {
    for (const file of filesOf(tree.files)) {
      job.stopIfAborted();
      const made = writer.create(file.directory, file.name);
      const places = (piece: PieceToRestore): RestorePiece => ({
        ...piece,
        at: chunkAt(table, tree.packs, piece.record),
      });
      if (lengthOf(file) < directSizeMin) {
        // Nothing is under way: the next small file need not wait for a turn of the event loop.
        await writeSmall(job, chunks, { file, made, writer, places });
        writer.keep(made, file.metadata);
      } else running.push((await writeDirect(job, chunks, { file, made, writer, places })).done);
    }
  } catch (error) {
    await Promise.allSettled(running);
    throw error;
  }
  return { done: handled(Promise.all(running).then(nothing)) };
}

interface FileOfTree {
  readonly file: FileToRestore;
  readonly made: NewFile;
  readonly writer: TreeWriter;
  readonly places: (piece: PieceToRestore) => RestorePiece;
}

async function writeSmall(job: LaneJob, chunks: LastChunk, { file, made, writer, places }: FileOfTree): Promise<void> {
  const { isSparse, sizeBytes } = file;
  const { descriptor } = made;
  try {
    for (const piece of file.pieces) {
      const { record, chunkOffset, length, fileOffset } = piece;
      if (chunks.record !== record) await chunks.plaintext(places(piece).at, record);
      writeCached(descriptor, chunks.opened.subarray(chunkOffset, chunkOffset + length), fileOffset, { isSparse });
    }
    finishSize(descriptor, { isSparse, written: lengthOf(file), sizeBytes });
    job.addBytesDone(lengthOf(file));
  } catch (error) {
    writer.drop(made);
    throw error;
  }
}

/** What it returns is done when the file has its name. */
async function writeDirect(job: LaneJob, chunks: LastChunk, { file, made, writer, places }: FileOfTree) {
  const { descriptor, temporary } = made;
  const { sizeBytes, isSparse } = file;
  try {
    const target = {
      place: temporary,
      isCreated: true,
      sizeBytes,
      isSparse,
      pieces: file.pieces.map(places),
      zeros: [],
    };
    const open = await writeFile(job, chunks, target, descriptor);
    return {
      done: handled(
        open.finish().then(
          () => writer.keep(made, file.metadata),
          (error: unknown) => {
            writer.drop(made);
            throw error;
          },
        ),
      ),
    };
  } catch (error) {
    writer.drop(made);
    throw error;
  }
}

/** Writes one file that is no part of a tree, or a stretch of a large one. */
export async function restorePart(job: LaneJob, file: RestoreFile): Promise<Restored> {
  const descriptor = refusable(() =>
    openSync(Buffer.from(file.place), file.isCreated ? createFlags : findFlags, 0o600),
  );
  const close = (): void => closeSync(descriptor);
  try {
    const open = await writeFile(job, new LastChunk(job), file, descriptor);
    return { done: handled(open.finish().finally(close)) };
  } catch (error) {
    close();
    throw error;
  }
}

export interface Restored {
  readonly done: Promise<void>;
}

/** Whoever awaits it learns of a failure; until then it is nobody's surprise. */
function handled(work: Promise<void>): Promise<void> {
  work.catch(nothing);
  return work;
}

function nothing(): void {}

export function openLaneTreeWriter({ root, staging }: TreePlace): TreeWriter {
  return joinTreeWriter(root, staging);
}

const createFlags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
const findFlags = constants.O_WRONLY | constants.O_NOFOLLOW;

/** A file whose bytes have all been handed out. */
interface WrittenFile {
  /** Bytes may still be on their way to the disk. */
  readonly isDirect: boolean;
  /** Waits for them and gives the file its size. */
  finish(): Promise<void>;
}

/** Does not close what the caller has opened. */
async function writeFile(job: LaneJob, chunks: LastChunk, file: RestoreFile, descriptor: number): Promise<WrittenFile> {
  const written = file.pieces.reduce((sum, piece) => sum + piece.length, 0);
  let writer: PlaceWriter | undefined;
  try {
    const target = { ...file, descriptor };
    // What comes out of a bucket comes slower than the page cache takes it, and the memory of direct writes would be a tenth of what a server may take.
    const isDirect = written >= directSizeMin && job.source.blobs.readInto !== undefined;
    const direct = isDirect ? openDirectWriter(target, () => directMemoryOf(job)) : undefined;
    writer = direct ?? openCachedWriter(descriptor, file);
    await writePieces(job, chunks, { pieces: file.pieces, writer });
    for (const { fileOffset, length } of file.zeros) writeZeros(job, descriptor, fileOffset, length);
    return {
      isDirect: direct !== undefined,
      finish: () => finishFile(file, { descriptor, writer: writer!, written }).finally(() => writer?.close()),
    };
  } catch (error) {
    await writer?.close();
    throw error;
  }
}

function directMemoryOf({ buffers }: LaneJob): DirectMemory {
  buffers.directMemory ??= new DirectMemory();
  return buffers.directMemory;
}

async function writePieces(
  job: LaneJob,
  chunks: LastChunk,
  { pieces, writer }: { pieces: readonly RestorePiece[]; writer: PlaceWriter },
): Promise<void> {
  for (const piece of pieces) {
    const { at, fileOffset, length } = piece;
    const isWhole = length === at.entry.plainLength && !chunks.isOpen(at);
    if (isWhole && writer.space && writer.filled) {
      await chunks.openInto(at, await writer.space(length, fileOffset));
      writer.filled(length);
    } else {
      const plain = await chunks.plaintext(at);
      await writer.write(plain.subarray(piece.chunkOffset, piece.chunkOffset + length), fileOffset);
    }
    job.addBytesDone(length);
  }
}

async function finishFile(
  file: RestoreFile,
  { descriptor, writer, written }: { descriptor: number; writer: PlaceWriter; written: number },
): Promise<void> {
  await writer.finish();
  if (file.isCreated) finishSize(descriptor, { ...file, written });
}

/** Holes at the end, and zeros that were left out there, count for the size as well. */
function finishSize(
  descriptor: number,
  { isSparse, written, sizeBytes }: { isSparse: boolean; written: number; sizeBytes: number },
): void {
  if (isSparse || written < sizeBytes) refusable(() => ftruncateSync(descriptor, sizeBytes));
}

function lengthOf({ pieces }: FileToRestore): number {
  let length = 0;
  for (const piece of pieces) length += piece.length;
  return length;
}

function chunkAt(table: ChunkTable, packs: TreeFiles['packs'], record: number): ChunkAt {
  const { pack, offset, ordinal, ...entry } = table.placeAt(record);
  const names = packs.get(pack);
  invariant(names, 'a task names the packs of its chunks');
  return { entry, packId: names.subarray(0, saltLength), keyId: names.subarray(saltLength), offset, ordinal };
}

function writeZeros(job: LaneJob, descriptor: number, fileOffset: number, length: number): void {
  const zeros = job.buffers.window.fill(0);
  for (let at = 0; at < length; at += zeros.length) {
    job.stopIfAborted();
    writeAt(descriptor, zeros.subarray(0, Math.min(zeros.length, length - at)), fileOffset + at);
  }
}

/** The chunk that was opened last: small files that follow one another lie in the same one. */
class LastChunk {
  readonly #job: LaneJob;
  #hash: Uint8Array | undefined;
  #record: number | undefined;
  #plain: Uint8Array = new Uint8Array();

  constructor(job: LaneJob) {
    this.#job = job;
  }

  isOpen({ entry }: ChunkAt): boolean {
    return this.#hash !== undefined && Buffer.compare(this.#hash, entry.hash) === 0;
  }

  /** The number of its record, where whoever asked for it said that. */
  get record(): number | undefined {
    return this.#record;
  }

  get opened(): Uint8Array {
    return this.#plain;
  }

  /** Compared with its hash. Valid until the next call. Throws ChunkError. */
  async plaintext(at: ChunkAt, record?: number): Promise<Uint8Array> {
    if (this.isOpen(at)) return this.#plain;
    this.#forget();
    this.#plain = await this.#open(at, this.#job.buffers);
    this.#hash = at.entry.hash;
    this.#record = record;
    return this.#plain;
  }

  /** The same into `space`, which it fills. What was opened before is no longer valid. */
  async openInto(at: ChunkAt, space: Uint8Array): Promise<void> {
    this.#forget();
    await this.#open(at, { stored: at.entry.isCompressed ? this.#job.buffers.stored : space, plain: space });
  }

  #forget(): void {
    this.#hash = undefined;
    this.#record = undefined;
  }

  async #open(at: ChunkAt, buffers: OpenBuffers): Promise<Uint8Array> {
    let plain: Uint8Array | undefined;
    await readChunks(this.#job, [at], async ({ sealed, pack }) => {
      plain = openPlain(pack, at, sealed, buffers);
    });
    if (!plain) throw new ChunkError('chunk-corrupt', at.entry.hash);
    return plain;
  }
}
