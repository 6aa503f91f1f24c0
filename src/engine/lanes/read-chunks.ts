import { Buffer } from 'node:buffer';
import { StorageError } from '../../storage/storage-error.ts';
import { packName } from '../format/pack-format.ts';
import type { PackReader } from '../format/pack-reader.ts';
import { chunksReadAtOnce, readGapMax, readSpanMax } from '../limits.ts';
import { ChunkError } from './chunk-error.ts';
import type { LaneJob } from './lane-job.ts';
import type { ChunkAt } from './lane-protocol.ts';

/** A chunk as read, still sealed, and what opens it. Valid during the visit only. */
export interface SealedChunk {
  readonly at: ChunkAt;
  readonly sealed: Uint8Array;
  readonly pack: PackReader;
}

/**
 * Reads chunks in the order given, those that lie close together in one go. Throws ChunkError `pack-missing`, `pack-corrupt` (too
 * short) and `key-unavailable`.
 */
export async function readChunks(
  job: LaneJob,
  chunks: readonly ChunkAt[],
  visit: (chunk: SealedChunk) => Promise<void>,
): Promise<void> {
  let next = 0;
  while (next < chunks.length) {
    job.stopIfAborted();
    const span = spanFrom(chunks, next);
    const first = chunks[next]!;
    const pack = job.packReader(first);
    const bytes = await readSpan(job, first, span.length);
    for (const at of chunks.slice(next, next + span.count)) {
      const start = at.offset - first.offset;
      await visit({ at, sealed: bytes.subarray(start, start + at.entry.sealedLength), pack });
    }
    next += span.count;
  }
}

/** How many chunks from `first` on are read at once, and how many bytes that is. */
function spanFrom(chunks: readonly ChunkAt[], first: number): { count: number; length: number } {
  const start = chunks[first]!;
  let count = 1;
  let end = start.offset + start.entry.sealedLength;
  for (const next of chunks.slice(first + 1, first + chunksReadAtOnce)) {
    const nextEnd = next.offset + next.entry.sealedLength;
    const isNear = next.offset >= end && next.offset - end <= readGapMax && nextEnd - start.offset <= readSpanMax;
    if (!isNear || Buffer.compare(next.packId, start.packId) !== 0) break;
    end = nextEnd;
    count += 1;
  }
  return { count, length: end - start.offset };
}

async function readSpan(job: LaneJob, { packId, offset, entry }: ChunkAt, length: number): Promise<Uint8Array> {
  const { blobs, domain } = job.source;
  const name = `${domain.prefix}${packName(Buffer.from(packId))}`;
  try {
    const window = job.buffers.window.subarray(0, length);
    if (blobs.readInto) blobs.readInto(name, offset, window);
    else if (blobs.fetchInto) await blobs.fetchInto(name, offset, window);
    else return await blobs.get(name, { offset, length });
    return window;
  } catch (error) {
    throw chunkErrorOf(error, entry.hash);
  }
}

function chunkErrorOf(error: unknown, hash: Uint8Array): unknown {
  if (!(error instanceof StorageError)) return error;
  if (error.kind === 'blob-missing') return new ChunkError('pack-missing', hash);
  return error.kind === 'blob-truncated' ? new ChunkError('pack-corrupt', hash) : error;
}
