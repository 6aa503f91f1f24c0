import * as kms from '../messages/kms.ts';
import { SecretsError } from '../secrets/secrets-error.ts';
import { generateKeyPair } from './generate-key-pair.ts';
import type { KeyParts } from './key-parts.ts';
import { materialKindOf } from './key-spec.ts';
import { isWrappingAlgorithm } from './unwrap-material.ts';

const DAY_MS = 86_400_000;

/** What an import token holds, sealed under our own key: nothing about it rests with us. */
export interface ImportToken {
  readonly keyArn: string;
  readonly algorithm: string;
  /** PKCS #8 in DER, base64: what the material is wrapped for. */
  readonly privateKey: string;
  readonly expiresAt: number;
}

const PURPOSE = 'kms import token';

/** Good for 24 hours, as AWS has it. */
export async function issueImportToken(
  { sealer, clock }: KeyParts,
  { keyArn, algorithm, spec }: { keyArn: string; algorithm: string; spec: string },
): Promise<{ token: Uint8Array; publicKey: Uint8Array; expiresAt: number }> {
  const kind = materialKindOf(spec);
  if (kind?.type !== 'rsa') throw kms.unsupported(`The wrapping key spec ${spec}`);
  if (!isWrappingAlgorithm(algorithm)) throw kms.unsupported(`The wrapping algorithm ${algorithm}`);
  const { privateKey, publicKey } = await generateKeyPair(kind);
  const expiresAt = clock.now() + DAY_MS;
  const content: ImportToken = { keyArn, algorithm, privateKey: Buffer.from(privateKey).toString('base64'), expiresAt };
  privateKey.fill(0);
  return { token: sealer.seal(Buffer.from(JSON.stringify(content)), PURPOSE), publicKey, expiresAt };
}

/** Throws InvalidImportTokenException for one that is none of ours or another key's, ExpiredImportTokenException. */
export function openImportToken({ sealer, clock }: KeyParts, token: Uint8Array, keyArn: string): ImportToken {
  const content = parseToken(sealer, token);
  if (content.keyArn !== keyArn) throw kms.importTokenInvalid();
  if (content.expiresAt <= clock.now()) throw kms.importTokenExpired();
  return content;
}

function parseToken(sealer: KeyParts['sealer'], token: Uint8Array): ImportToken {
  try {
    const opened = sealer.open(token, PURPOSE);
    const content = JSON.parse(Buffer.from(opened.open()).toString()) as ImportToken;
    opened.wipe();
    return content;
  } catch (error) {
    if (error instanceof SecretsError) throw kms.importTokenInvalid();
    throw error;
  }
}
