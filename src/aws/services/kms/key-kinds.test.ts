import { createHash, createPublicKey, diffieHellman, encapsulate, generateKeyPairSync, verify } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forgetPrincipal } from '../../../storage/records/forget-principal.ts';
import { expectRefused, type KmsWorld, openKmsWorld } from './testing/kms-world.ts';

let world: KmsWorld;
beforeEach(async () => {
  world = await openKmsWorld();
});
afterEach(() => world.records.close());

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const Message = bytes('a message');
const publicKeyOf = async (KeyId: string) => {
  const { PublicKey } = await world.run('GetPublicKey', { KeyId });
  return createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
};

const RSA_SIGNING = [
  'RSASSA_PKCS1_V1_5_SHA_256',
  'RSASSA_PKCS1_V1_5_SHA_384',
  'RSASSA_PKCS1_V1_5_SHA_512',
  'RSASSA_PSS_SHA_256',
  'RSASSA_PSS_SHA_384',
  'RSASSA_PSS_SHA_512',
];
test.each([
  ['RSA_2048', 'SIGN_VERIFY', { SigningAlgorithms: RSA_SIGNING }],
  ['RSA_2048', 'ENCRYPT_DECRYPT', { EncryptionAlgorithms: ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'] }],
  ['ECC_NIST_P256', 'SIGN_VERIFY', { SigningAlgorithms: ['ECDSA_SHA_256'] }],
  ['ECC_NIST_P384', 'KEY_AGREEMENT', { KeyAgreementAlgorithms: ['ECDH'] }],
  ['ECC_NIST_P521', 'SIGN_VERIFY', { SigningAlgorithms: ['ECDSA_SHA_512'] }],
  ['ECC_SECG_P256K1', 'SIGN_VERIFY', { SigningAlgorithms: ['ECDSA_SHA_256'] }],
  ['HMAC_384', 'GENERATE_VERIFY_MAC', { MacAlgorithms: ['HMAC_SHA_384'] }],
  ['ML_DSA_65', 'SIGN_VERIFY', { SigningAlgorithms: ['ML_DSA_SHAKE_256'] }],
  ['ML_KEM_768', 'ENCAPSULATE_DECAPSULATE', { EncapsulationAlgorithms: ['ML_KEM'] }],
])('a key of spec %s for %s says what it can do, and nothing else', async (KeySpec, KeyUsage, algorithms) => {
  const { KeyId, ...metadata } = await world.createKey({ KeySpec, KeyUsage });
  const about = { KeyUsage, KeySpec, CustomerMasterKeySpec: KeySpec, ...algorithms };
  expect(metadata).toMatchObject(about);
  expect(Object.keys(metadata).filter((member) => /Algorithms|MaterialId/.test(member))).toEqual(
    Object.keys(algorithms),
  );
  expect((await world.run('DescribeKey', { KeyId })).KeyMetadata).toEqual({ KeyId, ...metadata });
  if (KeySpec.startsWith('HMAC')) return;
  const shown = await world.run('GetPublicKey', { KeyId });
  expect(shown).toEqual({ KeyId: metadata.Arn, PublicKey: expect.any(Uint8Array), ...about });
});

test.each([
  ['ECC_NIST_P256', 'ECDSA_SHA_256', 'RAW'],
  ['ECC_NIST_P521', 'ECDSA_SHA_512', 'DIGEST'],
  ['RSA_2048', 'RSASSA_PSS_SHA_256', 'DIGEST'],
  ['ML_DSA_44', 'ML_DSA_SHAKE_256', 'RAW'],
])('%s signs and verifies with %s, %s', async (KeySpec, SigningAlgorithm, MessageType) => {
  const { KeyId, Arn } = await world.createKey({ KeySpec, KeyUsage: 'SIGN_VERIFY' });
  const digest = createHash(`sha${SigningAlgorithm.slice(-3)}`)
    .update(Message)
    .digest();
  const request = { KeyId, Message: MessageType === 'RAW' ? Message : digest, MessageType, SigningAlgorithm };
  const { Signature, ...rest } = await world.run('Sign', request);
  expect(rest).toEqual({ KeyId: Arn, SigningAlgorithm });
  const verified = { KeyId: Arn, SignatureValid: true, SigningAlgorithm };
  expect(await world.run('Verify', { ...request, Signature })).toEqual(verified);
  const other = { ...request, MessageType: 'RAW', Message: bytes('another'), Signature };
  await expectRefused(world.run('Verify', other), 'KMSInvalidSignatureException');
  await expectRefused(world.run('Verify', { ...request, Signature, DryRun: true }), 'DryRunOperationException');
});

test('who has the public key verifies without us', async () => {
  const { KeyId } = await world.createKey({ KeySpec: 'ECC_SECG_P256K1', KeyUsage: 'SIGN_VERIFY' });
  const { Signature } = await world.run('Sign', { KeyId, Message, SigningAlgorithm: 'ECDSA_SHA_256' });
  expect(verify('sha256', Message, await publicKeyOf(KeyId), Signature)).toBe(true);
});

test.each(['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'])(
  'RSA encrypts with %s, and needs to be named',
  async (algorithm) => {
    const { KeyId, Arn } = await world.createKey({ KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' });
    const EncryptionAlgorithm = algorithm;
    const { CiphertextBlob, ...rest } = await world.run('Encrypt', { KeyId, Plaintext: Message, EncryptionAlgorithm });
    expect(rest).toEqual({ KeyId: Arn, EncryptionAlgorithm });
    expect(CiphertextBlob).toHaveLength(256);
    const opened = await world.run('Decrypt', { KeyId, CiphertextBlob, EncryptionAlgorithm });
    expect(opened).toEqual({ KeyId: Arn, EncryptionAlgorithm, Plaintext: Message });
    await expectRefused(world.run('Decrypt', { CiphertextBlob, EncryptionAlgorithm }), 'ValidationException');
    const limit = algorithm.endsWith('SHA_1') ? 214 : 190;
    await expectRefused(
      world.run('Encrypt', { KeyId, Plaintext: new Uint8Array(limit + 1), EncryptionAlgorithm }),
      'ValidationException',
      `Algorithm ${algorithm} and key spec RSA_2048 cannot encrypt data larger than ${limit} bytes.`,
    );
    CiphertextBlob[5] ^= 1;
    await expectRefused(
      world.run('Decrypt', { KeyId, CiphertextBlob, EncryptionAlgorithm }),
      'InvalidCiphertextException',
    );
  },
);

test('a ciphertext moves from a symmetric key to RSA and back', async () => {
  const { KeyId: symmetric } = await world.createKey();
  const { KeyId: rsa } = await world.createKey({ KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' });
  const algorithm = 'RSAES_OAEP_SHA_256';
  const { CiphertextBlob } = await world.run('Encrypt', { KeyId: symmetric, Plaintext: Message });
  const there = await world.run('ReEncrypt', {
    CiphertextBlob,
    DestinationKeyId: rsa,
    DestinationEncryptionAlgorithm: algorithm,
  });
  const back = await world.run('ReEncrypt', {
    CiphertextBlob: there.CiphertextBlob,
    SourceKeyId: rsa,
    SourceEncryptionAlgorithm: algorithm,
    DestinationKeyId: symmetric,
  });
  expect((await world.run('Decrypt', { CiphertextBlob: back.CiphertextBlob })).Plaintext).toEqual(Message);
});

test('an HMAC key makes MACs, and knows its own', async () => {
  const { KeyId, Arn } = await world.createKey({ KeySpec: 'HMAC_224', KeyUsage: 'GENERATE_VERIFY_MAC' });
  const MacAlgorithm = 'HMAC_SHA_224';
  const { Mac, ...rest } = await world.run('GenerateMac', { KeyId, Message, MacAlgorithm });
  expect([rest, Mac.length]).toEqual([{ KeyId: Arn, MacAlgorithm }, 28]);
  expect((await world.run('GenerateMac', { KeyId, Message, MacAlgorithm })).Mac).toEqual(Mac);
  const verified = { KeyId: Arn, MacValid: true, MacAlgorithm };
  expect(await world.run('VerifyMac', { KeyId, Message, Mac, MacAlgorithm })).toEqual(verified);
  for (const wrong of [Mac.subarray(1), Uint8Array.from(Mac).fill(0)]) {
    await expectRefused(world.run('VerifyMac', { KeyId, Message, Mac: wrong, MacAlgorithm }), 'KMSInvalidMacException');
  }
  await expectRefused(
    world.run('GenerateMac', { KeyId, Message, MacAlgorithm: 'HMAC_SHA_256' }),
    'InvalidKeyUsageException',
    'Algorithm HMAC_SHA_256 is incompatible with key spec HMAC_224.',
  );
});

test.each(['RSA_2048', 'ECC_NIST_P384', 'ECC_NIST_EDWARDS25519', 'ML_KEM_512'])(
  'a data key pair of %s',
  async (KeyPairSpec) => {
    const { KeyId, Arn } = await world.createKey();
    const EncryptionContext = { a: '1' };
    const pair = await world.run('GenerateDataKeyPair', { KeyId, KeyPairSpec, EncryptionContext });
    const { PrivateKeyCiphertextBlob: CiphertextBlob } = pair;
    expect(pair).toMatchObject({ KeyId: Arn, KeyPairSpec, KeyMaterialId: expect.any(String) });
    const { Plaintext } = await world.run('Decrypt', { CiphertextBlob, EncryptionContext });
    expect(Buffer.compare(Plaintext, pair.PrivateKeyPlaintext)).toBe(0);
    const closed = await world.run('GenerateDataKeyPairWithoutPlaintext', { KeyId, KeyPairSpec });
    expect(closed.PrivateKeyPlaintext).toBeUndefined();
    const request = { KeyId, KeyPairSpec, DryRun: true };
    await expectRefused(world.run('GenerateDataKeyPair', request), 'DryRunOperationException');
  },
);

test('two sides agree on a secret', async () => {
  const { KeyId, Arn } = await world.createKey({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'KEY_AGREEMENT' });
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const KeyAgreementAlgorithm = 'ECDH';
  const derive = (key: typeof other.publicKey) =>
    world.run('DeriveSharedSecret', {
      KeyId,
      KeyAgreementAlgorithm,
      PublicKey: key.export({ type: 'spki', format: 'der' }),
    });
  const { SharedSecret, ...rest } = await derive(other.publicKey);
  expect(rest).toEqual({ KeyId: Arn, KeyAgreementAlgorithm, KeyOrigin: 'AWS_KMS' });
  const theirs = diffieHellman({ privateKey: other.privateKey, publicKey: await publicKeyOf(KeyId) });
  expect(Buffer.compare(SharedSecret, theirs)).toBe(0);
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  await expectRefused(derive(stranger.publicKey), 'ValidationException');
});

test('who has the public key shares a secret with the key', async () => {
  const { KeyId, Arn } = await world.createKey({ KeySpec: 'ML_KEM_768', KeyUsage: 'ENCAPSULATE_DECAPSULATE' });
  const EncapsulationAlgorithm = 'ML_KEM';
  const sealed = encapsulate(await publicKeyOf(KeyId));
  const open = (SharedSecretCiphertextBlob: Uint8Array) =>
    world.run('Decapsulate', { KeyId, EncapsulationAlgorithm, SharedSecretCiphertextBlob });
  const SharedSecret = new Uint8Array(sealed.sharedKey);
  expect(await open(sealed.ciphertext)).toEqual({ KeyId: Arn, EncapsulationAlgorithm, SharedSecret });
  const own = await world.run('Encapsulate', { KeyId, EncapsulationAlgorithm });
  expect((await open(own.SharedSecretCiphertextBlob)).SharedSecret).toEqual(own.SharedSecret);
  await expectRefused(open(new Uint8Array(5)), 'InvalidCiphertextException');
});

test('a grantee that has vanished shows by its unique id, and nobody steps into its place', async () => {
  const { KeyId, Arn } = await world.createKey();
  const worker = await world.addRole('111111111111', 'worker');
  await world.run('CreateGrant', { KeyId, GranteePrincipal: worker.arn, Operations: ['Encrypt'] });
  const encrypt = () => world.run('Encrypt', { KeyId: Arn, Plaintext: Message }, { principal: worker });
  await encrypt();
  await world.records.write((db) => forgetPrincipal(db, { arn: worker.arn, id: 'AROAWORKER' }));
  const [entry] = (await world.run('ListGrants', { KeyId })).Grants;
  expect(entry).toMatchObject({ GranteePrincipal: 'AROAWORKER' });
  expect(entry).not.toHaveProperty('GranteeServicePrincipal');
  await expectRefused(encrypt(), 'AccessDeniedException');
});

test('a key does what it was made for alone', async () => {
  const { KeyId, Arn } = await world.createKey({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
  const { KeyId: symmetric, Arn: symmetricArn } = await world.createKey();
  await expectRefused(
    world.run('Encrypt', { KeyId, Plaintext: Message }),
    'InvalidKeyUsageException',
    `${Arn} key usage is SIGN_VERIFY which is not valid for Encrypt.`,
  );
  await expectRefused(
    world.run('Sign', { KeyId: symmetric, Message, SigningAlgorithm: 'ECDSA_SHA_256' }),
    'InvalidKeyUsageException',
    `${symmetricArn} key usage is ENCRYPT_DECRYPT which is not valid for Sign.`,
  );
  await expectRefused(
    world.run('Sign', { KeyId, Message, SigningAlgorithm: 'RSASSA_PSS_SHA_256' }),
    'InvalidKeyUsageException',
    'Algorithm RSASSA_PSS_SHA_256 is incompatible with key spec ECC_NIST_P256.',
  );
  await expectRefused(
    world.run('Encrypt', { KeyId: symmetric, Plaintext: Message, EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' }),
    'InvalidKeyUsageException',
    'Algorithm RSAES_OAEP_SHA_256 is incompatible with key spec SYMMETRIC_DEFAULT.',
  );
  for (const operation of ['EnableKeyRotation', 'DisableKeyRotation', 'RotateKeyOnDemand', 'ListKeyRotations']) {
    await expectRefused(world.run(operation, { KeyId }), 'UnsupportedOperationException');
  }
  expect(await world.run('GetKeyRotationStatus', { KeyId })).toEqual({ KeyId, KeyRotationEnabled: false });
  await expectRefused(world.run('GetPublicKey', { KeyId: symmetric }), 'UnsupportedOperationException');
});

test('a grant on a key holds what such a key can do', async () => {
  const { KeyId } = await world.createKey({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
  const worker = await world.addRole('111111111111', 'worker');
  const grant = (input: object) => world.run('CreateGrant', { KeyId, GranteePrincipal: worker.arn, ...input });
  await expectRefused(grant({ Operations: ['Encrypt'] }), 'ValidationException');
  await grant({ Operations: ['GenerateMac'] });
  const request = { KeyId: (await world.run('DescribeKey', { KeyId })).KeyMetadata.Arn, Message };
  const MacAlgorithm = 'HMAC_SHA_256';
  expect((await world.run('GenerateMac', { ...request, MacAlgorithm }, { principal: worker })).Mac).toHaveLength(32);
  const verifying = world.run('VerifyMac', { ...request, Mac: Message, MacAlgorithm }, { principal: worker });
  await expectRefused(verifying, 'AccessDeniedException');
});

test('the condition keys of signatures and MACs reach the key policy', async () => {
  const worker = await world.addRole('111111111111', 'worker');
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111111111111:root' }, Action: 'kms:*', Resource: '*' },
      {
        Effect: 'Allow',
        Principal: { AWS: worker.arn },
        Action: 'kms:Sign',
        Resource: '*',
        Condition: { StringEquals: { 'kms:MessageType': 'DIGEST', 'kms:SigningAlgorithm': 'ECDSA_SHA_256' } },
      },
    ],
  });
  const { KeyId } = await world.createKey({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY', Policy });
  const sign = (MessageType: string) =>
    world.run(
      'Sign',
      { KeyId, Message: new Uint8Array(32), MessageType, SigningAlgorithm: 'ECDSA_SHA_256' },
      { principal: worker },
    );
  expect((await sign('DIGEST')).Signature).toBeInstanceOf(Uint8Array);
  await expectRefused(sign('RAW'), 'AccessDeniedException');
});
