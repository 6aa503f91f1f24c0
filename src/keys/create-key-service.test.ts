import { inspect } from 'node:util';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as kmsRecords from '../storage/records/kms.ts';
import { makeMaterial } from './key-material.ts';
import { sweepDueKeys } from './sweep-due-keys.ts';
import {
  allow,
  DESTINATION,
  delegateTo,
  type KeyWorld,
  openKeyWorld,
  REGION,
  roleOf,
  rootOf,
  SOURCE,
  toPolicy,
} from './testing/key-world.ts';

let world: KeyWorld;
beforeEach(async () => {
  world = await openKeyWorld();
});
afterEach(() => world.records.close());

const root = { principal: rootOf(SOURCE) };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (secret: { open(): Uint8Array }): string => new TextDecoder().decode(secret.open());
const encrypt = (keyId: string, encryptionContext?: Record<string, string>, use = root) =>
  world.keys.encrypt(use, {
    keyId,
    region: REGION,
    plaintext: bytes('secret'),
    ...(encryptionContext ? { encryptionContext } : {}),
  });
const decrypt = (ciphertext: Uint8Array, encryptionContext?: Record<string, string>, use = root, keyId?: string) =>
  world.keys.decrypt(use, {
    ciphertext,
    region: REGION,
    ...(encryptionContext ? { encryptionContext } : {}),
    ...(keyId === undefined ? {} : { keyId }),
  });
const expectRefused = (promise: Promise<unknown>, code: string) => expect(promise).rejects.toMatchObject({ code });
const sorted = (pairs: Record<string, string>) => JSON.stringify(Object.entries(pairs).sort());
const setKey = (arn: string, change: object) => world.records.write((db) => kmsRecords.updateKey(db, arn, change));

test('what a key encrypts it decrypts', async () => {
  const { arn } = await world.addKey();
  const { ciphertext, keyArn, materialId } = await encrypt(arn);
  expect(keyArn).toBe(arn);
  expect(materialId).toMatch(/^[0-9a-f]{64}$/);
  expect(text((await decrypt(ciphertext)).plaintext)).toBe('secret');
  expect(Buffer.from(ciphertext).includes('secret')).toBe(false);
});

test('a data key is open and wrapped, and fresh each time', async () => {
  const { arn } = await world.addKey();
  const one = await world.keys.generateDataKey(root, { keyId: arn, region: REGION });
  const other = await world.keys.generateDataKey(root, { keyId: arn, region: REGION });
  expect(one.plaintext.open()).toHaveLength(32);
  expect(one.plaintext.open()).not.toEqual(other.plaintext.open());
  expect((await decrypt(one.wrapped)).plaintext.open()).toEqual(one.plaintext.open());
});

test('a data key without plaintext opens later, in the size that was asked', async () => {
  const { arn } = await world.addKey();
  const request = { keyId: arn, region: REGION, sizeBytes: 64 };
  const { wrapped, ...rest } = await world.keys.generateDataKeyWithoutPlaintext(root, request);
  expect(Object.keys(rest).sort()).toEqual(['keyArn', 'materialId']);
  expect((await decrypt(wrapped)).plaintext.open()).toHaveLength(64);
});

test('the order of the encryption context does not matter, its content does', async () => {
  const { arn } = await world.addKey();
  const { ciphertext } = await encrypt(arn, { one: '1', two: '2' });
  expect(text((await decrypt(ciphertext, { two: '2', one: '1' })).plaintext)).toBe('secret');
  for (const other of [undefined, { one: '1' }, { one: '1', two: '3' }, { one: '1', two: '2', three: '3' }]) {
    await expectRefused(decrypt(ciphertext, other), 'InvalidCiphertextException');
  }
});

test('no two encryption contexts stand for each other', async () => {
  const { arn } = await world.addKey();
  const context = fc.dictionary(fc.string({ maxLength: 4 }), fc.string({ maxLength: 4 }), { maxKeys: 3 });
  await fc.assert(
    fc.asyncProperty(context, context, async (one, other) => {
      fc.pre(sorted(one) !== sorted(other));
      const { ciphertext } = await encrypt(arn, one);
      await expectRefused(decrypt(ciphertext, other), 'InvalidCiphertextException');
    }),
    { numRuns: 40 },
  );
});

test('no byte of a ciphertext can be flipped', async () => {
  const { arn } = await world.addKey();
  const { ciphertext } = await encrypt(arn);
  for (let at = 0; at < ciphertext.length; at += 1) {
    const flipped = Uint8Array.from(ciphertext);
    flipped[at]! ^= 1;
    await expect(decrypt(flipped), `byte ${at}`).rejects.toMatchObject({
      code: expect.stringMatching(/^(InvalidCiphertext|AccessDenied)Exception$/),
    });
  }
});

test('a ciphertext does not open with the material of another key', async () => {
  const [one, other] = [await world.addKey(), await world.addKey()];
  const { ciphertext } = await encrypt(one.arn);
  const renamed = Buffer.from(ciphertext);
  renamed.write(other.id, 2, 'latin1');
  await expectRefused(decrypt(renamed), 'InvalidCiphertextException');
});

