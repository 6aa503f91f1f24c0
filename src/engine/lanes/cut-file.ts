import type { ChunkTable } from '../domain/chunk-table.ts';
import { chunkSizeMax, imageBlockSize } from '../limits.ts';
import { hole } from './gather-files.ts';
import type { LaneJob } from './lane-job.ts';
import type { CutPiece, LaneTask, ReadFile } from './lane-protocol.ts';
import { isSameIdentity, isZero, look, type OpenFile, readUpTo, withFile } from './open-file.ts';
import { storeChunk } from './store-chunk.ts';

type CutTask = Extract<LaneTask, { type: 'cut' }>;

/**
 * Reads one stretch of a file, cuts it and stores the chunks. The outcome has the file's look before; it is settled where that is
 * the expected one, is the same afterwards, and all bytes were there. Missing bytes are given as a hole.
 */
export async function cutFile(job: LaneJob, table: ChunkTable, task: CutTask): Promise<ReadFile> {
  const read = await withFile(task.path, async (file): Promise<ReadFile> => {
    const { identity, isSparse, isRegular } = file;
    const pieces = await cutStretch(job, table, task, file);
    if (!Array.isArray(pieces)) return { isSparse, isSettled: false, ...pieces };
    const missing = task.length - pieces.reduce((sum, piece) => sum + piece.length, 0);
    const isSame = isSameIdentity(task.identity, identity) && isSameIdentity(identity, look(file.descriptor).identity);
    const isSettled = missing === 0 && (isSame || !isRegular);
    return { identity, isSparse, isSettled, pieces: missing > 0 ? [...pieces, hole(missing)] : pieces };
  });
  return 'isSettled' in read ? read : { isSparse: false, isSettled: false, ...read };
}

/** The window is filled, cut as far as cuts are certain, and what is left moves to its front. */
async function cutStretch(
  job: LaneJob,
  table: ChunkTable,
  { offset, length, by }: CutTask,
  file: OpenFile,
): Promise<CutPiece[] | { trouble: NonNullable<ReadFile['trouble']> }> {
  const window = job.buffers.window;
  const pieces: CutPiece[] = [];
  let filled = 0;
  let read = 0;
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
      const size =
        by === 'block' ? Math.min(imageBlockSize, filled - start) : job.buffers.chunker.cutLength(start, filled);
      pieces.push(await storePiece(job, table, window.subarray(start, start + size)));
      job.addBytesDone(size);
      start += size;
    }
    window.copyWithin(0, start, filled);
    filled -= start;
  }
  return pieces;
}

async function storePiece(job: LaneJob, table: ChunkTable, bytes: Uint8Array): Promise<CutPiece> {
  return isZero(bytes) ? hole(bytes.length) : storeChunk(job, table, bytes);
}
