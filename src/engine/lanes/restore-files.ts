import { Buffer } from 'node:buffer';
import { closeSync, constants, ftruncateSync, openSync, writeSync } from 'node:fs';
import { joinTreeWriter } from '../../resources/open-tree-writer.ts';
import type { TreeWriter } from '../../resources/tree-writer.ts';
import { startWriteback } from '../../storage/native/start-writeback.ts';
import { EngineError } from '../engine-error.ts';
import { sparseRunMin, writebackSize } from '../limits.ts';
import { ChunkError, type LaneJob } from './lane-job.ts';
import type { ChunkAt, RestoreFile, RestorePiece, RestoreTreeFile } from './lane-protocol.ts';
import { isZero } from './open-file.ts';
import { readChunks } from './read-chunks.ts';

/** Writes whole files of a tree. The writer is this lane's own, and keeps the troubles. */
export async function restoreTreeFiles(
  job: LaneJob,
  writer: TreeWriter,
  files: readonly RestoreTreeFile[],
): Promise<void> {
  const chunks = new LastChunk(job);
  for (const { path, entry, isSparse, pieces } of files) {
    job.stopIfAborted();
    const place = writer.temporaryFor(path);
    const { sizeBytes } = entry;
    await writeFile(job, chunks, { place, isCreated: true, sizeBytes, isSparse, pieces, zeros: [] });
    writer.finishFile(path, place, entry);
  }
}

/** Writes one file that is no part of a tree, or a stretch of a large one. */
export async function restorePart(job: LaneJob, file: RestoreFile): Promise<void> {
  await writeFile(job, new LastChunk(job), file);
}

export function openLaneTreeWriter(root: Uint8Array): TreeWriter {
  return joinTreeWriter(root);
}

const createFlags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
const findFlags = constants.O_WRONLY | constants.O_NOFOLLOW;

async function writeFile(job: LaneJob, chunks: LastChunk, file: RestoreFile): Promise<void> {
  const descriptor = refusable(() =>
    openSync(Buffer.from(file.place), file.isCreated ? createFlags : findFlags, 0o600),
  );
  try {
    let written = 0;
    let writingFrom = 0;
    for (const piece of file.pieces) {
      const plain = await chunks.plaintext(piece.at);
      const bytes = plain.subarray(piece.chunkOffset, piece.chunkOffset + piece.length);
      writeBytes(descriptor, bytes, piece, file.isSparse);
      written += piece.length;
      job.addBytesDone(piece.length);
      const end = piece.fileOffset + piece.length;
      if (written === piece.length) writingFrom = piece.fileOffset;
      if (end - writingFrom < writebackSize) continue;
      startWriteback(descriptor, writingFrom, end - writingFrom);
      writingFrom = end;
    }
    for (const { fileOffset, length } of file.zeros) writeZeros(job, descriptor, fileOffset, length);
    // Holes at the end, and zeros that were left out there, count for the size as well.
    if (file.isCreated && (file.isSparse || written < file.sizeBytes)) {
      refusable(() => ftruncateSync(descriptor, file.sizeBytes));
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Of a sparse file, long runs of zeros are left out, and what lies between them is written at once. */
function writeBytes(descriptor: number, bytes: Uint8Array, { fileOffset }: RestorePiece, isSparse: boolean): void {
  let start = 0;
  for (let at = 0; isSparse && at < bytes.length; at += sparseRunMin) {
    const end = Math.min(at + sparseRunMin, bytes.length);
    if (!isZero(bytes.subarray(at, end))) continue;
    writeAt(descriptor, bytes.subarray(start, at), fileOffset + start);
    start = end;
  }
  writeAt(descriptor, bytes.subarray(start), fileOffset + start);
}

function writeZeros(job: LaneJob, descriptor: number, fileOffset: number, length: number): void {
  const zeros = job.buffers.window.fill(0);
  for (let at = 0; at < length; at += zeros.length) {
    job.stopIfAborted();
    writeAt(descriptor, zeros.subarray(0, Math.min(zeros.length, length - at)), fileOffset + at);
  }
}

function writeAt(descriptor: number, bytes: Uint8Array, offset: number): void {
  let done = 0;
  while (done < bytes.length) {
    done += refusable(() => writeSync(descriptor, bytes, done, bytes.length - done, offset + done));
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

  /** Compared with its hash. Valid until the next call. Throws ChunkError. */
  async plaintext(at: ChunkAt): Promise<Uint8Array> {
    const { hash } = at.entry;
    if (this.#hash && Buffer.compare(this.#hash, hash) === 0) return this.#plain;
    this.#hash = undefined;
    await readChunks(this.#job, [at], async ({ sealed, pack }) => {
      const plain = pack.openPlain(at.entry, at.ordinal, sealed, this.#job.buffers);
      if (!plain) throw new ChunkError('chunk-corrupt', hash);
      this.#plain = plain;
    });
    this.#hash = hash;
    return this.#plain;
  }
}

/** The target's file system says no. */
function refusable<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new EngineError('target-refused', { code }, { cause: error });
  }
}
