import { constants, createDecipheriv, type KeyObject, privateDecrypt } from 'node:crypto';
import * as kms from '../messages/kms.ts';

interface Wrapping {
  readonly oaepHash: string;
  /** The material is wrapped under an AES key, which stands before it under RSA. */
  readonly hasAesKey: boolean;
}

const ALGORITHMS: Readonly<Record<string, Wrapping>> = {
  RSAES_OAEP_SHA_1: { oaepHash: 'sha1', hasAesKey: false },
  RSAES_OAEP_SHA_256: { oaepHash: 'sha256', hasAesKey: false },
  RSA_AES_KEY_WRAP_SHA_1: { oaepHash: 'sha1', hasAesKey: true },
  RSA_AES_KEY_WRAP_SHA_256: { oaepHash: 'sha256', hasAesKey: true },
};

export const isWrappingAlgorithm = (algorithm: string): boolean => Object.hasOwn(ALGORITHMS, algorithm);

/** The initial value of RFC 5649, AES key wrap with padding. */
const KEY_WRAP_IV = Buffer.from('a65959a6', 'hex');

/** Material from outside, unwrapped. Throws InvalidCiphertextException for what was not wrapped for this key. */
export function unwrapMaterial(key: KeyObject, wrapped: Uint8Array, algorithm: string): Uint8Array {
  const { oaepHash, hasAesKey } = ALGORITHMS[algorithm]!;
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const modulusBytes = key.asymmetricKeyDetails!.modulusLength! / 8;
  try {
    if (!hasAesKey) return privateDecrypt({ key, padding, oaepHash }, wrapped);
    const aesKey = privateDecrypt({ key, padding, oaepHash }, wrapped.subarray(0, modulusBytes));
    const decipher = createDecipheriv('id-aes256-wrap-pad', aesKey, KEY_WRAP_IV);
    aesKey.fill(0);
    const parts = [decipher.update(wrapped.subarray(modulusBytes)), decipher.final()];
    const material = Buffer.concat(parts);
    for (const part of parts) part.fill(0);
    return material;
  } catch {
    throw kms.importedMaterialUnreadable();
  }
}
