import type { ChunkTable } from '../domain/chunk-table.ts';
import { chunkKind } from '../format/chunk-kind.ts';
import { Compressor } from '../format/compression.ts';
import { contentHash } from '../format/content-hash.ts';
import type { LaneJob } from './lane-job.ts';
import type { CutPiece } from './lane-protocol.ts';

/** Stores a chunk of data, unless the domain or this job has it already. Returns it as one whole piece. */
export async function storeChunk(job: LaneJob, table: ChunkTable, plaintext: Uint8Array): Promise<CutPiece> {
  const hash = contentHash(chunkKind.data, plaintext);
  const plainLength = plaintext.length;
  const sealedLength = knownLength(job, table, hash) ?? (await seal(job, hash, plaintext));
  return { hash, plainLength, sealedLength, offset: 0, length: plainLength };
}

function knownLength(job: LaneJob, table: ChunkTable, hash: Uint8Array): number | undefined {
  const record = table.find(hash);
  return record >= 0 ? table.sealedLengthAt(record) : job.claims.find(hash);
}

async function seal(job: LaneJob, hash: Buffer, plaintext: Uint8Array): Promise<number> {
  job.buffers.compressor ??= new Compressor();
  const frame = job.buffers.compressor.compress(plaintext);
  const chunk = { hash, kind: chunkKind.data, isCompressed: frame !== undefined, plainLength: plaintext.length };
  const sealedLength = await job.sink.add(chunk, frame ?? plaintext);
  job.claims.claim(hash, sealedLength);
  return sealedLength;
}
