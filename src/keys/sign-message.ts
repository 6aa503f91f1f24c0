import { constants, type KeyObject, sign, verify } from 'node:crypto';
import * as kms from '../messages/kms.ts';
import { signDigestEcdsa, verifyDigestEcdsa } from './ecdsa-digest.ts';
import { signDigestRsa, verifyDigestRsa } from './rsa-digest.ts';

/** RAW is hashed here, DIGEST was hashed by the caller. */
export type MessageType = 'RAW' | 'DIGEST' | 'EXTERNAL_MU';

export interface SignedMessage {
  readonly message: Uint8Array;
  readonly messageType: MessageType;
  /** `RSASSA_PSS_SHA_256`, `ECDSA_SHA_384`, … */
  readonly algorithm: string;
}

type Scheme = 'pkcs1' | 'pss' | 'ecdsa' | 'pure';

interface Algorithm {
  readonly scheme: Scheme;
  readonly hash: string;
  readonly digestBytes: number;
}

function toAlgorithm(name: string): Algorithm {
  const bits = Number(name.slice(-3));
  const sized = { hash: `sha${bits}`, digestBytes: bits / 8 };
  if (name.startsWith('RSASSA_PKCS1')) return { scheme: 'pkcs1', ...sized };
  if (name.startsWith('RSASSA_PSS')) return { scheme: 'pss', ...sized };
  if (name.startsWith('ECDSA')) return { scheme: 'ecdsa', ...sized };
  return { scheme: 'pure', ...sized };
}

/** Throws ValidationException for a digest of another length, UnsupportedOperationException for what is not here. */
export function requireMessageFit({ message, messageType, algorithm }: SignedMessage): void {
  if (messageType === 'EXTERNAL_MU') throw kms.unsupported('MessageType EXTERNAL_MU');
  if (algorithm === 'ED25519_PH_SHA_512') throw kms.unsupported(`The signing algorithm ${algorithm}`);
  if (messageType === 'RAW') return;
  const { scheme, digestBytes } = toAlgorithm(algorithm);
  if (scheme === 'pure') throw kms.messageTypeUnfit({ messageType, algorithm });
  if (message.length !== digestBytes) throw kms.digestLengthUnfit(algorithm);
}

/** INVARIANT: key, algorithm and message fit together; ECDSA signatures are in DER. */
export function signMessage(key: KeyObject, { message, messageType, algorithm: name }: SignedMessage): Uint8Array {
  const algorithm = toAlgorithm(name);
  if (messageType === 'RAW') return sign(rawHash(algorithm), message, { key, ...rawOptions(algorithm) });
  if (algorithm.scheme === 'ecdsa') return signDigestEcdsa(key, message);
  return signDigestRsa(key, message, { ...algorithm, isPss: algorithm.scheme === 'pss' });
}

export function verifyMessage(
  key: KeyObject,
  { message, messageType, algorithm: name, signature }: SignedMessage & { signature: Uint8Array },
): boolean {
  const algorithm = toAlgorithm(name);
  if (!isWhole(key, signature, algorithm)) return false;
  if (messageType === 'RAW') return verify(rawHash(algorithm), message, { key, ...rawOptions(algorithm) }, signature);
  if (algorithm.scheme === 'ecdsa') return verifyDigestEcdsa(key, { digest: message, signature });
  return verifyDigestRsa(key, { digest: message, signature }, { ...algorithm, isPss: algorithm.scheme === 'pss' });
}

/** RFC 8017, 8.1.2 and 8.2.2: an RSA signature is as long as its modulus. OpenSSL lets a PSS signature pass without its leading zero byte. */
function isWhole(key: KeyObject, signature: Uint8Array, { scheme }: Algorithm): boolean {
  if (scheme !== 'pkcs1' && scheme !== 'pss') return true;
  return signature.length * 8 === key.asymmetricKeyDetails?.modulusLength;
}

/** Ed25519 and ML-DSA hash in their own way. */
const rawHash = ({ scheme, hash }: Algorithm): string | null => (scheme === 'pure' ? null : hash);

function rawOptions({ scheme }: Algorithm) {
  if (scheme === 'pkcs1') return { padding: constants.RSA_PKCS1_PADDING };
  if (scheme !== 'pss') return {};
  return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
}
