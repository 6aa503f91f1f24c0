import { decapsulate as open, encapsulate as seal } from 'node:crypto';
import * as kms from '../messages/kms.ts';
import { SecretBytes } from '../secrets/secret-bytes.ts';
import { toPrivateKey, toPublicKey } from './key-halves.ts';
import { withMaterial } from './key-material.ts';
import type { KeyParts } from './key-parts.ts';
import type { KeyUse } from './key-service.ts';
import { findUsableKey, onlyMaterial, type UseQuestion } from './use-key.ts';

export interface EncapsulationRequest {
  readonly keyId: string;
  readonly region: string;
  /** `ML_KEM` */
  readonly algorithm: string;
  readonly isDryRun: boolean;
}

/** A fresh secret, open and for the holder of the private half alone. Throws as every use of a key does. */
export async function encapsulate(
  parts: KeyParts,
  use: KeyUse,
  request: EncapsulationRequest,
): Promise<{ keyArn: string; secret: SecretBytes; ciphertext: Uint8Array }> {
  const { key } = await findUsableKey(parts, request, toQuestion(use, 'kms:Encapsulate', request));
  if (request.isDryRun) throw kms.dryRun();
  const { sharedKey, ciphertext } = seal(toPublicKey(await onlyMaterial(parts, key)));
  return {
    keyArn: key.arn,
    secret: new SecretBytes(sharedKey),
    ciphertext: new Uint8Array(ciphertext),
  };
}

/**
 * The secret of a ciphertext. Throws InvalidCiphertextException for one of another length; an altered one gives another
 * secret, as ML-KEM has it.
 */
export async function decapsulate(
  parts: KeyParts,
  use: KeyUse,
  { ciphertext, ...request }: EncapsulationRequest & { ciphertext: Uint8Array },
): Promise<{ keyArn: string; secret: SecretBytes }> {
  const { key } = await findUsableKey(parts, request, toQuestion(use, 'kms:Decapsulate', request));
  if (request.isDryRun) throw kms.dryRun();
  const row = await onlyMaterial(parts, key);
  const secret = withMaterial(parts, row, (material) => {
    try {
      return new SecretBytes(open(toPrivateKey(material), ciphertext));
    } catch {
      throw kms.invalidCiphertext();
    }
  });
  return { keyArn: key.arn, secret };
}

const toQuestion = (use: KeyUse, action: string, { algorithm }: EncapsulationRequest): UseQuestion => ({
  use,
  action,
  usage: 'ENCAPSULATE_DECAPSULATE',
  algorithm,
  context: { 'kms:EncapsulationAlgorithm': algorithm },
});
