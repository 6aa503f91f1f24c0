import { tagLength } from '../crypto/aead.ts';
import { contentHash } from './content-hash.ts';
import { decompress } from './decompress.ts';
import type { PackEntry } from './pack-format.ts';
import type { PackReader } from './pack-reader.ts';

/** Room for one chunk as it was stored, and for its plaintext. */
export interface OpenBuffers {
  readonly stored: Uint8Array;
  readonly plain: Uint8Array;
}

/** A chunk's plaintext, compared with its hash, in one of two buffers of the caller; nothing where anything is wrong. */
export function openPlain(
  pack: PackReader,
  { entry, ordinal }: { readonly entry: PackEntry; readonly ordinal: number },
  sealed: Uint8Array,
  buffers: OpenBuffers,
): Uint8Array | undefined {
  if (!pack.openStored(entry, ordinal, sealed, buffers.stored)) return undefined;
  return plaintextOf(entry, buffers.stored.subarray(0, sealed.length - tagLength), buffers.plain);
}

/** From what was stored to the plaintext, compared with its hash; nothing where it differs. `into` is used where it must be decompressed. */
export function plaintextOf(entry: PackEntry, stored: Uint8Array, into: Uint8Array): Uint8Array | undefined {
  const plain = entry.isCompressed ? decompress(stored, into.subarray(0, entry.plainLength)) : stored;
  if (plain?.length !== entry.plainLength) return undefined;
  return contentHash(entry.kind, plain).equals(entry.hash) ? plain : undefined;
}
