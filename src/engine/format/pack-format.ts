import { Buffer } from 'node:buffer';
import { nonceLength, tagLength } from '../crypto/aead.ts';
import { chunkSizeMax } from '../limits.ts';
import { headerLength } from './blob-header.ts';
import { type ByteReader, MalformedError } from './byte-reader.ts';
import { type ByteWriter, varintLength } from './byte-writer.ts';
import { type ChunkKind, contentHashLength } from './content-hash.ts';

/** What a footer and an index say of one chunk. Offsets follow by adding up. */
export interface PackEntry {
  readonly hash: Buffer;
  readonly kind: ChunkKind;
  readonly isCompressed: boolean;
  readonly plainLength: number;
  /** With its tag. */
  readonly sealedLength: number;
  /** In an index: its bytes are there and nobody may find it (`prune`). */
  readonly isWithdrawn?: boolean;
}

export const entryLength = contentHashLength + 2 + 4 + 4;
export const trailerLength = 12;
export const trailerMagic = 'XVLTFOOT';
export const footerNonce = Buffer.alloc(nonceLength, 0xff);
export const chunkAdditionalLength = contentHashLength + 2 + 4;

/** `packs/3f/3f…` below the domain's prefix. */
export function packName(packId: Buffer): string {
  const hex = packId.toString('hex');
  return `packs/${hex.slice(0, 2)}/${hex}`;
}

export function chunkNonce(ordinal: number, into = Buffer.alloc(nonceLength)): Buffer {
  into.fill(0, 0, 8);
  into.writeUInt32LE(ordinal, 4);
  into.fill(0, 8);
  return into;
}

export function chunkAdditional(
  entry: Omit<PackEntry, 'sealedLength'>,
  into = Buffer.allocUnsafe(chunkAdditionalLength),
): Buffer {
  into.set(entry.hash);
  into[32] = entry.kind;
  into[33] = entry.isCompressed ? 1 : 0;
  into.writeUInt32LE(entry.plainLength, 34);
  return into;
}

export function footerAdditional(header: Uint8Array, footerOffset: number): Buffer {
  const offset = Buffer.alloc(8);
  offset.writeUInt32LE(footerOffset, 0);
  return Buffer.concat([header, offset]);
}

export function encodeEntries(writer: ByteWriter, entries: readonly PackEntry[]): ByteWriter {
  writer.varint(entries.length);
  for (const { hash, kind, isCompressed, plainLength, sealedLength, isWithdrawn } of entries) {
    writer
      .raw(hash)
      .u8(kind)
      .u8((isCompressed ? 1 : 0) | (isWithdrawn ? 2 : 0))
      .u32(plainLength)
      .u32(sealedLength);
  }
  return writer;
}

/** Throws MalformedError. The hashes are views of what was read. */
export function decodeEntries(reader: ByteReader, { inIndex = false } = {}): PackEntry[] {
  return [...eachEntry(reader, { inIndex })];
}

/** The same one by one, for those who keep none. */
export function* eachEntry(reader: ByteReader, { inIndex = false } = {}): Generator<PackEntry> {
  const count = reader.count(entryLength);
  for (let ordinal = 0; ordinal < count; ordinal += 1) {
    const hash = reader.raw(contentHashLength);
    const read: { kind: number; flags: number; flagsMax: number; plainLength: number; sealedLength: number } = {
      kind: reader.u8(),
      flags: reader.u8(),
      flagsMax: inIndex ? 3 : 1,
      plainLength: reader.u32(),
      sealedLength: reader.u32(),
    };
    check(read);
    const { kind, flags, plainLength, sealedLength } = read;
    const isCompressed = (flags & 1) !== 0;
    yield { hash, kind, isCompressed, plainLength, sealedLength, ...(flags > 1 && { isWithdrawn: true }) };
  }
}

/** Passes over entries and returns them as they are written, to be decoded later. Throws MalformedError as `decodeEntries` does. */
export function skipEntries(reader: ByteReader): Buffer {
  const start = reader.offset;
  const count = reader.count(entryLength);
  const bytes = reader.raw(count * entryLength);
  for (let at = contentHashLength; at < bytes.length; at += entryLength) {
    check({
      kind: bytes[at]!,
      flags: bytes[at + 1]!,
      flagsMax: 3,
      plainLength: bytes.readUInt32LE(at + 2),
      sealedLength: bytes.readUInt32LE(at + 6),
    });
  }
  return reader.between(start, reader.offset);
}

function check(entry: {
  kind: number;
  flags: number;
  flagsMax: number;
  plainLength: number;
  sealedLength: number;
}): asserts entry is typeof entry & { kind: ChunkKind } {
  const { kind, flags, flagsMax, plainLength, sealedLength } = entry;
  if (kind !== 1 && kind !== 2) throw new MalformedError('a chunk is of an unknown kind');
  if (
    flags > flagsMax ||
    plainLength > chunkSizeMax ||
    sealedLength < tagLength ||
    sealedLength > plainLength + tagLength
  ) {
    throw new MalformedError('a chunk has flags or a length that cannot be');
  }
}

/** How long a pack is whose footer begins at `footerOffset` and names so many chunks. A pack that is not has been altered. */
export function packSizeOf(footerOffset: number, chunkCount: number): number {
  return footerOffset + varintLength(chunkCount) + chunkCount * entryLength + tagLength + trailerLength;
}

/** Bytes of chunks in a pack, its header included: where its footer begins. */
export function footerOffsetOf(entries: readonly PackEntry[]): number {
  return entries.reduce((sum, entry) => sum + entry.sealedLength, headerLength);
}
