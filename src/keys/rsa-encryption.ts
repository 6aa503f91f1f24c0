import { constants, privateDecrypt, publicEncrypt } from 'node:crypto';
import * as kms from '../messages/kms.ts';
import { SecretBytes } from '../secrets/secret-bytes.ts';
import type { KmsKeyMaterialTable, KmsKeysTable } from '../storage/records/schema.ts';
import { toPrivateKey, toPublicKey } from './key-halves.ts';
import { withMaterial } from './key-material.ts';
import type { KeyParts } from './key-parts.ts';

/* RSAES-OAEP, with MGF1 over the same hash and no label, as AWS KMS has it. Such a ciphertext does not name its key. */

const HASHES: Readonly<Record<string, { readonly name: string; readonly bytes: number }>> = {
  RSAES_OAEP_SHA_1: { name: 'sha1', bytes: 20 },
  RSAES_OAEP_SHA_256: { name: 'sha256', bytes: 32 },
};

export const isRsaEncryption = (algorithm: string): boolean => Object.hasOwn(HASHES, algorithm);

/** Throws ValidationException for a plaintext that the modulus has no room for. */
export function encryptRsa(
  { spec }: Pick<KmsKeysTable, 'spec'>,
  row: KmsKeyMaterialTable,
  { plaintext, algorithm }: { plaintext: Uint8Array; algorithm: string },
): Uint8Array {
  const hash = HASHES[algorithm]!;
  const key = toPublicKey(row);
  const modulusBytes = key.asymmetricKeyDetails!.modulusLength! / 8;
  const limit = modulusBytes - 2 * hash.bytes - 2;
  if (plaintext.length > limit) throw kms.plaintextTooLongForKey({ algorithm, spec, limit });
  return publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: hash.name }, plaintext);
}

/** Throws InvalidCiphertextException for what this key and algorithm did not encrypt. */
export function decryptRsa(
  parts: KeyParts,
  row: KmsKeyMaterialTable,
  { ciphertext, algorithm }: { ciphertext: Uint8Array; algorithm: string },
): SecretBytes {
  return withMaterial(parts, row, (material) => {
    const key = toPrivateKey(material);
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    try {
      return new SecretBytes(privateDecrypt({ key, padding, oaepHash: HASHES[algorithm]!.name }, ciphertext));
    } catch {
      throw kms.invalidCiphertext();
    }
  });
}
