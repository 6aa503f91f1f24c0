import { Buffer } from 'node:buffer';
import { nonceLength, openWhole, tagLength } from '../crypto/aead.ts';
import { chosenAead } from '../crypto/chosen-aead.ts';
import { deriveKey } from '../crypto/derive-key.ts';
import { type BlobHeader, decodeHeader, encodeHeader, headerLength, type Magic } from './blob-header.ts';

const zeroNonce = Buffer.alloc(nonceLength);

export interface SealedBlobKind {
  readonly magic: Magic;
  readonly purpose: 'index' | 'manifest';
}

export const indexBlob: SealedBlobKind = { magic: 'XVLTINDX', purpose: 'index' };
export const manifestBlob: SealedBlobKind = { magic: 'XVLTMANI', purpose: 'manifest' };

/** A blob that is sealed as a whole and bound to its name (FORMAT.md 2.4, 2.5). The salt must be fresh. */
export function sealBlob(
  kind: SealedBlobKind,
  header: BlobHeader,
  dataKey: Uint8Array,
  name: string,
  body: Uint8Array,
): Buffer {
  const head = encodeHeader(kind.magic, header);
  const key = deriveKey(dataKey, header.salt, kind.purpose);
  const additional = Buffer.concat([head, Buffer.from(name, 'ascii')]);
  const blob = Buffer.allocUnsafe(head.length + body.length + tagLength);
  blob.set(head);
  chosenAead().seal({ key, nonce: zeroNonce, additional }, body, blob.subarray(head.length));
  key.fill(0);
  return blob;
}

/** Nothing where the bytes are not such a blob of that name, or not whole. `dataKeyFor` finds the data key by its id. */
export async function openBlob(
  kind: SealedBlobKind,
  bytes: Uint8Array,
  name: string,
  dataKeyFor: (keyId: Buffer) => Promise<Uint8Array | undefined>,
): Promise<Buffer | undefined> {
  const header = decodeHeader(kind.magic, bytes);
  const dataKey = header && (await dataKeyFor(header.keyId));
  if (!header || !dataKey) return undefined;
  const key = deriveKey(dataKey, header.salt, kind.purpose);
  const additional = Buffer.concat([bytes.subarray(0, headerLength), Buffer.from(name, 'ascii')]);
  const body = openWhole(chosenAead(), { key, nonce: zeroNonce, additional }, bytes.subarray(headerLength));
  key.fill(0);
  return body;
}
