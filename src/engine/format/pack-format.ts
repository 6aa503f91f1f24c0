import { Buffer } from 'node:buffer';
import { nonceLength, tagLength } from '../crypto/aead.ts';
import { chunkSizeMax } from '../limits.ts';
import { headerLength } from './blob-header.ts';
import { MalformedError } from './byte-reader.ts';
import { type ByteWriter, varintLength } from './byte-writer.ts';
import type { ChunkKind } from './chunk-kind.ts';
import { contentHashLength } from './content-hash-length.ts';

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

/** One of the entries, whose number has been written before them. */
export function encodeEntry(
  writer: ByteWriter,
  { hash, kind, isCompressed, plainLength, isWithdrawn }: Omit<PackEntry, 'sealedLength'>,
  sealedLength: number,
): void {
  writer
    .raw(hash)
    .u8(kind)
    .u8((isCompressed ? 1 : 0) | (isWithdrawn ? 2 : 0))
    .u32(plainLength)
    .u32(sealedLength);
}

/** Throws MalformedError where the entry that is written at `at` cannot be. */
export function checkEntry(bytes: Buffer, at: number, flagsMax: number): void {
  const after = at + contentHashLength;
  const kind = bytes[after];
  if (kind !== 1 && kind !== 2) throw new MalformedError('a chunk is of an unknown kind');
  const plainLength = bytes.readUInt32LE(after + 2);
  const sealedLength = bytes.readUInt32LE(after + 6);
  const isPossible = sealedLength >= tagLength && sealedLength <= plainLength + tagLength;
  if (bytes[after + 1]! > flagsMax || plainLength > chunkSizeMax || !isPossible) {
    throw new MalformedError('a chunk has flags or a length that cannot be');
  }
}

/** How long a pack is whose footer begins at `footerOffset` and names so many chunks. A pack that is not has been altered. */
export function packSizeOf(footerOffset: number, chunkCount: number): number {
  return footerOffset + varintLength(chunkCount) + chunkCount * entryLength + tagLength + trailerLength;
}

/** Bytes of chunks in a pack, its header included: where its footer begins. */
export function footerOffsetOf(entries: Iterable<PackEntry>): number {
  let offset = headerLength;
  for (const { sealedLength } of entries) offset += sealedLength;
  return offset;
}
