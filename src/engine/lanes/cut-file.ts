import { dataRanges } from '../../resources/native/data-ranges.ts';
import { Chunker } from '../cutting/chunker.ts';
import type { ChunkTable } from '../domain/chunk-table.ts';
import { chunkSizeMax, imageBlockSize } from '../limits.ts';
import { hole } from './gathered-files.ts';
import { type LaneJob, windowSize } from './lane-job.ts';
import type { CutPiece, LaneTask, ReadFile } from './lane-protocol.ts';
import { isFresh, isSameIdentity, isZero, look, type OpenFile, readUpTo, withFile } from './open-file.ts';
import { storeChunk } from './store-chunk.ts';

type CutTask = Extract<LaneTask, { type: 'cut' }>;

/**
 * Reads one stretch of a file, cuts it and stores the chunks. The outcome has the file's look before; it is settled where that is
 * the expected one, had rested, is the same afterwards, and all bytes were there. Missing bytes are given as a hole.
 */
export async function cutFile(job: LaneJob, table: ChunkTable, task: CutTask): Promise<ReadFile> {
  const read = await withFile(task.path, job, async (file): Promise<ReadFile> => {
    const { identity, isSparse, isRegular, isRestless } = file;
    const before = job.ownBytes;
    const cut = await cutStretch(job, table, task, file);
    const readBytes = job.ownBytes - before;
    if ('trouble' in cut) return { isSparse, isSettled: false, ...cut };
    const { pieces, hasStopped } = cut;
    const cutLength = pieces.reduce((sum, piece) => sum + piece.length, 0);
    const missing = hasStopped ? 0 : task.length - cutLength;
    const isSame = isSameIdentity(task.identity, identity) && isSameIdentity(identity, look(file.descriptor).identity);
    const isSettled = missing === 0 && ((isSame && !isRestless) || !isRegular);
    const whole = missing > 0 ? [...pieces, hole(missing)] : pieces;
    return {
      identity,
      isSparse,
      isSettled,
      isFresh: isFresh(identity.ctimeNs, file.openedNs),
      pieces: whole,
      unreadBytes: cutLength + missing - readBytes,
      hasStopped,
    };
  });
  return 'isSettled' in read ? read : { isSparse: false, isSettled: false, ...read };
}

/** Cuts what the file system does not call a hole. */
async function cutStretch(
  job: LaneJob,
  table: ChunkTable,
  task: CutTask,
  file: OpenFile,
): Promise<{ pieces: CutPiece[]; hasStopped: boolean } | { trouble: NonNullable<ReadFile['trouble']> }> {
  const { stopAfter = Number.POSITIVE_INFINITY } = task;
  const pieces: CutPiece[] = [];
  const before = job.ownBytes;
  for (const part of partsOf(task, file)) {
    const left = stopAfter - (job.ownBytes - before);
    if (left <= 0) return { pieces, hasStopped: true };
    if (part.isHole) {
      pieces.push(hole(part.length));
      continue;
    }
    const cut = await cutPart(job, table, { ...task, ...part, stopAfter: left }, file);
    if ('trouble' in cut) return cut;
    pieces.push(...cut.pieces);
    if (cut.hasStopped) return { pieces, hasStopped: true };
  }
  return { pieces, hasStopped: false };
}

interface Part {
  readonly offset: number;
  readonly length: number;
  readonly isHole: boolean;
}

/** Holes that are too short to be worth the smaller chunks around them are data. In an image, parts begin and end between blocks. */
function* partsOf({ offset, length, by }: CutTask, file: OpenFile): Generator<Part> {
  const end = offset + length;
  const step = by === 'block' ? imageBlockSize : 1;
  let at = offset;
  let start = offset;
  for (const data of file.isSparse ? dataRanges(file.descriptor, end, offset) : [{ offset, length }]) {
    const dataStart = Math.max(offset, Math.floor(data.offset / step) * step);
    if (dataStart - at >= chunkSizeMax) {
      if (at > start) yield { offset: start, length: at - start, isHole: false };
      yield { offset: at, length: dataStart - at, isHole: true };
      start = dataStart;
    }
    at = Math.min(end, Math.ceil((data.offset + data.length) / step) * step);
  }
  if (end - at < chunkSizeMax) at = end;
  if (at > start) yield { offset: start, length: at - start, isHole: false };
  if (end > at) yield { offset: at, length: end - at, isHole: true };
}

/** The window is filled, cut as far as cuts are certain, and what is left moves to its front. */
async function cutPart(
  job: LaneJob,
  table: ChunkTable,
  { offset, length, by, stopAfter }: CutTask & { stopAfter: number },
  file: OpenFile,
): Promise<{ pieces: CutPiece[]; hasStopped: boolean } | { trouble: NonNullable<ReadFile['trouble']> }> {
  const chunker = by === 'content' ? chunkerOf(job) : undefined;
  const window = job.buffers.window;
  const pieces: CutPiece[] = [];
  let filled = 0;
  let read = 0;
  let done = 0;
  let isEnd = false;
  while (!isEnd || filled > 0) {
    const wanted = Math.min(window.length - filled, length - read);
    const count = readUpTo(file, window.subarray(filled, filled + wanted), offset + read);
    if (typeof count !== 'number') return count;
    filled += count;
    read += count;
    isEnd = count < wanted || read === length;
    let start = 0;
    while (start < filled && (isEnd || filled - start >= chunkSizeMax)) {
      job.stopIfAborted();
      const size = chunker ? chunker.cutLength(start, filled) : Math.min(imageBlockSize, filled - start);
      pieces.push(await storePiece(job, table, window.subarray(start, start + size)));
      job.addBytesDone(size);
      start += size;
      done += size;
      if (done >= stopAfter && done < length) return { pieces, hasStopped: true };
    }
    window.copyWithin(0, start, filled);
    filled -= start;
  }
  return { pieces, hasStopped: false };
}

function chunkerOf({ buffers }: LaneJob): Chunker {
  buffers.chunker ??= new Chunker(windowSize);
  return buffers.chunker;
}

async function storePiece(job: LaneJob, table: ChunkTable, bytes: Uint8Array): Promise<CutPiece> {
  return isZero(bytes) ? hole(bytes.length) : storeChunk(job, table, bytes);
}
