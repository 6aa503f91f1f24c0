import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { BlobStore } from '../../storage/blobs/blob-store.ts';
import { openMemoryBlobs } from '../../storage/blobs/memory-blobs.ts';
import { StorageError } from '../../storage/storage-error.ts';
import { chosenAead } from '../crypto/chosen-aead.ts';
import { wholePacksPerLane } from '../limits.ts';
import { LaneBuffers } from './lane-job.ts';
import { PackSink } from './pack-sink.ts';

const JOBS = 4;
const ROUNDS = 40;
const CHUNK_BYTES = 300_000;

/** Jobs of one lane that take turns, a few chunks at a time, on a store that takes whole blobs and some time. `failing`: the job whose packs it refuses. */
function jobsOfOneLane({ failing }: { failing?: number } = {}) {
  const used = new Set<ArrayBufferLike>();
  const lane = new LaneBuffers();
  const sinks = Array.from({ length: JOBS }, (_, job) => {
    const blobs: BlobStore = {
      ...openMemoryBlobs(),
      async put(_, bytes) {
        used.add((bytes as Uint8Array).buffer);
        await new Promise(setImmediate);
        if (job === failing) throw new StorageError('disk-full', { name: 'pack' });
      },
    };
    const keys = { keyId: randomBytes(16), dataKey: randomBytes(32) };
    return new PackSink({ aead: chosenAead(), blobs, prefix: 'p/', ...keys, packSize: 8_000_000 }, lane);
  });
  const add = async (sink: PackSink): Promise<void> => {
    const chunk = { hash: randomBytes(32), kind: 1, isCompressed: true, plainLength: CHUNK_BYTES } as const;
    await sink.add(chunk, Buffer.alloc(CHUNK_BYTES));
  };
  return { used, lane, sinks, add };
}

const chunksStored = (sink: PackSink): number => sink.takeStored().reduce((sum, { chunks }) => sum + chunks, 0);

test('many jobs of a lane fill few buffers, and all that they add is stored', async () => {
  const { used, sinks, add } = jobsOfOneLane();
  for (let round = 0; round < ROUNDS; round += 1) for (const sink of sinks) await add(sink);
  for (const sink of sinks) await sink.flush();
  expect(sinks.map(chunksStored)).toEqual(sinks.map(() => ROUNDS));
  expect(used.size).toBeLessThanOrEqual(wholePacksPerLane);
});

test('a job whose store fails tells it itself, and gives its buffer to the others', async () => {
  const { sinks, add } = jobsOfOneLane({ failing: 1 });
  const failed = new Set<number>();
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [job, sink] of sinks.entries()) if (!failed.has(job)) await add(sink).catch(() => failed.add(job));
  const ends = await Promise.allSettled(sinks.map((sink) => sink.flush()));
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  expect(sinks.map(chunksStored)).toEqual([ROUNDS, 0, ROUNDS, ROUNDS]);
});

test('buffers that nobody fills are given back to the system', async () => {
  const { lane, sinks, add } = jobsOfOneLane();
  for (const sink of sinks) await add(sink);
  for (const sink of sinks) await sink.abandon();
  const buffer = await lane.wholePacks.take(100_000, { yieldPack: async () => undefined });
  lane.wholePacks.give(buffer);
  lane.wholePacks.rest();
  expect(buffer.buffer.byteLength).toBe(0);
});
