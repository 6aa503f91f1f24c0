import type { ChunkTable } from '../domain/chunk-table.ts';
import { chunkSizeMax } from '../limits.ts';
import type { LaneJob } from './lane-job.ts';
import type { CutPiece, ReadFile, SmallFile } from './lane-protocol.ts';
import { isFresh, isSameIdentity, isZero, look, type OpenFile, readUpTo, tickLeftMs, withFile } from './open-file.ts';
import { storeChunk } from './store-chunk.ts';

interface Gathered {
  readonly file: ReadFile;
  /** Where its bytes lie in the window; nothing where it has none. */
  readonly offset: number;
  readonly length: number;
}

/** Reads small files one after the other into one chunk. Each gets its own outcome, in the same order. */
export async function gatherFiles(job: LaneJob, table: ChunkTable, files: readonly SmallFile[]): Promise<ReadFile[]> {
  const window = job.buffers.window.subarray(0, chunkSizeMax);
  const gathered: Gathered[] = [];
  let filled = 0;
  for (const file of files) {
    job.stopIfAborted();
    const one = await gatherOne(file, window.subarray(filled), { offset: filled, job });
    gathered.push(one);
    filled += one.length;
    if (!one.file.hasOutgrown) job.addBytesDone(one.file.identity?.sizeBytes ?? 0);
  }
  const chunk = filled > 0 ? await storeChunk(job, table, window.subarray(0, filled)) : undefined;
  return gathered.map((one) => withPieces(one, chunk));
}

async function gatherOne(
  file: SmallFile,
  into: Uint8Array,
  { offset, job }: { offset: number; job: LaneJob },
): Promise<Gathered> {
  const read = await withFile(file.path, job, async (open) => readStable(open, into, job));
  if (!('length' in read)) return { file: { isSparse: false, isSettled: false, ...read }, offset, length: 0 };
  const length = isZero(into.subarray(0, read.length)) ? 0 : read.length;
  return { file: read.file, offset, length };
}

type Stable = { file: ReadFile; length: number } | { trouble: NonNullable<ReadFile['trouble']> };

/** Reads a file that looks the same before and after, and rested before. Tries twice; then takes what it read and says so. */
function readStable(file: OpenFile, into: Uint8Array, job: LaneJob): Stable {
  if (!file.isRegular) return { trouble: { kind: 'changed', detail: 'it is no longer a file' } };
  let before = file.identity;
  let { isRestless, openedNs } = file;
  for (let attempt = 1; ; attempt += 1) {
    if (before.sizeBytes > into.length) {
      return { file: { identity: before, isSparse: file.isSparse, isSettled: false, hasOutgrown: true }, length: 0 };
    }
    const count = readUpTo(file, into.subarray(0, before.sizeBytes), 0);
    if (typeof count !== 'number') return count;
    const { identity: after, isSparse } = look(file.descriptor);
    const isSettled = !isRestless && isSameIdentity(before, after) && count === before.sizeBytes;
    if (isSettled)
      return {
        file: { identity: before, isSparse, isSettled, isFresh: isFresh(before.ctimeNs, openedNs) },
        length: count,
      };
    if (attempt === 2) {
      const trouble = { kind: 'changed', detail: 'it changed while it was read, twice' } as const;
      return { file: { identity: { ...after, sizeBytes: count }, isSparse, isSettled, trouble }, length: count };
    }
    before = after;
    isRestless = tickLeftMs(after, job) > 0;
    openedNs = job.nowNs();
  }
}

function withPieces({ file, offset, length }: Gathered, chunk: CutPiece | undefined): ReadFile {
  if (!file.identity || file.hasOutgrown) return file;
  if (chunk && length > 0) return { ...file, pieces: [{ ...chunk, offset, length }] };
  const { sizeBytes } = file.identity;
  return { ...file, pieces: sizeBytes === 0 ? [] : [hole(sizeBytes)] };
}

export function hole(length: number): CutPiece {
  return { length, offset: 0, plainLength: 0, sealedLength: 0 };
}
