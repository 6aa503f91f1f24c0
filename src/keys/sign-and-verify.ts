import * as kms from '../messages/kms.ts';
import { toPrivateKey, toPublicKey } from './key-halves.ts';
import { withMaterial } from './key-material.ts';
import type { KeyParts } from './key-parts.ts';
import type { KeyUse } from './key-service.ts';
import { requireMessageFit, type SignedMessage, signMessage, verifyMessage } from './sign-message.ts';
import { findUsableKey, onlyMaterial, type UseQuestion } from './use-key.ts';

export interface SignRequest extends SignedMessage {
  readonly keyId: string;
  readonly region: string;
  readonly isDryRun: boolean;
}

/** Throws as every use of a key does, and ValidationException for a message that does not fit the algorithm. */
export async function sign(
  parts: KeyParts,
  use: KeyUse,
  request: SignRequest,
): Promise<{ keyArn: string; signature: Uint8Array }> {
  const { key } = await findUsableKey(parts, request, toQuestion(use, 'kms:Sign', request));
  requireMessageFit(request);
  if (request.isDryRun) throw kms.dryRun();
  const row = await onlyMaterial(parts, key);
  const signature = withMaterial(parts, row, (material) => signMessage(toPrivateKey(material), request));
  return { keyArn: key.arn, signature };
}

/** Returns where the signature is the message's; else throws KMSInvalidSignatureException. */
export async function verify(
  parts: KeyParts,
  use: KeyUse,
  request: SignRequest & { signature: Uint8Array },
): Promise<{ keyArn: string }> {
  const { key } = await findUsableKey(parts, request, toQuestion(use, 'kms:Verify', request));
  requireMessageFit(request);
  if (request.isDryRun) throw kms.dryRun();
  const row = await onlyMaterial(parts, key);
  if (!verifyMessage(toPublicKey(row), request)) throw kms.invalidSignature();
  return { keyArn: key.arn };
}

const toQuestion = (use: KeyUse, action: string, { algorithm, messageType }: SignRequest): UseQuestion => ({
  use,
  action,
  usage: 'SIGN_VERIFY',
  algorithm,
  context: { 'kms:SigningAlgorithm': algorithm, 'kms:MessageType': messageType },
});
