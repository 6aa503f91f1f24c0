import * as kms from '../messages/kms.ts';
import { SecretBytes } from '../secrets/secret-bytes.ts';
import { encryptWith } from './encrypt-and-decrypt.ts';
import type { KeyParts } from './key-parts.ts';
import type { DataKeyRequest, KeyUse, WrappedDataKey } from './key-service.ts';
import { DATA_KEY_BYTES_MAX } from './limits.ts';

/** A fresh data key, open and wrapped. Throws as Encrypt does; the open form is then wiped. */
export async function generateDataKey(
  parts: KeyParts,
  use: KeyUse,
  request: DataKeyRequest,
  action: 'kms:GenerateDataKey' | 'kms:GenerateDataKeyWithoutPlaintext' = 'kms:GenerateDataKey',
): Promise<WrappedDataKey & { plaintext: SecretBytes }> {
  const { sizeBytes = 32, ...keyRequest } = request;
  if (sizeBytes < 1 || sizeBytes > DATA_KEY_BYTES_MAX) throw kms.dataKeySizeUnclear();
  const plaintext = new SecretBytes(parts.random.bytes(sizeBytes));
  try {
    const sealed = await encryptWith(parts, { ...keyRequest, plaintext: plaintext.open() }, { use, action });
    const { ciphertext: wrapped, keyArn, materialId } = sealed;
    return { plaintext, wrapped, keyArn, materialId };
  } catch (error) {
    plaintext.wipe();
    throw error;
  }
}

/** The same without the open form, under a permission of its own. */
export async function generateDataKeyWithoutPlaintext(
  parts: KeyParts,
  use: KeyUse,
  request: DataKeyRequest,
): Promise<WrappedDataKey> {
  const { plaintext, ...wrapped } = await generateDataKey(parts, use, request, 'kms:GenerateDataKeyWithoutPlaintext');
  plaintext.wipe();
  return wrapped;
}
