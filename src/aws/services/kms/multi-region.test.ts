import { afterEach, beforeEach, expect, test } from 'vitest';
import { sweepDueKeys } from '../../../keys/sweep-due-keys.ts';
import { DAY_MS, REGION, SOURCE } from '../../../keys/testing/key-world.ts';
import { expectRefused, type KmsWorld, openKmsWorld } from './testing/kms-world.ts';

let world: KmsWorld;
let KeyId: string;
beforeEach(async () => {
  world = await openKmsWorld();
  ({ KeyId } = await world.createKey({ MultiRegion: true }));
});
afterEach(() => world.records.close());

const OTHER = 'eu-west-2';
const THIRD = 'us-east-1';
const there = { region: OTHER };
const arnIn = (region: string) => `arn:aws:kms:${region}:${SOURCE}:key/${KeyId}`;
const entry = (Region: string) => ({ Arn: arnIn(Region), Region });
const replicate = (ReplicaRegion = OTHER, input: object = {}) =>
  world.run('ReplicateKey', { KeyId, ReplicaRegion, ...input });
const describe = async (region = REGION) => (await world.run('DescribeKey', { KeyId }, { region })).KeyMetadata;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('a replica is the same key in another Region, with properties of its own', async () => {
  const Tags = [{ TagKey: 'a', TagValue: '1' }];
  const answer = await replicate(OTHER, { Description: 'replica', Tags });
  const MultiRegionConfiguration = {
    MultiRegionKeyType: 'REPLICA',
    PrimaryKey: entry(REGION),
    ReplicaKeys: [entry(OTHER)],
  };
  expect(answer.ReplicaTags).toEqual(Tags);
  expect(JSON.parse(answer.ReplicaPolicy).Id).toBe('key-default-1');
  const replica = await describe(OTHER);
  expect(answer.ReplicaKeyMetadata).toEqual(replica);
  expect(replica).toMatchObject({ KeyId, Arn: arnIn(OTHER), Description: 'replica', MultiRegionConfiguration });
  const primary = await describe();
  expect(primary).toMatchObject({ Description: '', CurrentKeyMaterialId: replica.CurrentKeyMaterialId });
  expect(primary.MultiRegionConfiguration).toEqual({ ...MultiRegionConfiguration, MultiRegionKeyType: 'PRIMARY' });
  expect((await world.run('ListResourceTags', { KeyId }, there)).Tags).toEqual(Tags);
  expect((await world.run('ListResourceTags', { KeyId })).Tags).toEqual([]);
  expect((await world.run('ListKeys', {}, there)).Keys).toEqual([{ KeyId, KeyArn: arnIn(OTHER) }]);
});

test('what one Region encrypts the other opens, whatever the other’s policy, grants and aliases are', async () => {
  await replicate();
  const { CiphertextBlob } = await world.run('Encrypt', { KeyId, Plaintext: bytes('secret') });
  expect((await world.run('Decrypt', { CiphertextBlob }, there)).KeyId).toBe(arnIn(OTHER));
  await expectRefused(world.run('Decrypt', { CiphertextBlob }, { region: THIRD }), 'AccessDeniedException');
  await world.run('DisableKey', { KeyId }, there);
  await expectRefused(world.run('Decrypt', { CiphertextBlob }, there), 'DisabledException');
  await world.run('Decrypt', { CiphertextBlob });
  await world.run('CreateAlias', { AliasName: 'alias/mine', TargetKeyId: KeyId });
  await expectRefused(world.run('DescribeKey', { KeyId: 'alias/mine' }, there), 'NotFoundException');
  const worker = await world.addRole(SOURCE, 'worker');
  await world.run('CreateGrant', { KeyId, GranteePrincipal: worker.arn, Operations: ['Decrypt'] });
  expect((await world.run('ListGrants', { KeyId }, there)).Grants).toEqual([]);
});

