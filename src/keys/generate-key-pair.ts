import { generateKeyPair as generate, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { MaterialKind } from './key-spec.ts';

export type PairKind = Exclude<MaterialKind, { type: 'secret' }>;

/** Both halves in DER: PKCS #8, and SubjectPublicKeyInfo. The caller wipes the first. */
export interface KeyPair {
  readonly privateKey: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** A fresh pair, by the cryptographic library's own chance. RSA takes up to seconds, beside the event loop. */
export async function generateKeyPair(kind: PairKind): Promise<KeyPair> {
  const { privateKey, publicKey } = await generateOf(kind);
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }),
  };
}

type Halves = { privateKey: KeyObject; publicKey: KeyObject };
const generateRsa = promisify(generate) as unknown as (
  type: 'rsa',
  options: { modulusLength: number },
) => Promise<Halves>;

async function generateOf(kind: PairKind): Promise<Halves> {
  switch (kind.type) {
    case 'rsa':
      return generateRsa('rsa', { modulusLength: kind.bits });
    case 'ec':
      return generateKeyPairSync('ec', { namedCurve: kind.curve });
    case 'ed25519':
      return generateKeyPairSync('ed25519');
    case 'ml-dsa':
      return generateKeyPairSync(kind.parameters);
    case 'ml-kem':
      return generateKeyPairSync(kind.parameters);
  }
}
