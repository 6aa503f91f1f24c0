import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { BeginOptions, BlobStore } from '../../storage/blobs/blob-store.ts';
import { openMemoryBlobs } from '../../storage/blobs/memory-blobs.ts';
import { chosenAead } from '../crypto/chosen-aead.ts';
import { LaneBuffers } from './lane-job.ts';
import type { PastCache } from './lane-protocol.ts';
import { PackSink } from './pack-sink.ts';

/** How the packs were begun that come of chunks which are stored in so many of 300,000 bytes. */
async function begun(pastCache: PastCache, { storedLength, chunks }: { storedLength: number; chunks: number }) {
  const begins: BeginOptions[] = [];
  const blobs: BlobStore = {
    ...openMemoryBlobs(),
    async begin(_, options = {}) {
      begins.push(options);
      return { async write() {}, async finish() {}, async abandon() {} };
    },
  };
  const keys = { keyId: randomBytes(16), dataKey: randomBytes(32) };
  const options = { aead: chosenAead(), blobs, prefix: 'p/', ...keys, packSize: 8_000_000, inPieces: true, pastCache };
  const sink = new PackSink(options, new LaneBuffers());
  for (let number = 0; number < chunks; number += 1) {
    const chunk = { hash: randomBytes(32), kind: 1, isCompressed: true, plainLength: 300_000 } as const;
    await sink.add(chunk, Buffer.alloc(storedLength));
  }
  await sink.flush();
  expect(sink.takeStored().length).toBe(begins.length);
  return begins.map((one) => one.pastCache);
}

const half = { storedLength: 150_000, chunks: 100 };
const most = { storedLength: 151_000, chunks: 100 };

test('packs that need not stay in memory are those of content of which half is stored, or all', async () => {
  expect(await begun('none', half)).toEqual([false, false]);
  expect(await begun('compressed', half)).toEqual([true, true]);
  expect(await begun('compressed', most)).toEqual([false, false]);
  expect(await begun('all', most)).toEqual([true, true]);
});

test('a pack of less than a piece always may', async () => {
  expect(await begun('all', { storedLength: 100_000, chunks: 9 })).toEqual([false]);
});
