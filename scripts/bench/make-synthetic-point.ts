/**
 * Makes, as a process of its own, a vault with recovery points of very many tiny chunks: what index and tree cost does not depend on the
 * chunks' size, and a terabyte of real ones fits on no disk. `day-1` has all chunks; each later day has others in a few places.
 */
import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import { chosenAead } from '../../src/engine/crypto/chosen-aead.ts';
import { DomainIndex } from '../../src/engine/domain/domain-index.ts';
import { storeManifest } from '../../src/engine/domain/manifest-store.ts';
import { OpenDomain } from '../../src/engine/domain/open-domain.ts';
import { PackPublisher } from '../../src/engine/domain/pack-publisher.ts';
import { chunkKind } from '../../src/engine/format/chunk-kind.ts';
import { contentHash } from '../../src/engine/format/content-hash.ts';
import { LaneBuffers } from '../../src/engine/lanes/lane-job.ts';
import { PackSink } from '../../src/engine/lanes/pack-sink.ts';
import { packSizeSmallest } from '../../src/engine/limits.ts';
import { ContentBuilder } from '../../src/engine/tree/content-builder.ts';
import { noTotals } from '../../src/engine/tree/node.ts';
import { NodeSink } from '../../src/engine/tree/node-sink.ts';
import { SpareBuffer } from '../../src/engine/tree/spare-buffer.ts';
import { openDiskBlobs } from '../../src/storage/blobs/disk-blobs.ts';
import { fileKeys } from './file-keys.ts';
import type { SyntheticPoint } from './synthetic-point.ts';

const CHUNK_BYTES = 64;
/** Where a day's changes lie: as many places, each a run of chunks. */
const PLACES = 10;

const { workspace, chunks, changed, days } = JSON.parse(process.argv[2] ?? '') as SyntheticPoint;
const domain = await OpenDomain.openOrCreate({
  id: 'source',
  blobs: openDiskBlobs(join(workspace, 'source')),
  prefix: 'bench/vault/',
  keys: fileKeys(join(workspace, 'source.key')),
});
await domain.settle();
const { blobs } = domain;
const index = new DomainIndex(domain);
const { keyId, dataKey } = domain.current;
const prefix = domain.domain.prefix;
const options = { aead: chosenAead(), blobs, prefix, keyId, dataKey, packSize: packSizeSmallest };
const packs = new PackSink(options, new LaneBuffers());
const fail = (error: unknown): void => {
  throw error;
};
const publisher = new PackPublisher({ domain, index, fail });
const settleChunks = async (): Promise<void> => {
  await packs.flush();
  publisher.add(packs.takeStored());
  await publisher.flush();
};
const spare = new SpareBuffer();
/** Pieces of day 1, which most of each later day are as well. */
const first: Awaited<ReturnType<typeof makePiece>>[] = [];
for (let day = 1; day <= days; day += 1) await makePoint(day);
domain.close();

async function makePoint(day: number): Promise<void> {
  const sink = new NodeSink({ domain, index, settleChunks, spare });
  const builder = new ContentBuilder(sink);
  for (let number = 0; number < chunks; number += 1) await builder.add(await piece(number, day));
  const content = await builder.finish({ inNode: true });
  await sink.flush();
  sink.close();
  const totals = 'list' in content ? content.list.totals : noTotals;
  const sizeBytes = chunks * CHUNK_BYTES;
  const identity = { mtimeNs: 0n, ctimeNs: 0n, inode: 0n };
  const root = { nature: 'disk-image', sizeBytes, identity, content } as const;
  await storeManifest(domain, `day-${day}`, { root, totals, about: {}, troubles: [], troubleCount: 0 });
}

async function piece(number: number, day: number) {
  if (day > 1 && isChanged(number)) return makePiece(number, day);
  first[number] ??= await makePiece(number, 1);
  return first[number];
}

async function makePiece(number: number, day: number) {
  const bytes = Buffer.alloc(CHUNK_BYTES);
  bytes.writeUInt32LE(number, 0);
  bytes.writeUInt32LE(day, 4);
  const hash = contentHash(chunkKind.data, bytes);
  const known = index.table.find(hash);
  const entry = { hash, kind: chunkKind.data, isCompressed: false, plainLength: CHUNK_BYTES };
  const sealedLength = known < 0 ? await packs.add(entry, bytes) : index.table.sealedLengthAt(known);
  publisher.add(packs.takeStored());
  return { chunk: { hash, plainLength: CHUNK_BYTES, sealedLength }, offset: 0, length: CHUNK_BYTES };
}

function isChanged(number: number): boolean {
  const apart = Math.floor(chunks / PLACES);
  return number % apart < Math.ceil(changed / PLACES);
}