test('a key that is named must be the one in the ciphertext', async () => {
  const [one, other] = [await world.addKey(), await world.addKey()];
  const { ciphertext } = await encrypt(one.arn);
  await expectRefused(decrypt(ciphertext, undefined, root, other.arn), 'IncorrectKeyException');
  expect(text((await decrypt(ciphertext, undefined, root, one.id)).plaintext)).toBe('secret');
});

test('re-encryption moves a ciphertext under another key and context', async () => {
  const [source, destination] = [await world.addKey(), await world.addKey()];
  const { ciphertext } = await encrypt(source.arn, { side: 'source' });
  const moved = await world.keys.reEncrypt(root, {
    source: { ciphertext, region: REGION, encryptionContext: { side: 'source' } },
    destination: { keyId: destination.arn, region: REGION, encryptionContext: { side: 'destination' } },
  });
  expect([moved.source.keyArn, moved.destination.keyArn]).toEqual([source.arn, destination.arn]);
  const opened = await decrypt(moved.ciphertext, { side: 'destination' });
  expect([text(opened.plaintext), opened.keyArn]).toEqual(['secret', destination.arn]);
});

test.each([
  ['Disabled', 'DisabledException'],
  ['PendingDeletion', 'KMSInvalidStateException'],
])('a key in state %s neither encrypts nor decrypts', async (state, code) => {
  const { arn } = await world.addKey();
  const { ciphertext } = await encrypt(arn);
  await setKey(arn, { state });
  await expectRefused(encrypt(arn), code);
  await expectRefused(decrypt(ciphertext), code);
  await expectRefused(world.keys.generateDataKey(root, { keyId: arn, region: REGION }), code);
  await setKey(arn, { state: 'Enabled' });
  expect(text((await decrypt(ciphertext)).plaintext)).toBe('secret');
});

test('a key is gone when its waiting time is over, and its material with the next sweep', async () => {
  const { arn } = await world.addKey();
  const { ciphertext } = await encrypt(arn);
  await setKey(arn, { state: 'PendingDeletion', deletion_at: world.clock.now() + 1000 });
  await expectRefused(encrypt(arn), 'KMSInvalidStateException');
  world.advance(1000);
  await expectRefused(encrypt(arn), 'NotFoundException');
  await expectRefused(decrypt(ciphertext), 'AccessDeniedException');
  expect(await sweepDueKeys(world)).toEqual([arn]);
  expect(await sweepDueKeys(world)).toEqual([]);
  expect(await world.records.read((db) => db.selectFrom('kms_key_material').selectAll().execute())).toEqual([]);
});

test('names resolve in the caller’s account, the ARN everywhere', async () => {
  const { id, arn } = await world.addKey({ policy: toPolicy(delegateTo(SOURCE), delegateTo(DESTINATION)) });
  const alias = { account_id: SOURCE, region: REGION, name: 'alias/mine', key_id: id, created_at: 0, updated_at: 0 };
  await world.records.write((db) => kmsRecords.insertAlias(db, alias));
  const stranger = { principal: rootOf(DESTINATION) };
  for (const keyId of [id, arn, 'alias/mine', arn.replace(/key\/.*/, 'alias/mine')]) {
    expect((await encrypt(keyId)).keyArn).toBe(arn);
  }
  expect((await encrypt(arn, undefined, stranger)).keyArn).toBe(arn);
  await expectRefused(encrypt(id, undefined, stranger), 'NotFoundException');
  await expectRefused(encrypt('alias/mine', undefined, stranger), 'NotFoundException');
  await expectRefused(encrypt(arn.replace(REGION, 'eu-west-2')), 'NotFoundException');
  await expectRefused(encrypt('no-key'), 'NotFoundException');
});

test('across accounts the key policy and the caller’s own policy must both allow', async () => {
  const role = roleOf(DESTINATION, 'reader');
  const closed = await world.addKey();
  const open = await world.addKey({ policy: toPolicy(delegateTo(SOURCE), delegateTo(DESTINATION)) });
  await expectRefused(encrypt(open.arn, undefined, { principal: role }), 'AccessDeniedException');
  world.permit(role, { Action: 'kms:Encrypt', Resource: '*' });
  expect((await encrypt(open.arn, undefined, { principal: role })).keyArn).toBe(open.arn);
  await expectRefused(encrypt(closed.arn, undefined, { principal: role }), 'AccessDeniedException');
});

test('kms:ViaService lets a key be used through the named service alone', async () => {
  const role = roleOf(SOURCE, 'worker');
  const policy = toPolicy(
    allow(role.arn, 'kms:*', { StringEquals: { 'kms:ViaService': 'ec2.eu-west-1.amazonaws.com' } }),
  );
  const { arn } = await world.addKey({ policy });
  const use = (viaService?: string) => ({ principal: role, ...(viaService === undefined ? {} : { viaService }) });
  expect((await encrypt(arn, undefined, use('ec2.eu-west-1.amazonaws.com'))).keyArn).toBe(arn);
  await expectRefused(encrypt(arn, undefined, use('backup.eu-west-1.amazonaws.com')), 'AccessDeniedException');
  await expectRefused(encrypt(arn, undefined, use()), 'AccessDeniedException');
});