test('a replica is made of a primary, once a Region', async () => {
  await replicate();
  await expectRefused(replicate(), 'AlreadyExistsException');
  await expectRefused(replicate(REGION), 'AlreadyExistsException');
  await expectRefused(replicate('cn-north-1'), 'ValidationException');
  const replica = { KeyId, ReplicaRegion: THIRD };
  await expectRefused(world.run('ReplicateKey', replica, there), 'UnsupportedOperationException');
  const { KeyId: single } = await world.createKey();
  const ofSingle = world.run('ReplicateKey', { KeyId: single, ReplicaRegion: OTHER });
  await expectRefused(ofSingle, 'UnsupportedOperationException');
});

test('a replica takes the primary’s place', async () => {
  await replicate();
  await expectRefused(world.run('UpdatePrimaryRegion', { KeyId, PrimaryRegion: THIRD }), 'NotFoundException');
  await world.run('UpdatePrimaryRegion', { KeyId, PrimaryRegion: OTHER });
  for (const region of [REGION, OTHER]) {
    const { MultiRegionConfiguration } = await describe(region);
    expect(MultiRegionConfiguration).toEqual({
      MultiRegionKeyType: region === OTHER ? 'PRIMARY' : 'REPLICA',
      PrimaryKey: entry(OTHER),
      ReplicaKeys: [entry(REGION)],
    });
  }
  const again = world.run('UpdatePrimaryRegion', { KeyId, PrimaryRegion: OTHER });
  await expectRefused(again, 'UnsupportedOperationException');
});

test('rotation is the primary’s, and holds for all', async () => {
  await replicate();
  await expectRefused(world.run('EnableKeyRotation', { KeyId }, there), 'UnsupportedOperationException');
  await world.run('EnableKeyRotation', { KeyId });
  expect(await world.run('GetKeyRotationStatus', { KeyId }, there)).toMatchObject({ KeyRotationEnabled: true });
  const before = (await describe(OTHER)).CurrentKeyMaterialId;
  await world.run('RotateKeyOnDemand', { KeyId });
  const after = (await describe(OTHER)).CurrentKeyMaterialId;
  expect(after).not.toBe(before);
  expect((await describe()).CurrentKeyMaterialId).toBe(after);
});

test.each(['swept', 'unswept'])('a primary waits for its replicas, and its own time begins then (%s)', async (way) => {
  await replicate();
  const scheduled = await world.run('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 10 });
  const waiting = { KeyId: arnIn(REGION), KeyState: 'PendingReplicaDeletion', PendingWindowInDays: 10 };
  expect(scheduled).toEqual(waiting);
  expect(await describe()).toMatchObject({ KeyState: 'PendingReplicaDeletion', PendingDeletionWindowInDays: 10 });
  const { CiphertextBlob } = await world.run('Encrypt', { KeyId, Plaintext: bytes('secret') }, there);
  await expectRefused(
    world.run('Decrypt', { CiphertextBlob }),
    'KMSInvalidStateException',
    `${arnIn(REGION)} is pending deletion.`,
  );
  await world.run('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 }, there);
  const begin = world.clock.now() + 7 * DAY_MS;
  world.advance(8 * DAY_MS);
  if (way === 'swept') expect(await sweepDueKeys(world)).toEqual([arnIn(OTHER)]);
  await expectRefused(world.run('DescribeKey', { KeyId }, there), 'NotFoundException');
  const DeletionDate = new Date(begin + 10 * DAY_MS);
  expect(await describe()).toMatchObject({ KeyState: 'PendingDeletion', DeletionDate });
  await world.run('CancelKeyDeletion', { KeyId });
  await world.run('EnableKey', { KeyId });
  expect(await world.run('Decrypt', { CiphertextBlob })).toMatchObject({ KeyId: arnIn(REGION) });
});

test('the material goes with the last that shares it', async () => {
  await replicate();
  await world.run('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
  await world.run('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 }, there);
  world.advance(30 * DAY_MS);
  expect(await sweepDueKeys(world)).toEqual([arnIn(OTHER), arnIn(REGION)]);
  expect(await world.records.read((db) => db.selectFrom('kms_key_material').selectAll().execute())).toEqual([]);
});
