import type { Buffer } from 'node:buffer';
import { keyIdLength, saltLength } from './blob-header.ts';
import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { PackEntries } from './pack-entries.ts';

/** A pack as an index knows it. */
export interface IndexedPack {
  readonly packId: Buffer;
  readonly keyId: Buffer;
  readonly entries: PackEntries;
}

/** A pack that `prune` found unneeded at `since` (milliseconds since 1970). It has no entries where they are not known. */
export interface CondemnedPack extends IndexedPack {
  readonly since: number;
}

export interface CondemnedManifest {
  readonly id: string;
  readonly since: number;
}

/** What one index segment says (FORMAT.md 2.4). */
export interface IndexSegment {
  readonly packs: readonly IndexedPack[];
  /** Names of the segments on which it relies, `index/…`. */
  readonly parents: readonly string[];
  readonly condemnedPacks: readonly CondemnedPack[];
  readonly condemnedManifests: readonly CondemnedManifest[];
}

const folder = 'index/';

export function segmentName(salt: Buffer): string {
  return `${folder}${salt.toString('hex')}`;
}

/** A segment to be written; what is left out is none. */
export type NewSegment = Partial<IndexSegment>;

export function encodeSegment(segment: NewSegment): Buffer {
  const { packs = [], parents = [], condemnedPacks = [], condemnedManifests = [] } = segment;
  const writer = new ByteWriter(sizeOf(segment)).varint(packs.length);
  for (const { packId, keyId, entries } of packs) writer.raw(packId).raw(keyId).raw(entries.encoded);
  writer.varint(parents.length);
  for (const parent of parents) writer.raw(saltOf(parent));
  writer.varint(condemnedPacks.length);
  for (const { packId, keyId, since, entries } of condemnedPacks) {
    writer.raw(packId).raw(keyId).varint(since).raw(entries.encoded);
  }
  writer.varint(condemnedManifests.length);
  for (const { id, since } of condemnedManifests) writer.text(id).varint(since);
  return writer.finish();
}

/** About as many bytes as it takes, so that a large one is not moved while it grows. */
function sizeOf({ packs = [], parents = [], condemnedPacks = [] }: NewSegment): number {
  const ofPacks = [...packs, ...condemnedPacks].reduce((sum, { entries }) => sum + 64 + entries.encoded.length, 0);
  return 1024 + ofPacks + parents.length * saltLength;
}

/** Throws MalformedError. Its packs and their entries are views of `body`. */
export function decodeSegment(body: Uint8Array): IndexSegment {
  const reader = new ByteReader(body);
  const packs = listOf(reader, saltLength + keyIdLength + 1, readPack);
  // A body that ends here is of a vault that was written before segments named their parents.
  if (reader.remaining === 0) return { packs, parents: [], condemnedPacks: [], condemnedManifests: [] };
  const parents = listOf(reader, saltLength, () => segmentName(reader.raw(saltLength)));
  const condemnedPacks = listOf(reader, saltLength + keyIdLength + 2, readCondemned);
  const condemnedManifests = listOf(reader, 2, () => ({ id: reader.text(), since: reader.varint() }));
  reader.end();
  return { packs, parents, condemnedPacks, condemnedManifests };
}

function readPack(reader: ByteReader): IndexedPack {
  const packId = reader.raw(saltLength);
  const keyId = reader.raw(keyIdLength);
  return { packId, keyId, entries: PackEntries.read(reader, { inIndex: true }) };
}

function readCondemned(reader: ByteReader): CondemnedPack {
  const packId = reader.raw(saltLength);
  const keyId = reader.raw(keyIdLength);
  const since = reader.varint();
  return { packId, keyId, since, entries: PackEntries.read(reader, { inIndex: true }) };
}

function listOf<T>(reader: ByteReader, sizeMin: number, read: (reader: ByteReader) => T): T[] {
  return Array.from({ length: reader.count(sizeMin) }, () => read(reader));
}

function saltOf(name: string): Uint8Array {
  return Uint8Array.fromHex(name.slice(folder.length));
}
