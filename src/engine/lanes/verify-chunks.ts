import { Buffer } from 'node:buffer';
import { StorageError } from '../../storage/storage-error.ts';
import { packName } from '../format/pack-format.ts';
import { readPackFooter } from '../format/pack-reader.ts';
import { openPlain } from '../format/plaintext-of.ts';
import { ChunkError } from './chunk-error.ts';
import type { LaneJob } from './lane-job.ts';
import type { ChunkAt, Illness } from './lane-protocol.ts';
import { readChunks } from './read-chunks.ts';

/** Reads, opens, decompresses and compares each chunk. What is ill is returned, not thrown. */
export async function verifyChunks(job: LaneJob, chunks: readonly ChunkAt[]): Promise<Illness[]> {
  const illnesses: Illness[] = [];
  try {
    await readChunks(job, chunks, async ({ at, sealed, pack }) => {
      job.stopIfAborted();
      const plain = openPlain(pack, at, sealed, job.buffers);
      if (!plain) illnesses.push({ kind: 'chunk-corrupt', hash: at.entry.hash, packId: at.packId });
      job.addBytesDone(at.entry.plainLength);
    });
  } catch (error) {
    if (!(error instanceof ChunkError)) throw error;
    if (chunks.length > 1) return verifyOneByOne(job, chunks);
    illnesses.push(illnessOf(error, chunks[0]!));
  }
  return illnesses;
}

/** After a read of many that failed: which of them it was. One at a time, since they share the lane's buffers. */
async function verifyOneByOne(job: LaneJob, chunks: readonly ChunkAt[]): Promise<Illness[]> {
  const illnesses: Illness[] = [];
  for (const chunk of chunks) illnesses.push(...(await verifyChunks(job, [chunk])));
  return illnesses;
}

function illnessOf({ kind, hash }: ChunkError, { packId }: ChunkAt): Illness {
  const known = kind === 'pack-missing' || kind === 'pack-corrupt' ? kind : 'chunk-corrupt';
  return { kind: known, hash, packId };
}

/** Whether a pack's header, footer and trailer are whole: what `recover` would need of it. */
export async function verifyPack(job: LaneJob, { packId }: { packId: Uint8Array }): Promise<Illness[]> {
  const { blobs, domain } = job.source;
  const pack = { blobs, name: `${domain.prefix}${packName(Buffer.from(packId))}`, packId: Buffer.from(packId) };
  try {
    const footer = await readPackFooter(job.aead, pack, async (keyId) => job.sourceKey(keyId));
    return footer ? [] : [{ kind: 'pack-corrupt', packId }];
  } catch (error) {
    if (!(error instanceof StorageError && error.kind === 'blob-missing')) throw error;
    return [{ kind: 'pack-missing', packId }];
  }
}
