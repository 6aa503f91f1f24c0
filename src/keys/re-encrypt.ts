import { readCiphertextName } from './ciphertext.ts';
import { decryptWith, encryptWith } from './encrypt-and-decrypt.ts';
import { findKey } from './find-key.ts';
import type { KeyParts } from './key-parts.ts';
import type { DecryptRequest, KeyService, KeyUse } from './key-service.ts';
import { isRsaEncryption } from './rsa-encryption.ts';

/** Opens under one key and seals under another, each after its own yes; the plaintext is wiped, whatever happens. */
export async function reEncrypt(
  parts: KeyParts,
  use: KeyUse,
  { source, destination }: Parameters<KeyService['reEncrypt']>[1],
): ReturnType<KeyService['reEncrypt']> {
  const action = 'kms:ReEncryptTo';
  const found = await findKey(parts, { ...destination, principal: use.principal, action });
  const sourceId = await sourceKeyId(parts, use, source);
  const context = { 'kms:ReEncryptOnSameKey': String(found.key.id === sourceId) };
  const opened = await decryptWith(parts, source, { use, action: 'kms:ReEncryptFrom', context });
  try {
    const plaintext = opened.plaintext.open();
    const request = { ...destination, plaintext };
    const { ciphertext, ...destinationKey } = await encryptWith(parts, request, { use, action, context });
    const { keyArn, materialId } = opened;
    return { ciphertext, source: { keyArn, materialId }, destination: destinationKey };
  } finally {
    opened.plaintext.wipe();
  }
}

/** The id that a ciphertext carries; that of the key which the request names where it carries none. */
async function sourceKeyId(
  parts: KeyParts,
  { principal }: KeyUse,
  { ciphertext, algorithm, keyId, region }: DecryptRequest,
): Promise<string> {
  const isNamed = algorithm !== undefined && isRsaEncryption(algorithm) && keyId !== undefined;
  if (!isNamed) return readCiphertextName(ciphertext).keyId;
  return (await findKey(parts, { keyId, region, principal, action: 'kms:ReEncryptFrom' })).key.id;
}
