import type { ChunkTable } from '../domain/chunk-table.ts';
import { chunkSizeMax } from '../limits.ts';
import { type Gathered, type GatheredFiles, packGathered, pathsOf } from './gathered-files.ts';
import type { LaneJob } from './lane-job.ts';
import type { ReadFile } from './lane-protocol.ts';
import {
  isFresh,
  isSameIdentity,
  isZero,
  look,
  type OpenFile,
  readUpTo,
  tickLeftMs,
  withFile,
  withRestedFile,
} from './open-file.ts';
import { storeChunk } from './store-chunk.ts';

/** Reads small files one after the other into one chunk. Each gets its own outcome, in the same order. */
export async function gatherFiles(job: LaneJob, table: ChunkTable, paths: Uint8Array): Promise<GatheredFiles> {
  const window = job.buffers.window.subarray(0, chunkSizeMax);
  const gathered: Gathered[] = [];
  let filled = 0;
  for (const path of pathsOf(paths)) {
    job.stopIfAborted();
    const space = window.subarray(filled);
    const read = (file: OpenFile): Stable => readStable(file, space, job);
    const stable = withRestedFile(path, job, read) ?? (await withFile(path, job, async (file) => read(file)));
    const one = gatheredOf(stable, space, filled);
    gathered.push(one);
    filled += one.length;
    if (!one.file.hasOutgrown) job.addBytesDone(one.file.identity?.sizeBytes ?? 0);
  }
  const chunk = filled > 0 ? await storeChunk(job, table, window.subarray(0, filled)) : undefined;
  return packGathered(gathered, chunk);
}

function gatheredOf(read: Stable, space: Uint8Array, offset: number): Gathered {
  if (!('length' in read)) return { file: { isSparse: false, isSettled: false, ...read }, offset, length: 0 };
  const length = isZero(space.subarray(0, read.length)) ? 0 : read.length;
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
    openedNs = job.nowNs();
    isRestless = tickLeftMs(after, openedNs) > 0;
  }
}
