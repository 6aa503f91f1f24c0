import type { KeyObject } from 'node:crypto';
import { invariant } from '../util/invariant.ts';

/* Arithmetic on public points of the curves that KMS signs with. Its time depends on its numbers: no secrets here. */

/** y² = x³ + ax + b over a prime field. */
export interface Curve {
  readonly name: string;
  /** Of a coordinate, and of a scalar. */
  readonly bytes: number;
  readonly prime: bigint;
  readonly a: bigint;
  /** Of the base point. */
  readonly order: bigint;
}

export interface Point {
  readonly x: bigint;
  readonly y: bigint;
}

const nist = (name: string, bytes: number, prime: bigint, order: bigint): Curve => ({
  name,
  bytes,
  prime,
  a: prime - 3n,
  order,
});

/** FIPS 186-4, D.1.2, and SEC 2, 2.4.1. */
const CURVES: Readonly<Record<string, Curve>> = {
  prime256v1: nist(
    'prime256v1',
    32,
    2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
    0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  ),
  secp384r1: nist(
    'secp384r1',
    48,
    2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
    0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  ),
  secp521r1: nist(
    'secp521r1',
    66,
    2n ** 521n - 1n,
    0x1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
  ),
  secp256k1: {
    name: 'secp256k1',
    bytes: 32,
    prime: 2n ** 256n - 2n ** 32n - 977n,
    a: 0n,
    order: 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n,
  },
};

export function curveOf(key: KeyObject): Curve {
  const curve = CURVES[key.asymmetricKeyDetails?.namedCurve ?? ''];
  invariant(curve !== undefined, 'Only keys on curves that KMS knows are signed with.');
  return curve;
}

/** The remainder, never negative. */
export function modulo(number: bigint, by: bigint): bigint {
  const rest = number % by;
  return rest < 0n ? rest + by : rest;
}

/** The multiplicative inverse modulo a prime, by Euclid's extended algorithm; `number` is not a multiple of it. */
export function inverse(number: bigint, prime: bigint): bigint {
  let [rest, next] = [prime, modulo(number, prime)];
  let [factor, nextFactor] = [0n, 1n];
  while (next !== 0n) {
    const quotient = rest / next;
    [rest, next] = [next, rest - quotient * next];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  return modulo(factor, prime);
}

export interface Multiple {
  readonly scalar: bigint;
  readonly point: Point;
}

/** The x coordinate of the sum of two multiples; nothing where the sum is the point at infinity. */
export function combine(one: Multiple, other: Multiple, curve: Curve): bigint | undefined {
  const [first, second] = [toJacobian(one.point), toJacobian(other.point)];
  const both = add(first, second, curve);
  let sum = INFINITY;
  for (let bit = BigInt(curve.bytes * 8 - 1); bit >= 0n; bit -= 1n) {
    sum = double(sum, curve);
    const [isFirst, isSecond] = [(one.scalar >> bit) & 1n, (other.scalar >> bit) & 1n];
    if (isFirst === 1n && isSecond === 1n) sum = add(sum, both, curve);
    else if (isFirst === 1n) sum = add(sum, first, curve);
    else if (isSecond === 1n) sum = add(sum, second, curve);
  }
  if (sum.z === 0n) return undefined;
  return modulo(sum.x * inverse(sum.z ** 2n, curve.prime), curve.prime);
}

/** (x / z², y / z³); the point at infinity where z is 0. */
interface Jacobian extends Point {
  readonly z: bigint;
}

const INFINITY: Jacobian = { x: 1n, y: 1n, z: 0n };

const toJacobian = ({ x, y }: Point): Jacobian => ({ x, y, z: 1n });

function double({ x, y, z }: Jacobian, { prime, a }: Curve): Jacobian {
  if (y === 0n || z === 0n) return INFINITY;
  const ySquared = modulo(y * y, prime);
  const s = modulo(4n * x * ySquared, prime);
  const m = modulo(3n * x * x + a * modulo(z * z, prime) ** 2n, prime);
  const doubledX = modulo(m * m - 2n * s, prime);
  return {
    x: doubledX,
    y: modulo(m * (s - doubledX) - 8n * ySquared * ySquared, prime),
    z: modulo(2n * y * z, prime),
  };
}

function add(one: Jacobian, other: Jacobian, curve: Curve): Jacobian {
  if (one.z === 0n) return other;
  if (other.z === 0n) return one;
  const { prime } = curve;
  const [oneSquared, otherSquared] = [modulo(one.z * one.z, prime), modulo(other.z * other.z, prime)];
  const [u1, u2] = [modulo(one.x * otherSquared, prime), modulo(other.x * oneSquared, prime)];
  const [s1, s2] = [modulo(one.y * otherSquared * other.z, prime), modulo(other.y * oneSquared * one.z, prime)];
  const [h, r] = [modulo(u2 - u1, prime), modulo(s2 - s1, prime)];
  if (h === 0n) return r === 0n ? double(one, curve) : INFINITY;
  const hSquared = modulo(h * h, prime);
  const hCubed = modulo(h * hSquared, prime);
  const v = modulo(u1 * hSquared, prime);
  const x = modulo(r * r - hCubed - 2n * v, prime);
  return { x, y: modulo(r * (v - x) - s1 * hCubed, prime), z: modulo(h * one.z * other.z, prime) };
}