test.each([
  ['kms:EncryptionContext:vault', { StringEquals: { 'kms:EncryptionContext:vault': 'one' } }],
  ['kms:EncryptionContextKeys', { 'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': 'vault' } }],
  ['kms:CallerAccount', { StringEquals: { 'kms:CallerAccount': SOURCE } }],
  ['kms:KeySpec', { StringEquals: { 'kms:KeySpec': 'SYMMETRIC_DEFAULT' } }],
  ['kms:EncryptionAlgorithm', { StringEquals: { 'kms:EncryptionAlgorithm': 'SYMMETRIC_DEFAULT' } }],
  ['aws:ResourceTag', { StringEquals: { 'aws:ResourceTag/team': 'backup' } }],
  ['a condition of the request', { StringEquals: { 'aws:SourceIp': '10.0.0.1' } }],
])('a key policy may ask for %s', async (_, condition) => {
  const role = roleOf(SOURCE, 'worker');
  const { arn } = await world.addKey({ policy: toPolicy(allow(role.arn, 'kms:Encrypt', condition)) });
  await world.records.write((db) =>
    db.insertInto('tags').values({ resource_arn: arn, key: 'team', value: 'backup' }).execute(),
  );
  const use = { principal: role, context: { 'aws:SourceIp': '10.0.0.1' } };
  expect((await encrypt(arn, { vault: 'one' }, use)).keyArn).toBe(arn);
});

test('nothing opens once policy says no', async () => {
  const { arn } = await world.addKey();
  const { ciphertext } = await encrypt(arn);
  world.denyAll();
  await expectRefused(encrypt(arn), 'AccessDeniedException');
  await expectRefused(decrypt(ciphertext), 'AccessDeniedException');
  await expectRefused(decrypt(ciphertext, undefined, root, arn), 'AccessDeniedException');
  await expectRefused(world.keys.generateDataKey(root, { keyId: arn, region: REGION }), 'AccessDeniedException');
  const reEncryption = { source: { ciphertext, region: REGION }, destination: { keyId: arn, region: REGION } };
  await expectRefused(world.keys.reEncrypt(root, reEncryption), 'AccessDeniedException');
  await expectRefused(
    world.keys.createGrant(root, { keyId: arn, region: REGION, grantee: root.principal.arn, operations: ['Decrypt'] }),
    'AccessDeniedException',
  );
});

test('a dry run asks policy and does nothing', async () => {
  const { arn } = await world.addKey();
  const request = { keyId: arn, region: REGION, plaintext: bytes('x'), isDryRun: true };
  await expectRefused(world.keys.encrypt(root, request), 'DryRunOperationException');
  world.denyAll();
  await expectRefused(world.keys.encrypt(root, request), 'AccessDeniedException');
});

test('an old ciphertext opens after a rotation, a new one is under the new material', async () => {
  const { id, arn } = await world.addKey();
  const before = await encrypt(arn);
  await world.records.write((db) => kmsRecords.insertMaterial(db, makeMaterial(world, { keyId: id, version: 2 })));
  const after = await encrypt(arn);
  expect(after.materialId).not.toBe(before.materialId);
  expect(text((await decrypt(before.ciphertext)).plaintext)).toBe('secret');
  expect((await decrypt(after.ciphertext)).materialId).toBe(after.materialId);
});

test('key material neither rests open nor prints', async () => {
  const { arn } = await world.addKey();
  const { plaintext, ...rest } = await world.keys.generateDataKey(root, { keyId: arn, region: REGION });
  const rows = await world.records.read((db) => db.selectFrom('kms_key_material').selectAll().execute());
  const material = world.sealer.open(rows[0]!.material_sealed, `kms key material ${rows[0]!.key_id} 1`);
  expect(material.open()).toHaveLength(32);
  expect(Buffer.from(rows[0]!.material_sealed).includes(Buffer.from(material.open()))).toBe(false);
  const shown = `${inspect(plaintext)} ${JSON.stringify({ plaintext, rest })} ${inspect(material)} ${inspect(world.keys, { depth: 9 })}`;
  for (const secret of [plaintext, material]) {
    expect(shown).not.toContain(Buffer.from(secret.open()).toString('hex'));
    expect(shown).not.toContain(inspect(secret.open()).slice(16, 40));
  }
});

test('what the service seals under its own key opens for the same purpose alone', async () => {
  const sealed = await world.keys.sealOwn(bytes('data key'), 'domain one');
  expect(text(await world.keys.openOwn(sealed, 'domain one'))).toBe('data key');
  await expect(world.keys.openOwn(sealed, 'domain two')).rejects.toMatchObject({ kind: 'seal-broken' });
});
