import * as kms from '../messages/kms.ts';
import { SecretBytes } from '../secrets/secret-bytes.ts';
import { encryptWith } from './encrypt-and-decrypt.ts';
import { generateKeyPair } from './generate-key-pair.ts';
import type { KeyParts } from './key-parts.ts';
import type { KeyRequest, KeyUse, UsedKey } from './key-service.ts';
import { materialKindOf } from './key-spec.ts';
import { findUsableKey } from './use-key.ts';

export interface DataKeyPairRequest extends KeyRequest {
  /** `RSA_2048`, `ECC_NIST_P256`, … */
  readonly pairSpec: string;
}

export interface DataKeyPair extends UsedKey {
  /** SubjectPublicKeyInfo in DER. */
  readonly publicKey: Uint8Array;
  /** PKCS #8 in DER. */
  readonly privateKey: SecretBytes;
  readonly wrapped: Uint8Array;
}

type PairAction = 'kms:GenerateDataKeyPair' | 'kms:GenerateDataKeyPairWithoutPlaintext';

/** A fresh pair, its private half open and wrapped. Throws as Encrypt does; the open form is then wiped. */
export async function generateDataKeyPair(
  parts: KeyParts,
  use: KeyUse,
  { pairSpec, ...request }: DataKeyPairRequest,
  action: PairAction = 'kms:GenerateDataKeyPair',
): Promise<DataKeyPair> {
  const kind = materialKindOf(pairSpec);
  if (kind === undefined || kind.type === 'secret' || kind.type === 'ml-dsa') throw kms.unsupportedSpec(pairSpec);
  const context = { 'kms:DataKeyPairSpec': pairSpec };
  await refuseEarly(parts, request, { use, action, context });
  const { privateKey: privateBytes, publicKey } = await generateKeyPair(kind);
  const privateKey = new SecretBytes(privateBytes);
  try {
    const sealed = await encryptWith(parts, { ...request, plaintext: privateKey.open() }, { use, action, context });
    const { ciphertext: wrapped, keyArn, materialId } = sealed;
    return { publicKey, privateKey, wrapped, keyArn, materialId };
  } catch (error) {
    privateKey.wipe();
    throw error;
  }
}

/** A pair costs up to seconds: who may not have one is told before it is made. */
async function refuseEarly(
  parts: KeyParts,
  { encryptionContext, isDryRun, ...name }: KeyRequest,
  question: { use: KeyUse; action: string; context: Readonly<Record<string, string>> },
): Promise<void> {
  const context = { 'kms:EncryptionAlgorithm': 'SYMMETRIC_DEFAULT', ...question.context };
  const algorithm = 'SYMMETRIC_DEFAULT';
  await findUsableKey(parts, name, { ...question, usage: 'ENCRYPT_DECRYPT', algorithm, context, encryptionContext });
  if (isDryRun) throw kms.dryRun();
}
