import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { signDigestEcdsa, verifyDigestEcdsa } from './ecdsa-digest.ts';
import { encodeEcdsaSignature, parseEcdsaSignature } from './ecdsa-signature.ts';
import { generateKeyPair } from './generate-key-pair.ts';
import { algorithmsOf, materialKindOf } from './key-spec.ts';
import { type MessageType, requireMessageFit, signMessage, verifyMessage } from './sign-message.ts';

const DIGESTED = ['RSA_2048', 'ECC_NIST_P256', 'ECC_NIST_P384', 'ECC_NIST_P521', 'ECC_SECG_P256K1'];
const SPECS = [...DIGESTED, 'ECC_NIST_EDWARDS25519', 'ML_DSA_44', 'ML_DSA_65', 'ML_DSA_87'];
const pairOf = async (spec: string) => {
  const kind = materialKindOf(spec)!;
  if (kind.type === 'secret') throw new Error('no pair');
  const { privateKey, publicKey } = await generateKeyPair(kind);
  return {
    privateKey: createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' }),
    publicKey: createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' }),
  };
};
const pairs: Record<string, Awaited<ReturnType<typeof pairOf>>> = {};
beforeAll(async () => {
  for (const spec of SPECS) pairs[spec] = await pairOf(spec);
});

const cases = (specs: readonly string[]) =>
  specs.flatMap((spec) =>
    algorithmsOf({ spec, usage: 'SIGN_VERIFY' })
      .filter((algorithm) => algorithm !== 'ED25519_PH_SHA_512')
      .map((algorithm) => [spec, algorithm] as const),
  );
const message = Buffer.from('a message');
const digestOf = (algorithm: string) =>
  createHash(`sha${algorithm.slice(-3)}`)
    .update(message)
    .digest();
const sign = (spec: string, algorithm: string, type: MessageType) =>
  signMessage(pairs[spec]!.privateKey, {
    message: type === 'RAW' ? message : digestOf(algorithm),
    messageType: type,
    algorithm,
  });
const verifies = (spec: string, algorithm: string, type: MessageType, signature: Uint8Array, wrong?: Uint8Array) =>
  verifyMessage(pairs[spec]!.publicKey, {
    message: wrong ?? (type === 'RAW' ? message : digestOf(algorithm)),
    messageType: type,
    algorithm,
    signature,
  });

test.each(cases(SPECS))('%s signs with %s, and nothing else passes', (spec, algorithm) => {
  const signature = sign(spec, algorithm, 'RAW');
  expect(verifies(spec, algorithm, 'RAW', signature)).toBe(true);
  expect(verifies(spec, algorithm, 'RAW', signature, Buffer.from('another'))).toBe(false);
  const altered = Uint8Array.from(signature);
  altered[altered.length - 1]! ^= 1;
  expect(verifies(spec, algorithm, 'RAW', altered)).toBe(false);
  expect(verifies(spec, algorithm, 'RAW', signature.subarray(1))).toBe(false);
});

test('an RSA signature does not hold without its leading zero byte', () => {
  for (const type of ['RAW', 'DIGEST'] as const) {
    let signature = sign('RSA_2048', 'RSASSA_PSS_SHA_256', type);
    while (signature[0] !== 0) signature = sign('RSA_2048', 'RSASSA_PSS_SHA_256', type);
    expect(verifies('RSA_2048', 'RSASSA_PSS_SHA_256', type, signature)).toBe(true);
    expect(verifies('RSA_2048', 'RSASSA_PSS_SHA_256', type, signature.subarray(1))).toBe(false);
  }
}, 60_000);

// RAW is OpenSSL's own work, DIGEST is ours: each half checks the other.
test.each(cases(DIGESTED))('%s with %s: a signed digest is a signed message, and back', (spec, algorithm) => {
  for (let round = 0; round < 4; round += 1) {
    expect(verifies(spec, algorithm, 'RAW', sign(spec, algorithm, 'DIGEST'))).toBe(true);
    expect(verifies(spec, algorithm, 'DIGEST', sign(spec, algorithm, 'RAW'))).toBe(true);
  }
  const signature = sign(spec, algorithm, 'DIGEST');
  const wrong = digestOf(algorithm);
  wrong[0]! ^= 1;
  expect(verifies(spec, algorithm, 'DIGEST', signature, wrong)).toBe(false);
  for (const at of [0, 1, 3, 10, signature.length - 1]) {
    const altered = Uint8Array.from(signature);
    altered[at]! ^= 1;
    expect(verifies(spec, algorithm, 'DIGEST', altered), `byte ${at}`).toBe(false);
  }
  expect(verifies(spec, algorithm, 'DIGEST', signature.subarray(1))).toBe(false);
  expect(verifies(spec, algorithm, 'DIGEST', Buffer.concat([signature, Uint8Array.of(0)]))).toBe(false);
});

test('a signature does not hold for the negative of its digest', () => {
  const { privateKey, publicKey } = pairs.ECC_NIST_P256!;
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const digest = Buffer.alloc(32, 5);
  const negative = Buffer.from((order - BigInt(`0x${digest.toString('hex')}`)).toString(16).padStart(64, '0'), 'hex');
  const signature = signDigestEcdsa(privateKey, digest);
  expect(verifyDigestEcdsa(publicKey, { digest, signature })).toBe(true);
  expect(verifyDigestEcdsa(publicKey, { digest: negative, signature })).toBe(false);
});

test('a digest of all zeros signs and verifies', () => {
  const { privateKey, publicKey } = pairs.ECC_NIST_P384!;
  const digest = Buffer.alloc(48);
  expect(verifyDigestEcdsa(publicKey, { digest, signature: signDigestEcdsa(privateKey, digest) })).toBe(true);
});

test('signatures in DER read back, and only in their one form', () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 2n ** 521n), fc.bigInt(1n, 2n ** 521n), (r, s) => {
      expect(parseEcdsaSignature(encodeEcdsaSignature({ r, s }))).toEqual({ r, s });
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20 }), (bytes) => {
      const parsed = parseEcdsaSignature(bytes);
      if (parsed !== undefined) expect(Uint8Array.from(encodeEcdsaSignature(parsed))).toEqual(bytes);
    }),
  );
});

test.each([
  ['RSASSA_PSS_SHA_256', 'DIGEST', 31, 'Digest is invalid length for algorithm RSASSA_PSS_SHA_256.'],
  ['ECDSA_SHA_512', 'DIGEST', 32, 'Digest is invalid length for algorithm ECDSA_SHA_512.'],
  ['ML_DSA_SHAKE_256', 'DIGEST', 32, 'MessageType DIGEST is incompatible with algorithm ML_DSA_SHAKE_256.'],
] as const)('%s of a %s of %d bytes is refused', (algorithm, messageType, length, sentence) => {
  expect(() => requireMessageFit({ algorithm, messageType, message: new Uint8Array(length) })).toThrow(sentence);
});
