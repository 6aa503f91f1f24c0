import { readCiphertextName } from './ciphertext.ts';
import { decryptWith, encryptWith } from './encrypt-and-decrypt.ts';
import { findKey } from './find-key.ts';
import type { KeyParts } from './key-parts.ts';
import type { KeyService, KeyUse } from './key-service.ts';

/** Opens under one key and seals under another, each after its own yes; the plaintext is wiped, whatever happens. */
export async function reEncrypt(
  parts: KeyParts,
  use: KeyUse,
  { source, destination }: Parameters<KeyService['reEncrypt']>[1],
): ReturnType<KeyService['reEncrypt']> {
  const action = 'kms:ReEncryptTo';
  const found = await findKey(parts, { ...destination, principal: use.principal, action });
  const isSameKey = found.key.id === readCiphertextName(source.ciphertext).keyId;
  const context = { 'kms:ReEncryptOnSameKey': String(isSameKey) };
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
