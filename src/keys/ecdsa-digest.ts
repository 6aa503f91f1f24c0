import { createECDH, type KeyObject, randomBytes } from 'node:crypto';
import { encodeEcdsaSignature, parseEcdsaSignature } from './ecdsa-signature.ts';
import { type Curve, combine, curveOf, inverse, modulo, type Point } from './elliptic-curve.ts';

/*
 * ECDSA over a digest that somebody else computed (FIPS 186-5, 6.4), which node:crypto does not offer. The secret
 * multiplication of the base point is OpenSSL's; what is left of the secrets is blinded before it meets arithmetic
 * whose time depends on its numbers.
 */

export function signDigestEcdsa(key: KeyObject, digest: Uint8Array): Uint8Array {
  const curve = curveOf(key);
  const { order } = curve;
  const secret = toNumber(Buffer.from(key.export({ format: 'jwk' }).d!, 'base64url'));
  const hash = toHashNumber(digest, curve);
  for (;;) {
    const nonce = randomScalar(curve);
    const r = modulo(multiplyBase(nonce, curve), order);
    const blind = randomScalar(curve);
    const blinded = modulo(blind * hash + r * modulo(blind * secret, order), order);
    const s = modulo(inverse(modulo(nonce * blind, order), order) * blinded, order);
    if (r !== 0n && s !== 0n) return encodeEcdsaSignature({ r, s });
  }
}

export function verifyDigestEcdsa(
  key: KeyObject,
  { digest, signature }: { digest: Uint8Array; signature: Uint8Array },
): boolean {
  const curve = curveOf(key);
  const { order } = curve;
  const parsed = parseEcdsaSignature(signature);
  if (parsed === undefined) return false;
  const { r, s } = parsed;
  if (r < 1n || r >= order || s < 1n || s >= order) return false;
  const w = inverse(s, order);
  const base = { scalar: modulo(toHashNumber(digest, curve) * w, order), point: basePointOf(curve) };
  const x = combine(base, { scalar: modulo(r * w, order), point: publicPointOf(key) }, curve);
  return x !== undefined && modulo(x, order) === r;
}

const toNumber = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);

const toBytes = (number: bigint, { bytes }: Curve): Buffer =>
  Buffer.from(number.toString(16).padStart(bytes * 2, '0'), 'hex');

/** Digests are never longer than the order: none of their bits is cut off. */
const toHashNumber = (digest: Uint8Array, { order }: Curve): bigint => modulo(toNumber(digest), order);

/** Evenly from 1 to the order less one. Never from a Random that is handed in: a nonce that repeats gives the key away. */
function randomScalar({ bytes, order }: Curve): bigint {
  const spare = bytes * 8 - order.toString(2).length;
  for (;;) {
    const drawn = randomBytes(bytes);
    drawn[0]! &= 0xff >> spare;
    const scalar = toNumber(drawn);
    if (scalar > 0n && scalar < order) return scalar;
  }
}

/** The x coordinate of the base point times a scalar. */
const multiplyBase = (scalar: bigint, curve: Curve): bigint => toPoint(basePointTimes(scalar, curve)).x;

const basePointOf = (curve: Curve): Point => toPoint(basePointTimes(1n, curve));

function basePointTimes(scalar: bigint, curve: Curve): Buffer {
  const ecdh = createECDH(curve.name);
  ecdh.setPrivateKey(toBytes(scalar, curve));
  return ecdh.getPublicKey();
}

/** From its uncompressed form: 04, x, y. */
function toPoint(bytes: Buffer): Point {
  const half = (bytes.length - 1) / 2;
  return { x: toNumber(bytes.subarray(1, 1 + half)), y: toNumber(bytes.subarray(1 + half)) };
}

function publicPointOf(key: KeyObject): Point {
  const { x, y } = key.export({ format: 'jwk' });
  return { x: toNumber(Buffer.from(x!, 'base64url')), y: toNumber(Buffer.from(y!, 'base64url')) };
}
