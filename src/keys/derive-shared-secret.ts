import { createPublicKey, diffieHellman, type KeyObject } from 'node:crypto';
import * as kms from '../messages/kms.ts';
import { SecretBytes } from '../secrets/secret-bytes.ts';
import type { KmsKeysTable } from '../storage/records/schema.ts';
import { toPrivateKey } from './key-halves.ts';
import { withMaterial } from './key-material.ts';
import type { KeyParts } from './key-parts.ts';
import type { KeyUse } from './key-service.ts';
import { materialKindOf } from './key-spec.ts';
import { findUsableKey, onlyMaterial } from './use-key.ts';

export interface SharedSecretRequest {
  readonly keyId: string;
  readonly region: string;
  /** `ECDH` */
  readonly algorithm: string;
  /** The other side's, as SubjectPublicKeyInfo in DER. */
  readonly publicKey: Uint8Array;
  readonly isDryRun: boolean;
}

/** Elliptic curve Diffie-Hellman. Throws ValidationException for a public key that is not on the key's curve. */
export async function deriveSharedSecret(
  parts: KeyParts,
  use: KeyUse,
  { algorithm, publicKey, isDryRun, ...name }: SharedSecretRequest,
): Promise<{ key: KmsKeysTable; secret: SecretBytes }> {
  const action = 'kms:DeriveSharedSecret';
  const context = { 'kms:KeyAgreementAlgorithm': algorithm };
  const { key } = await findUsableKey(parts, name, { use, action, usage: 'KEY_AGREEMENT', algorithm, context });
  const other = parsePublicKey(publicKey, key.spec);
  if (isDryRun) throw kms.dryRun();
  const row = await onlyMaterial(parts, key);
  const secret = withMaterial(parts, row, (material) =>
    diffieHellman({ privateKey: toPrivateKey(material), publicKey: other }),
  );
  return { key, secret: new SecretBytes(secret) };
}

function parsePublicKey(bytes: Uint8Array, spec: string): KeyObject {
  const kind = materialKindOf(spec);
  let key: KeyObject;
  try {
    key = createPublicKey({ key: Buffer.from(bytes), format: 'der', type: 'spki' });
  } catch {
    throw kms.publicKeyUnfit();
  }
  if (kind?.type !== 'ec' || key.asymmetricKeyDetails?.namedCurve !== kind.curve) throw kms.publicKeyUnfit();
  return key;
}
