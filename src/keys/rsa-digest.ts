import {
  constants,
  createHash,
  type KeyObject,
  privateEncrypt,
  publicDecrypt,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/*
 * RSA signatures of a digest that somebody else computed, which node:crypto does not offer: the encodings of RFC 8017
 * (9.1 EMSA-PSS, 9.2 EMSA-PKCS1-v1_5) around its RSA primitive.
 */

export interface RsaScheme {
  readonly isPss: boolean;
  /** `sha256` */
  readonly hash: string;
  readonly digestBytes: number;
}

/** DigestInfo in DER, up to the digest itself (RFC 8017, 9.2, note 1). */
const DIGEST_INFO: Readonly<Record<string, Buffer>> = {
  sha256: Buffer.from('3031300d060960864801650304020105000420', 'hex'),
  sha384: Buffer.from('3041300d060960864801650304020205000430', 'hex'),
  sha512: Buffer.from('3051300d060960864801650304020305000440', 'hex'),
};

export function signDigestRsa(key: KeyObject, digest: Uint8Array, scheme: RsaScheme): Uint8Array {
  if (scheme.isPss) {
    const encoded = encodePss(digest, { ...scheme, modulusBits: modulusBitsOf(key) });
    return privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, encoded);
  }
  const info = Buffer.concat([DIGEST_INFO[scheme.hash]!, digest]);
  return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, info);
}

export function verifyDigestRsa(
  key: KeyObject,
  { digest, signature }: { digest: Uint8Array; signature: Uint8Array },
  scheme: RsaScheme,
): boolean {
  const padding = scheme.isPss ? constants.RSA_NO_PADDING : constants.RSA_PKCS1_PADDING;
  let opened: Buffer;
  try {
    opened = publicDecrypt({ key, padding }, signature);
  } catch {
    // Of another length, or not padded: nobody signed it with this key.
    return false;
  }
  if (scheme.isPss) return isPss(opened, digest, { ...scheme, modulusBits: modulusBitsOf(key) });
  return isEqual(opened, Buffer.concat([DIGEST_INFO[scheme.hash]!, digest]));
}

const modulusBitsOf = (key: KeyObject): number => key.asymmetricKeyDetails!.modulusLength!;

const isEqual = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other);

type PssShape = Pick<RsaScheme, 'hash' | 'digestBytes'> & { readonly modulusBits: number };

/*
 * The encoded message: masked (zeros, 01, salt) | hash of (eight zeros, digest, salt) | bc. The salt is as long as the
 * digest. All our moduli are whole bytes, so that one bit on the left stays clear.
 */
const TRAILER = 0xbc;

function encodePss(digest: Uint8Array, shape: PssShape): Buffer {
  const salt = randomBytes(shape.digestBytes);
  const hash = hashWithSalt(digest, salt, shape);
  const block = Buffer.alloc(shape.modulusBits / 8 - shape.digestBytes - 1);
  block[block.length - salt.length - 1] = 0x01;
  salt.copy(block, block.length - salt.length);
  mask(block, hash, shape);
  block[0]! &= 0x7f;
  return Buffer.concat([block, hash, Uint8Array.of(TRAILER)]);
}

function isPss(encoded: Buffer, digest: Uint8Array, shape: PssShape): boolean {
  const { modulusBits, digestBytes } = shape;
  const blockBytes = modulusBits / 8 - digestBytes - 1;
  if (encoded.length !== modulusBits / 8 || encoded.at(-1) !== TRAILER || encoded[0]! > 0x7f) return false;
  const block = Buffer.from(encoded.subarray(0, blockBytes));
  const hash = encoded.subarray(blockBytes, -1);
  mask(block, hash, shape);
  block[0]! &= 0x7f;
  const saltStart = blockBytes - digestBytes;
  const isPadded = block.subarray(0, saltStart - 1).every((byte) => byte === 0) && block[saltStart - 1] === 0x01;
  return isPadded && isEqual(hash, hashWithSalt(digest, block.subarray(saltStart), shape));
}

const hashWithSalt = (digest: Uint8Array, salt: Uint8Array, { hash }: PssShape): Buffer =>
  createHash(hash).update(Buffer.alloc(8)).update(digest).update(salt).digest();

/** MGF1 (RFC 8017, B.2.1), laid over the block in its place. */
function mask(block: Buffer, seed: Uint8Array, { hash, digestBytes }: PssShape): void {
  const counter = Buffer.alloc(4);
  for (let start = 0, at = 0; start < block.length; start += digestBytes, at += 1) {
    counter.writeUInt32BE(at);
    const part = createHash(hash).update(seed).update(counter).digest();
    for (let byte = 0; byte < part.length && start + byte < block.length; byte += 1)
      block[start + byte]! ^= part[byte]!;
  }
}
