import type { Buffer } from 'node:buffer';
import { keyIdLength, saltLength } from './blob-header.ts';
import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { decodeEntries, eachEntry, encodeEntries, type PackEntry, skipEntries } from './pack-format.ts';

/** A pack whose entries may be decoded as they are asked for. */
export interface ListedPack {
  readonly packId: Buffer;
  readonly keyId: Buffer;
  readonly entries: Iterable<PackEntry>;
  /** The entries as they are written, where they are at hand. */
  readonly encoded?: Uint8Array;
}

/** A pack as an index knows it. */
export interface IndexedPack extends ListedPack {
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

export type NewSegment = Omit<Partial<IndexSegment>, 'packs'> & {
  readonly packs: readonly ListedPack[];
  readonly parents: readonly string[];
};

export function encodeSegment(segment: NewSegment): Buffer {
  const { packs, parents, condemnedPacks = [], condemnedManifests = [] } = segment;
  const writer = new ByteWriter(1024).varint(packs.length);
  for (const { packId, keyId, entries, encoded } of packs) {
    writer.raw(packId).raw(keyId);
    if (encoded) writer.raw(encoded);
    else encodeEntries(writer, [...entries]);
  }
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
  return decode(body, readPack);
}

/** The same for those who keep no entries: they are checked at once, and decoded one by one. */
export function listSegment(body: Uint8Array): Omit<IndexSegment, 'packs'> & { readonly packs: readonly ListedPack[] } {
  return decode(body, listPack);
}

function decode<P>(
  body: Uint8Array,
  readPackOf: (reader: ByteReader) => P,
): Omit<IndexSegment, 'packs'> & { readonly packs: readonly P[] } {
  const reader = new ByteReader(body);
  const packs = listOf(reader, saltLength + keyIdLength + 1, readPackOf);
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

function listPack(reader: ByteReader): ListedPack {
  const packId = reader.raw(saltLength);
  const keyId = reader.raw(keyIdLength);
  return encodedPack({ packId, keyId, encoded: skipEntries(reader) });
}

/** A pack whose entries are decoded one by one, each time anew. */
export function encodedPack(pack: { packId: Buffer; keyId: Buffer; encoded: Uint8Array }): ListedPack {
  const each = (): Generator<PackEntry> => eachEntry(new ByteReader(pack.encoded), { inIndex: true });
  return { ...pack, entries: { [Symbol.iterator]: each } };
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
