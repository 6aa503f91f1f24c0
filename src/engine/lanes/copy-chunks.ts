import { tagLength } from '../crypto/aead.ts';
import { ChunkError } from './chunk-error.ts';
import type { LaneJob } from './lane-job.ts';
import type { ChunkAt } from './lane-protocol.ts';
import { readChunks } from './read-chunks.ts';

/**
 * Opens chunks under their packs' keys and seals them under a new one's, with the same additional data: the bytes are neither
 * decompressed nor cut again. A chunk whose tag does not fit never reaches a pack.
 */
export async function copyChunks(job: LaneJob, chunks: readonly ChunkAt[]): Promise<void> {
  const { buffers } = job;
  await readChunks(job, chunks, async ({ at, sealed, pack }) => {
    job.stopIfAborted();
    const stored = buffers.stored.subarray(0, sealed.length - tagLength);
    if (!pack.openStored(at.entry, at.ordinal, sealed, stored)) throw new ChunkError('chunk-corrupt', at.entry.hash);
    await job.sink.add(at.entry, stored);
    job.addBytesDone(sealed.length);
  });
}
