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

export function encodeSegment(packs: readonly IndexedPack[]): Buffer {
  const writer = new ByteWriter(1024).varint(packs.length);
  for (const { packId, keyId, entries } of packs) encodeEntries(writer.raw(packId).raw(keyId), entries);
  return writer.finish();
}

/** Throws MalformedError. */
export function decodeSegment(body: Uint8Array): IndexedPack[] {
  const reader = new ByteReader(body);
  const count = reader.count(saltLength + keyIdLength + 1);
  const packs = Array.from({ length: count }, () => ({
    packId: reader.raw(saltLength),
    keyId: reader.raw(keyIdLength),
    entries: decodeEntries(reader),
  }));
  reader.end();
  return packs;
}
