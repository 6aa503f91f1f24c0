import { Buffer } from 'node:buffer';
import { closeSync, constants, ftruncateSync, openSync } from 'node:fs';
import { joinTreeWriter } from '../../resources/open-tree-writer.ts';
import type { TreeWriter } from '../../resources/tree-writer.ts';
import type { OpenBuffers } from '../format/pack-reader.ts';
import { directSizeMin } from '../limits.ts';
import { openDirectWriter } from './direct-writer.ts';
import { ChunkError, type LaneJob } from './lane-job.ts';
import type { ChunkAt, RestoreFile, RestorePiece, RestoreTreeFile } from './lane-protocol.ts';
import { openCachedWriter, type PlaceWriter, refusable, writeAt } from './place-writer.ts';
import { readChunks } from './read-chunks.ts';

/**
 * Writes whole files of a tree. The writer is this lane's own, and keeps the troubles. When it returns, the lane's buffers are free for other work;
 * all is written when `done` says so.
 */
export async function restoreTreeFiles(
  job: LaneJob,
  writer: TreeWriter,
  files: readonly RestoreTreeFile[],
): Promise<Restored> {
  const chunks = new LastChunk(job);
  const running: Promise<void>[] = [];
  try {
    for (const { path, entry, isSparse, pieces } of files) {
      job.stopIfAborted();
      const place = writer.temporaryFor(path);
      const { sizeBytes } = entry;
      const open = await writeFile(job, chunks, { place, isCreated: true, sizeBytes, isSparse, pieces, zeros: [] });
      if (open.isDirect) running.push(handled(open.finish().then(() => writer.finishFile(path, place, entry))));
      else {
        // Nothing is under way: the next small file need not wait for a turn of the event loop.
        await open.finish();
        writer.finishFile(path, place, entry);
      }
    }
  } catch (error) {
    await Promise.allSettled(running);
    throw error;
  }
  return { done: handled(Promise.all(running).then(nothing)) };
}

/** Writes one file that is no part of a tree, or a stretch of a large one. */
export async function restorePart(job: LaneJob, file: RestoreFile): Promise<Restored> {
  const open = await writeFile(job, new LastChunk(job), file);
  return { done: handled(open.finish()) };
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

export function openLaneTreeWriter(root: Uint8Array): TreeWriter {
  return joinTreeWriter(root);
}

const createFlags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
const findFlags = constants.O_WRONLY | constants.O_NOFOLLOW;

/** A file whose bytes have all been handed out. */
interface WrittenFile {
  /** Bytes may still be on their way to the disk. */
  readonly isDirect: boolean;
  /** Waits for them, gives the file its size and closes it. */
  finish(): Promise<void>;
}

async function writeFile(job: LaneJob, chunks: LastChunk, file: RestoreFile): Promise<WrittenFile> {
  const descriptor = refusable(() =>
    openSync(Buffer.from(file.place), file.isCreated ? createFlags : findFlags, 0o600),
  );
  const written = file.pieces.reduce((sum, piece) => sum + piece.length, 0);
  let writer: PlaceWriter | undefined;
  const close = async (): Promise<void> => {
    await writer?.close();
    closeSync(descriptor);
  };
  try {
    const target = { ...file, descriptor };
    const direct = written >= directSizeMin ? openDirectWriter(target, () => job.buffers.directMemory) : undefined;
    writer = direct ?? openCachedWriter(descriptor, file);
    await writePieces(job, chunks, { pieces: file.pieces, writer });
    for (const { fileOffset, length } of file.zeros) writeZeros(job, descriptor, fileOffset, length);
    return {
      isDirect: direct !== undefined,
      finish: () => finishFile(file, { descriptor, writer: writer!, written }).finally(close),
    };
  } catch (error) {
    await close();
    throw error;
  }
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
  // Holes at the end, and zeros that were left out there, count for the size as well.
  if (file.isCreated && (file.isSparse || written < file.sizeBytes)) {
    refusable(() => ftruncateSync(descriptor, file.sizeBytes));
  }
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
  #plain: Uint8Array = new Uint8Array();

  constructor(job: LaneJob) {
    this.#job = job;
  }

  isOpen({ entry }: ChunkAt): boolean {
    return this.#hash !== undefined && Buffer.compare(this.#hash, entry.hash) === 0;
  }

  /** Compared with its hash. Valid until the next call. Throws ChunkError. */
  async plaintext(at: ChunkAt): Promise<Uint8Array> {
    if (this.isOpen(at)) return this.#plain;
    this.#hash = undefined;
    this.#plain = await this.#open(at, this.#job.buffers);
    this.#hash = at.entry.hash;
    return this.#plain;
  }

  /** The same into `space`, which it fills. What was opened before is no longer valid. */
  async openInto(at: ChunkAt, space: Uint8Array): Promise<void> {
    this.#hash = undefined;
    await this.#open(at, { stored: at.entry.isCompressed ? this.#job.buffers.stored : space, plain: space });
  }

  async #open(at: ChunkAt, buffers: OpenBuffers): Promise<Uint8Array> {
    let plain: Uint8Array | undefined;
    await readChunks(this.#job, [at], async ({ sealed, pack }) => {
      plain = pack.openPlain(at.entry, at.ordinal, sealed, buffers);
    });
    if (!plain) throw new ChunkError('chunk-corrupt', at.entry.hash);
    return plain;
  }
}
