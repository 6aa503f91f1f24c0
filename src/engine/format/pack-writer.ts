import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { invariant } from '../../util/invariant.ts';
import { type Aead, nonceLength, tagLength } from '../crypto/aead.ts';
import { deriveKey } from '../crypto/derive-key.ts';
import { chunkSizeMax, packChunksMax } from '../limits.ts';
import { encodeHeader, headerLength, saltLength } from './blob-header.ts';
import { ByteWriter } from './byte-writer.ts';
import { PackEntries } from './pack-entries.ts';
import {
  chunkAdditional,
  chunkAdditionalLength,
  chunkNonce,
  encodeEntry,
  entryLength,
  footerAdditional,
  footerNonce,
  type PackEntry,
  trailerLength,
  trailerMagic,
} from './pack-format.ts';

/** A pack that is whole and sealed, ready to be stored. */
export interface FinishedPack {
  readonly packId: Buffer;
  readonly entries: PackEntries;
  /** What has not been taken yet: the whole pack, or its end. A view into the writer's buffer. */
  readonly bytes: Buffer;
  /** Of the whole pack. */
  readonly sizeBytes: number;
}

const footerRoom = 64 * 1024;
/** Room for the footer of some 12,000 chunks. */
const footerRoomOfPieces = 512 * 1024;
/** Sealed bytes that are handed on together. */
export const packPieceSize = 1024 * 1024;

/** The smallest buffer for packs of about `packSize`: the largest chunk fits into an empty one, and a footer behind the last. */
export function packBufferSize(packSize: number): number {
  return Math.max(packSize, chunkSizeMax) + footerRoom;
}

/** The buffer of a pack that is handed on piece by piece: it stays in the processor's cache, whatever the size of the pack. */
export const packPieceBufferSize = packPieceSize + chunkSizeMax + tagLength + footerRoomOfPieces;

/**
 * Seals chunks into one pack, in a buffer that the caller owns. The pack's id is drawn here and from the system, not from a `Random`
 * that is handed in: no nonce is ever used twice under a key only as long as no caller can repeat an id.
 */
export class PackWriter {
  readonly #aead: Aead;
  readonly #buffer: Buffer;
  readonly #size: number;
  readonly #key: Uint8Array;
  readonly #header: Buffer;
  readonly #packId = randomBytes(saltLength);
  /** What the footer will say of the chunks: a pack may have many, and the writer lives long. */
  readonly #entries = new ByteWriter(1024);
  readonly #nonce = Buffer.alloc(nonceLength);
  readonly #additional = Buffer.alloc(chunkAdditionalLength);
  #count = 0;
  /** Bytes that have been taken, and sealed ones that lie in the buffer. */
  #taken = 0;
  #length = headerLength;

  constructor(options: { aead: Aead; buffer: Buffer; size: number; keyId: Buffer; dataKey: Uint8Array }) {
    this.#aead = options.aead;
    this.#buffer = options.buffer;
    this.#size = options.size;
    this.#key = deriveKey(options.dataKey, this.#packId, 'pack');
    this.#header = encodeHeader('XVLTPACK', { keyId: options.keyId, salt: this.#packId });
    this.#header.copy(this.#buffer);
  }

  get packId(): Buffer {
    return this.#packId;
  }

  get count(): number {
    return this.#count;
  }

  /** Whether a chunk of `sealedLength` still belongs in here. An empty pack takes any. */
  hasRoom(sealedLength: number): boolean {
    if (this.#count === 0) return true;
    if (this.#count >= packChunksMax) return false;
    const footer = (this.#count + 1) * entryLength + 64 + tagLength + trailerLength;
    const end = this.#length + sealedLength;
    return this.#taken + end <= this.#size && end + footer <= this.#buffer.length;
  }

  /** How many sealed bytes lie in the buffer. */
  get pending(): number {
    return this.#length;
  }

  /** The sealed bytes that lie in the buffer, which is then used from its beginning: they must have been handed on before the next call. */
  takeBytes(): Buffer {
    const bytes = this.#buffer.subarray(0, this.#length);
    this.#taken += this.#length;
    this.#length = 0;
    return bytes;
  }

  /** Seals one chunk. `stored` is the zstd frame where it is compressed, else the chunk itself. Returns the sealed length. */
  add(chunk: Omit<PackEntry, 'sealedLength'>, stored: Uint8Array): number {
    const into = this.#buffer.subarray(this.#length, this.#length + stored.length + tagLength);
    const sealedLength = this.#seal(chunk, stored, into);
    this.#length += sealedLength;
    return sealedLength;
  }

  /** The same, straight to where it is handed on. All that came before must have been taken. */
  addInto(chunk: Omit<PackEntry, 'sealedLength'>, stored: Uint8Array, into: Uint8Array): number {
    invariant(this.#length === 0, 'a pack is handed on in order');
    const sealedLength = this.#seal(chunk, stored, into);
    this.#taken += sealedLength;
    return sealedLength;
  }

  #seal(chunk: Omit<PackEntry, 'sealedLength'>, stored: Uint8Array, into: Uint8Array): number {
    const sealedLength = stored.length + tagLength;
    invariant(into.length === sealedLength, 'a chunk fits into its pack');
    chunkNonce(this.#count, this.#nonce);
    chunkAdditional(chunk, this.#additional);
    this.#aead.seal({ key: this.#key, nonce: this.#nonce, additional: this.#additional }, stored, into);
    encodeEntry(this.#entries, chunk, sealedLength);
    this.#count += 1;
    return sealedLength;
  }

  /** Seals the footer and forgets the key. */
  finish(): FinishedPack {
    const footer = new ByteWriter(this.#entries.length + 8).varint(this.#count).raw(this.#entries.finish()).finish();
    const additional = footerAdditional(this.#header, this.#taken + this.#length);
    const sealedLength = footer.length + tagLength;
    const into = this.#buffer.subarray(this.#length, this.#length + sealedLength);
    this.#aead.seal({ key: this.#key, nonce: footerNonce, additional }, footer, into);
    const end = this.#length + sealedLength;
    this.#buffer.writeUInt32LE(sealedLength, end);
    this.#buffer.write(trailerMagic, end + 4, 'ascii');
    this.forget();
    const bytes = this.#buffer.subarray(0, end + trailerLength);
    const entries = PackEntries.ofFooter(footer, this.#count);
    return { packId: this.#packId, entries, bytes, sizeBytes: this.#taken + bytes.length };
  }

  /** Wipes the key of a pack that will not be finished. */
  forget(): void {
    this.#key.fill(0);
  }
}
