import { Buffer } from 'node:buffer';
import { closeSync, constants, ftruncateSync, openSync } from 'node:fs';
import { joinTreeWriter } from '../../resources/open-tree-writer.ts';
import type { TreeWriter } from '../../resources/tree-writer.ts';
import { directSizeMin } from '../limits.ts';
import { openDirectWriter } from './direct-writer.ts';
import { ChunkError, type LaneJob } from './lane-job.ts';
import type { ChunkAt, RestoreFile, RestoreTreeFile } from './lane-protocol.ts';
import { openCachedWriter, refusable, writeAt } from './place-writer.ts';
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
    const written = await writePieces(job, chunks, { ...file, descriptor });
    for (const { fileOffset, length } of file.zeros) writeZeros(job, descriptor, fileOffset, length);
    // Holes at the end, and zeros that were left out there, count for the size as well.
    if (file.isCreated && (file.isSparse || written < file.sizeBytes)) {
      refusable(() => ftruncateSync(descriptor, file.sizeBytes));
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Returns how many bytes that were. */
async function writePieces(
  job: LaneJob,
  chunks: LastChunk,
  file: RestoreFile & { readonly descriptor: number },
): Promise<number> {
  const bytesToWrite = file.pieces.reduce((sum, piece) => sum + piece.length, 0);
  const direct = bytesToWrite >= directSizeMin ? openDirectWriter(file, () => job.buffers.directBlocks) : undefined;
  const writer = direct ?? openCachedWriter(file.descriptor, file);
  try {
    for (const piece of file.pieces) {
      const plain = await chunks.plaintext(piece.at);
      await writer.write(plain.subarray(piece.chunkOffset, piece.chunkOffset + piece.length), piece.fileOffset);
      job.addBytesDone(piece.length);
    }
    await writer.finish();
  } finally {
    await writer.close();
  }
  return bytesToWrite;
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
