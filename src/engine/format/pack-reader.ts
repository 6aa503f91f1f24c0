import { Buffer } from 'node:buffer';
import type { BlobStore } from '../../storage/blobs/blob-store.ts';
import { StorageError } from '../../storage/storage-error.ts';
import { type Aead, nonceLength, openWhole } from '../crypto/aead.ts';
import { deriveKey } from '../crypto/derive-key.ts';
import { packSizeReadMax } from '../limits.ts';
import { decodeHeader, headerLength } from './blob-header.ts';
import { ByteReader } from './byte-reader.ts';
import { entriesOf, type PackEntries } from './pack-entries.ts';
import {
  chunkAdditional,
  chunkAdditionalLength,
  chunkNonce,
  footerAdditional,
  footerNonce,
  footerOffsetOf,
  type PackEntry,
  trailerLength,
  trailerMagic,
} from './pack-format.ts';

/** Opens chunks of one pack. `close` forgets the key. */
export class PackReader {
  readonly #aead: Aead;
  readonly #key: Uint8Array;
  readonly #nonce = Buffer.alloc(nonceLength);
  readonly #additional = Buffer.alloc(chunkAdditionalLength);

  constructor(options: { aead: Aead; packId: Buffer; dataKey: Uint8Array }) {
    this.#aead = options.aead;
    this.#key = deriveKey(options.dataKey, options.packId, 'pack');
  }

  /** What was stored of a chunk (maybe a zstd frame), into the caller's buffer. False where the tag does not fit. */
  openStored(entry: PackEntry, ordinal: number, sealed: Uint8Array, into: Uint8Array): boolean {
    const nonce = chunkNonce(ordinal, this.#nonce);
    const input = { key: this.#key, nonce, additional: chunkAdditional(entry, this.#additional) };
    return this.#aead.open(input, sealed, into);
  }

  /** The entries of a pack's footer, which lies at `footerOffset`; nothing where it is not whole. */
  openFooter(header: Uint8Array, footerOffset: number, sealed: Uint8Array): PackEntries | undefined {
    const additional = footerAdditional(header, footerOffset);
    const plain = openWhole(this.#aead, { key: this.#key, nonce: footerNonce, additional }, sealed);
    return plain && entriesOf(new ByteReader(plain));
  }

  close(): void {
    this.#key.fill(0);
  }
}

/**
 * A pack's own account of itself, read from its two ends: what `recover` starts from and `verify` looks at. Nothing where it is not whole.
 * Throws StorageError `blob-missing`.
 */
export async function readPackFooter(
  aead: Aead,
  { blobs, name, packId }: { blobs: BlobStore; name: string; packId: Buffer },
  dataKeyFor: (keyId: Buffer) => Promise<Uint8Array | undefined>,
): Promise<{ readonly keyId: Buffer; readonly entries: PackEntries } | undefined> {
  const size = await blobs.size(name);
  if (size === undefined) throw new StorageError('blob-missing', { name });
  const trailerOffset = size - trailerLength;
  if (trailerOffset < headerLength || size > packSizeReadMax) return undefined;
  const header = Buffer.from(await blobs.get(name, { offset: 0, length: headerLength }));
  const trailer = Buffer.from(await blobs.get(name, { offset: trailerOffset, length: trailerLength }));
  const footerOffset = trailerOffset - trailer.readUInt32LE(0);
  const decoded = decodeHeader('XVLTPACK', header);
  if (!decoded?.salt.equals(packId) || footerOffset < headerLength) return undefined;
  const dataKey = await dataKeyFor(decoded.keyId);
  if (!dataKey || trailer.toString('latin1', 4) !== trailerMagic) return undefined;
  const sealed = await blobs.get(name, { offset: footerOffset, length: trailerOffset - footerOffset });
  const reader = new PackReader({ aead, packId, dataKey });
  const entries = reader.openFooter(header, footerOffset, sealed);
  reader.close();
  if (!entries || footerOffsetOf(entries) !== footerOffset) return undefined;
  return { keyId: decoded.keyId, entries };
}
