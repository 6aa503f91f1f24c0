import type { Buffer } from 'node:buffer';
import { keyIdLength, saltLength } from './blob-header.ts';
import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { decodeEntries, encodeEntries, type PackEntry } from './pack-format.ts';

/** A pack as an index knows it. */
export interface IndexedPack {
  readonly packId: Buffer;
  readonly keyId: Buffer;
  readonly entries: readonly PackEntry[];
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

export function encodeSegment(segment: Pick<IndexSegment, 'packs' | 'parents'> & Partial<IndexSegment>): Buffer {
  const { packs, parents, condemnedPacks = [], condemnedManifests = [] } = segment;
  const writer = new ByteWriter(1024).varint(packs.length);
  for (const { packId, keyId, entries } of packs) encodeEntries(writer.raw(packId).raw(keyId), entries);
  writer.varint(parents.length);
  for (const parent of parents) writer.raw(saltOf(parent));
  writer.varint(condemnedPacks.length);
  for (const { packId, keyId, since, entries } of condemnedPacks) {
    encodeEntries(writer.raw(packId).raw(keyId).varint(since), entries);
  }
  writer.varint(condemnedManifests.length);
  for (const { id, since } of condemnedManifests) writer.text(id).varint(since);
  return writer.finish();
}

/** Throws MalformedError. */
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
  return {
    packId: reader.raw(saltLength),
    keyId: reader.raw(keyIdLength),
    entries: decodeEntries(reader, { inIndex: true }),
  };
}

function readCondemned(reader: ByteReader): CondemnedPack {
  const packId = reader.raw(saltLength);
  const keyId = reader.raw(keyIdLength);
  const since = reader.varint();
  return { packId, keyId, since, entries: decodeEntries(reader, { inIndex: true }) };
}

function listOf<T>(reader: ByteReader, sizeMin: number, read: (reader: ByteReader) => T): T[] {
  return Array.from({ length: reader.count(sizeMin) }, () => read(reader));
}

function saltOf(name: string): Uint8Array {
  return Uint8Array.fromHex(name.slice(folder.length));
}
