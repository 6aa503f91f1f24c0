import { Buffer } from 'node:buffer';
import { type ByteReader, MalformedError } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import type { ChunkKind } from './chunk-kind.ts';
import { contentHashLength } from './content-hash-length.ts';
import { checkEntry, encodeEntry, entryLength, type PackEntry } from './pack-format.ts';

/** An entry whose hash begins at `hashAt` of `bytes`. */
export type EntryAt = Required<Omit<PackEntry, 'hash'>> & { readonly bytes: Buffer; readonly hashAt: number };

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * What a footer or an index says of the chunks of one pack, as it is written (FORMAT.md 2.3) and decoded as it is asked for: a million chunks are 42 MB so, and
 * as objects a third of a gigabyte.
 */
export class PackEntries implements Iterable<PackEntry> {
  /** With their number before them. */
  readonly encoded: Uint8Array;
  readonly count: number;
  readonly #first: number;

  private constructor(encoded: Uint8Array, count: number) {
    this.encoded = encoded;
    this.count = count;
    this.#first = encoded.length - count * entryLength;
  }

  static of(entries: readonly PackEntry[]): PackEntries {
    const writer = new ByteWriter(entries.length * entryLength + 8).varint(entries.length);
    for (const entry of entries) encodeEntry(writer, entry, entry.sealedLength);
    return new PackEntries(writer.finish(), entries.length);
  }

  /** Of a pack that was just sealed: its footer. */
  static ofFooter(footer: Uint8Array, count: number): PackEntries {
    return new PackEntries(footer, count);
  }

  /** A view of what is read, all of it checked. Throws MalformedError. */
  static read(reader: ByteReader, { inIndex }: { inIndex: boolean }): PackEntries {
    const start = reader.offset;
    const count = reader.count(entryLength);
    const bytes = reader.raw(count * entryLength);
    const flagsMax = inIndex ? 3 : 1;
    for (let at = 0; at < bytes.length; at += entryLength) checkEntry(bytes, at, flagsMax);
    return new PackEntries(reader.between(start, reader.offset), count);
  }

  /** A pack holds chunks of one kind only; nothing where it is not known which. */
  get kind(): ChunkKind | undefined {
    return this.count === 0 ? undefined : this.encoded[this.#first + contentHashLength] === 2 ? 2 : 1;
  }

  /** Free of the bytes that were read. */
  copy(): PackEntries {
    return new PackEntries(Uint8Array.from(this.encoded), this.count);
  }

  /** Tells each without making anything for it; what is told is true until `visit` returns. */
  forEach(visit: (entry: EntryAt) => void): void {
    const entry = this.#entry();
    for (let at = this.#first; at < entry.bytes.length; at += entryLength) {
      readEntry(entry, at);
      visit(entry);
    }
  }

  /** The hashes are views. */
  *[Symbol.iterator](): Generator<PackEntry> {
    const entry = this.#entry();
    const { bytes } = entry;
    for (let at = this.#first; at < bytes.length; at += entryLength) {
      readEntry(entry, at);
      const { kind, isCompressed, plainLength, sealedLength, isWithdrawn } = entry;
      yield {
        hash: bytes.subarray(at, at + contentHashLength),
        kind,
        isCompressed,
        plainLength,
        sealedLength,
        ...(isWithdrawn && { isWithdrawn }),
      };
    }
  }

  /** For `readEntry` to fill. */
  #entry(): Mutable<EntryAt> {
    const { buffer, byteOffset, length } = this.encoded;
    const bytes = Buffer.from(buffer, byteOffset, length);
    return {
      bytes,
      hashAt: 0,
      kind: 1,
      isCompressed: false,
      plainLength: 0,
      sealedLength: 0,
      isWithdrawn: false,
    };
  }
}

function readEntry(entry: Mutable<EntryAt>, at: number): void {
  const { bytes } = entry;
  const after = at + contentHashLength;
  const flags = bytes[after + 1]!;
  entry.hashAt = at;
  entry.kind = bytes[after] === 2 ? 2 : 1;
  entry.isCompressed = (flags & 1) !== 0;
  entry.isWithdrawn = flags > 1;
  entry.plainLength = bytes.readUInt32LE(after + 2);
  entry.sealedLength = bytes.readUInt32LE(after + 6);
}

/** Where an index says of a pack no more than its name. */
export const unknownEntries = PackEntries.of([]);

/** As `PackEntries.read`, for bytes that hold nothing else. Nothing where they are malformed. */
export function entriesOf(reader: ByteReader): PackEntries | undefined {
  try {
    const entries = PackEntries.read(reader, { inIndex: false });
    reader.end();
    return entries;
  } catch (error) {
    if (error instanceof MalformedError) return undefined;
    throw error;
  }
}
