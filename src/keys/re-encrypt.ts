import { readCiphertextName } from './ciphertext.ts';
import { decryptWith, encryptWith } from './encrypt-and-decrypt.ts';
import { findKey } from './find-key.ts';
import type { KeyParts } from './key-parts.ts';
import type { KeyService, KeyUse } from './key-service.ts';

/** Opens under one key and seals under another; both have been asked before anything is opened, and the plaintext is wiped. */
export async function reEncrypt(
  parts: KeyParts,
  use: KeyUse,
  { source, destination }: Parameters<KeyService['reEncrypt']>[1],
): ReturnType<KeyService['reEncrypt']> {
  const { account } = use.principal;
  const found = await findKey(parts, { keyId: destination.keyId, account, region: destination.region });
  const isSameKey = found.key.id === readCiphertextName(source.ciphertext).keyId;
  const context = { 'kms:ReEncryptOnSameKey': String(isSameKey) };
  const opened = await decryptWith(parts, source, { use, action: 'kms:ReEncryptFrom', context });
  try {
    const plaintext = opened.plaintext.open();
    const question = { use, action: 'kms:ReEncryptTo', context };
    const { ciphertext, ...destinationKey } = await encryptWith(parts, { ...destination, plaintext }, question);
    const { keyArn, materialId } = opened;
    return { ciphertext, source: { keyArn, materialId }, destination: destinationKey };
  } finally {
    opened.plaintext.wipe();
  }
}
