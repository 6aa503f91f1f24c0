import { constants, createCipheriv, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sweepDueKeys } from '../../../keys/sweep-due-keys.ts';
import { DAY_MS } from '../../../keys/testing/key-world.ts';
import { expectRefused, type KmsWorld, openKmsWorld } from './testing/kms-world.ts';

let world: KmsWorld;
let KeyId: string;
let Arn: string;
beforeEach(async () => {
  world = await openKmsWorld();
  ({ KeyId, Arn } = await world.createKey({ Origin: 'EXTERNAL' }));
});
afterEach(() => world.records.close());

const DOES_NOT_EXPIRE = { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' };
const parametersOf = (WrappingAlgorithm: string) =>
  world.run('GetParametersForImport', { KeyId, WrappingAlgorithm, WrappingKeySpec: 'RSA_2048' });

function wrap(material: Uint8Array, algorithm: string, publicKey: Uint8Array): Uint8Array {
  const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
  const oaepHash = algorithm.endsWith('SHA_1') ? 'sha1' : 'sha256';
  const seal = (bytes: Uint8Array) =>
    publicEncrypt({ key, oaepHash, padding: constants.RSA_PKCS1_OAEP_PADDING }, bytes);
  if (!algorithm.startsWith('RSA_AES')) return seal(material);
  const aesKey = randomBytes(32);
  const cipher = createCipheriv('id-aes256-wrap-pad', aesKey, Buffer.from('a65959a6', 'hex'));
  return Buffer.concat([seal(aesKey), cipher.update(material), cipher.final()]);
}

async function importMaterial(material: Uint8Array, input: object = DOES_NOT_EXPIRE, algorithm = 'RSAES_OAEP_SHA_256') {
  const { ImportToken, PublicKey } = await parametersOf(algorithm);
  const EncryptedKeyMaterial = wrap(material, algorithm, PublicKey);
  return world.run('ImportKeyMaterial', { KeyId, ImportToken, EncryptedKeyMaterial, ...input });
}
const encrypt = () => world.run('Encrypt', { KeyId, Plaintext: Uint8Array.of(1, 2, 3) });
const state = async () => (await world.run('DescribeKey', { KeyId })).KeyMetadata;

test('a key from outside waits for its material', async () => {
  expect(await state()).toMatchObject({ KeyState: 'PendingImport', Enabled: false, Origin: 'EXTERNAL' });
  await expectRefused(encrypt(), 'KMSInvalidStateException', `${Arn} is pending import.`);
  for (const operation of ['EnableKey', 'DisableKey']) {
    await expectRefused(world.run(operation, { KeyId }), 'KMSInvalidStateException', `${Arn} is pending import.`);
  }
  for (const operation of ['EnableKeyRotation', 'DisableKeyRotation', 'GetKeyRotationStatus']) {
    await expectRefused(
      world.run(operation, { KeyId }),
      'UnsupportedOperationException',
      `${Arn} origin is EXTERNAL which is not valid for this operation.`,
    );
  }
});

test.each(['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256', 'RSA_AES_KEY_WRAP_SHA_1', 'RSA_AES_KEY_WRAP_SHA_256'])(
  'material wrapped with %s makes the key usable',
  async (algorithm) => {
    const { KeyMaterialId, ...rest } = await importMaterial(randomBytes(32), DOES_NOT_EXPIRE, algorithm);
    expect(rest).toEqual({ KeyId: Arn });
    const metadata = { KeyState: 'Enabled', ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' };
    expect(await state()).toMatchObject({ ...metadata, CurrentKeyMaterialId: KeyMaterialId });
    const { CiphertextBlob } = await encrypt();
    expect((await world.run('Decrypt', { CiphertextBlob })).Plaintext).toEqual(Uint8Array.of(1, 2, 3));
  },
);

test('material that was deleted comes back, and no other in its place', async () => {
  const material = randomBytes(32);
  await importMaterial(Uint8Array.from(material));
  const { CiphertextBlob } = await encrypt();
  await world.run('DeleteImportedKeyMaterial', { KeyId });
  expect(await state()).toMatchObject({ KeyState: 'PendingImport' });
  await expectRefused(world.run('Decrypt', { CiphertextBlob }), 'KMSInvalidStateException');
  const rows = await world.records.read((db) => db.selectFrom('kms_key_material').selectAll().execute());
  expect(rows.map(({ material_sealed }) => material_sealed.length)).toEqual([0]);
  await expectRefused(importMaterial(randomBytes(32)), 'IncorrectKeyMaterialException');
  await importMaterial(material);
  expect((await world.run('Decrypt', { CiphertextBlob })).Plaintext).toEqual(Uint8Array.of(1, 2, 3));
});

test('material expires at its time, and not before', async () => {
  const ValidTo = new Date(world.clock.now() + DAY_MS);
  await importMaterial(randomBytes(32), { ValidTo });
  expect(await state()).toMatchObject({ ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo });
  world.advance(DAY_MS - 1);
  await encrypt();
  world.advance(1);
  await expectRefused(encrypt(), 'KMSInvalidStateException', `${Arn} is pending import.`);
  await expectRefused(importMaterial(randomBytes(32), {}), 'ValidationException');
});

test('material that has expired is shredded with the next sweep', async () => {
  await importMaterial(randomBytes(32), { ValidTo: new Date(world.clock.now() + DAY_MS) });
  world.advance(DAY_MS);
  expect(await sweepDueKeys(world)).toEqual([]);
  const rows = await world.records.read((db) => db.selectFrom('kms_key_material').selectAll().execute());
  expect(rows.map(({ material_sealed }) => material_sealed.length)).toEqual([0]);
  expect(await state()).toMatchObject({ KeyState: 'PendingImport' });
});

test('a replica waits for the same material, and keeps it when the primary’s is gone', async () => {
  ({ KeyId, Arn } = await world.createKey({ Origin: 'EXTERNAL', MultiRegion: true }));
  const material = randomBytes(32);
  await importMaterial(Uint8Array.from(material));
  const { CiphertextBlob } = await encrypt();
  const { ReplicaKeyMetadata } = await world.run('ReplicateKey', { KeyId, ReplicaRegion: 'eu-west-2' });
  expect(ReplicaKeyMetadata).toMatchObject({ KeyState: 'PendingImport', Enabled: false });
  const there = { region: 'eu-west-2' };
  const wrapping = { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' };
  const { ImportToken, PublicKey } = await world.run('GetParametersForImport', { KeyId, ...wrapping }, there);
  const importThere = (bytes: Uint8Array) => {
    const EncryptedKeyMaterial = wrap(bytes, wrapping.WrappingAlgorithm, PublicKey);
    return world.run('ImportKeyMaterial', { KeyId, ImportToken, EncryptedKeyMaterial, ...DOES_NOT_EXPIRE }, there);
  };
  await expectRefused(importThere(randomBytes(32)), 'IncorrectKeyMaterialException');
  await importThere(material);
  await world.run('DeleteImportedKeyMaterial', { KeyId });
  await expectRefused(world.run('Decrypt', { CiphertextBlob }), 'KMSInvalidStateException');
  expect((await world.run('Decrypt', { CiphertextBlob }, there)).Plaintext).toEqual(Uint8Array.of(1, 2, 3));
});

test('what does not fit is refused', async () => {
  await expectRefused(importMaterial(randomBytes(31)), 'InvalidCiphertextException');
  const { ImportToken } = await parametersOf('RSAES_OAEP_SHA_256');
  const EncryptedKeyMaterial = randomBytes(256);
  const request = { KeyId, ImportToken, EncryptedKeyMaterial, ...DOES_NOT_EXPIRE };
  await expectRefused(world.run('ImportKeyMaterial', request), 'InvalidCiphertextException');
  const altered = Uint8Array.from(ImportToken);
  altered[50]! ^= 1;
  const withToken = (token: Uint8Array) => world.run('ImportKeyMaterial', { ...request, ImportToken: token });
  await expectRefused(withToken(altered), 'InvalidImportTokenException');
  world.advance(DAY_MS);
  await expectRefused(withToken(ImportToken), 'ExpiredImportTokenException');
  const { KeyId: own, Arn: ownArn } = await world.createKey();
  await expectRefused(
    world.run('DeleteImportedKeyMaterial', { KeyId: own }),
    'UnsupportedOperationException',
    `${ownArn} origin is AWS_KMS which is not valid for this operation.`,
  );
});

test('an HMAC key takes material of its own size', async () => {
  ({ KeyId, Arn } = await world.createKey({
    Origin: 'EXTERNAL',
    KeySpec: 'HMAC_512',
    KeyUsage: 'GENERATE_VERIFY_MAC',
  }));
  await expectRefused(importMaterial(randomBytes(32)), 'InvalidCiphertextException');
  await importMaterial(randomBytes(64));
  const request = { KeyId, Message: Uint8Array.of(1), MacAlgorithm: 'HMAC_SHA_512' };
  expect((await world.run('GenerateMac', request)).Mac).toHaveLength(64);
});
