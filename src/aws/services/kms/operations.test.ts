import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  allow,
  DAY_MS,
  DESTINATION,
  delegateTo,
  type KeyWorld,
  openKeyWorld,
  REGION,
  roleOf,
  rootOf,
  SOURCE,
  toPolicy,
} from '../../../keys/testing/key-world.ts';
import type { Principal } from '../../../model/principal.ts';
import type { Services } from '../operation.ts';
import { kmsOperations } from './operations.ts';

let world: KeyWorld;
let services: Services;
beforeEach(async () => {
  world = await openKeyWorld();
  services = {
    ...world,
    machineClock: world.clock,
    log: pino({ level: 'silent' }),
    wakeJobs: () => undefined,
    asOf: undefined,
    isDev: true,
  };
});
afterEach(() => world.records.close());

// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
const run = (operation: string, input: object = {}, principal: Principal = rootOf(SOURCE)): Promise<any> =>
  kmsOperations[operation]!(services, input, {
    principal,
    region: REGION,
    requestId: 'request',
    sourceIp: '127.0.0.1',
    userAgent: 'test',
    isSecure: false,
    now: world.clock.now(),
  });
const expectRefused = (promise: Promise<unknown>, code: string, message?: string | RegExp) =>
  expect(promise).rejects.toMatchObject({
    code,
    ...(message === undefined
      ? {}
      : { message: typeof message === 'string' ? message : expect.stringMatching(message) }),
  });
const createKey = async (input: object = {}): Promise<{ id: string; arn: string }> => {
  const { KeyMetadata } = await run('CreateKey', input);
  return { id: KeyMetadata.KeyId, arn: KeyMetadata.Arn };
};

test('a new key is as AWS makes them', async () => {
  const { KeyMetadata } = await run('CreateKey', { Description: 'mine' });
  expect(KeyMetadata).toEqual({
    AWSAccountId: SOURCE,
    KeyId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    Arn: `arn:aws:kms:${REGION}:${SOURCE}:key/${KeyMetadata.KeyId}`,
    CreationDate: new Date(world.clock.now()),
    Enabled: true,
    Description: 'mine',
    KeyUsage: 'ENCRYPT_DECRYPT',
    KeyState: 'Enabled',
    Origin: 'AWS_KMS',
    KeyManager: 'CUSTOMER',
    CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
    KeySpec: 'SYMMETRIC_DEFAULT',
    EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
    MultiRegion: false,
    CurrentKeyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(await run('DescribeKey', { KeyId: KeyMetadata.KeyId })).toEqual({ KeyMetadata });
  const { Policy, PolicyName } = await run('GetKeyPolicy', { KeyId: KeyMetadata.KeyId });
  expect(PolicyName).toBe('default');
  expect(JSON.parse(Policy).Statement[0].Principal).toEqual({ AWS: `arn:aws:iam::${SOURCE}:root` });
  expect(await run('ListKeyPolicies', { KeyId: KeyMetadata.KeyId })).toEqual({
    PolicyNames: ['default'],
    Truncated: false,
  });
});

test('a multi-Region key is a primary without replicas', async () => {
  const { KeyMetadata } = await run('CreateKey', { MultiRegion: true });
  expect(KeyMetadata.KeyId).toMatch(/^mrk-[0-9a-f]{32}$/);
  expect(KeyMetadata.MultiRegionConfiguration.MultiRegionKeyType).toBe('PRIMARY');
});

test.each([
  [{ KeySpec: 'SM2', KeyUsage: 'SIGN_VERIFY' }, 'UnsupportedOperationException'],
  [{ KeySpec: 'ML_KEM_768', KeyUsage: 'ENCRYPT_DECRYPT' }, 'ValidationException'],
  [{ Origin: 'EXTERNAL_KEY_STORE' }, 'UnsupportedOperationException'],
  [{ KeySpec: 'RSA_2048' }, 'ValidationException'],
  [{ KeySpec: 'HMAC_256', KeyUsage: 'ENCRYPT_DECRYPT' }, 'ValidationException'],
  [{ KeySpec: 'ECC_SECG_P256K1', KeyUsage: 'KEY_AGREEMENT' }, 'ValidationException'],
  [{ KeySpec: 'ECC_NIST_P256', KeyUsage: 'ENCRYPT_DECRYPT' }, 'ValidationException'],
  [{ KeySpec: 'RSA_2048', CustomerMasterKeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }, 'ValidationException'],
  [{ KeyUsage: 'SIGN_VERIFY' }, 'ValidationException'],
  [{ Tags: [{ TagKey: 'aws:mine', TagValue: '' }] }, 'TagException'],
])('a key of other kind is refused: %j', async (input, code) => {
  await expectRefused(run('CreateKey', input), code);
});

test('the cryptographic operations answer in AWS’s shapes', async () => {
  const { id, arn } = await createKey();
  const EncryptionContext = { a: '1' };
  const Plaintext = Uint8Array.of(1, 2, 3);
  const sealed = await run('Encrypt', { KeyId: id, Plaintext, EncryptionContext });
  expect(Object.keys(sealed).sort()).toEqual(['CiphertextBlob', 'EncryptionAlgorithm', 'KeyId']);
  const opened = await run('Decrypt', { CiphertextBlob: sealed.CiphertextBlob, EncryptionContext });
  expect(opened).toMatchObject({ KeyId: arn, Plaintext, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' });
  await expectRefused(run('Decrypt', { CiphertextBlob: sealed.CiphertextBlob }), 'InvalidCiphertextException');
  const other = await createKey();
  const moved = await run('ReEncrypt', {
    CiphertextBlob: sealed.CiphertextBlob,
    SourceEncryptionContext: EncryptionContext,
    DestinationKeyId: other.arn,
  });
  expect(moved).toMatchObject({ SourceKeyId: arn, KeyId: other.arn });
  expect((await run('Decrypt', { CiphertextBlob: moved.CiphertextBlob })).Plaintext).toEqual(Plaintext);
  const dataKey = await run('GenerateDataKey', { KeyId: id, KeySpec: 'AES_256' });
  expect(dataKey.Plaintext).toHaveLength(32);
  expect((await run('Decrypt', { CiphertextBlob: dataKey.CiphertextBlob, KeyId: id })).Plaintext).toEqual(
    dataKey.Plaintext,
  );
  const closed = await run('GenerateDataKeyWithoutPlaintext', { KeyId: id, NumberOfBytes: 5 });
  expect(closed.Plaintext).toBeUndefined();
  expect((await run('Decrypt', { CiphertextBlob: closed.CiphertextBlob })).Plaintext).toHaveLength(5);
  expect((await run('GenerateRandom', { NumberOfBytes: 7 })).Plaintext).toHaveLength(7);
});

test.each([
  ['Encrypt', { Plaintext: Uint8Array.of(1) }],
  ['GenerateDataKey', { KeySpec: 'AES_256' }],
  ['GenerateDataKeyWithoutPlaintext', { KeySpec: 'AES_128' }],
  ['CreateGrant', { GranteePrincipal: rootOf(SOURCE).arn, Operations: ['Decrypt'] }],
])('a dry run of %s would have succeeded', async (operation, input) => {
  const { id } = await createKey();
  await expectRefused(run(operation, { KeyId: id, DryRun: true, ...input }), 'DryRunOperationException');
  expect(await run('ListGrants', { KeyId: id })).toMatchObject({ Grants: [] });
});

test('GenerateDataKey takes a size or a spec, not both', async () => {
  const { id } = await createKey();
  await expectRefused(run('GenerateDataKey', { KeyId: id }), 'ValidationException');
  await expectRefused(
    run('GenerateDataKey', { KeyId: id, KeySpec: 'AES_256', NumberOfBytes: 9 }),
    'ValidationException',
  );
});

test('an alias names a key, moves and goes', async () => {
  const [one, other] = [await createKey(), await createKey()];
  const AliasName = 'alias/mine';
  await run('CreateAlias', { AliasName, TargetKeyId: one.arn });
  expect((await run('DescribeKey', { KeyId: AliasName })).KeyMetadata.Arn).toBe(one.arn);
  const AliasArn = `arn:aws:kms:${REGION}:${SOURCE}:alias/mine`;
  expect((await run('ListAliases', { KeyId: one.id })).Aliases).toMatchObject([
    { AliasName, AliasArn, TargetKeyId: one.id },
  ]);
  await expectRefused(
    run('CreateAlias', { AliasName, TargetKeyId: other.id }),
    'AlreadyExistsException',
    `An alias with the name ${AliasArn} already exists`,
  );
  await run('UpdateAlias', { AliasName, TargetKeyId: other.id });
  expect((await run('DescribeKey', { KeyId: AliasArn })).KeyMetadata.Arn).toBe(other.arn);
  await run('DeleteAlias', { AliasName });
  await expectRefused(run('DescribeKey', { KeyId: AliasName }), 'NotFoundException', `Alias ${AliasArn} is not found.`);
  await expectRefused(run('DeleteAlias', { AliasName }), 'NotFoundException');
});

test.each([
  [
    'mine',
    'ValidationException',
    'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
  ],
  ['alias/', 'ValidationException', 'Invalid identifier'],
  ['alias/my:key', 'ValidationException', 'alias/my:key contains invalid characters for an alias'],
  ['alias/aws/mine', 'NotAuthorizedException', ''],
])('the alias %s is refused', async (AliasName, code, sentence) => {
  const { id } = await createKey();
  await expectRefused(run('CreateAlias', { AliasName, TargetKeyId: id }), code, sentence);
});

test('a predefined alias is listed before its key is made, and with it afterwards', async () => {
  const AliasName = 'alias/aws/ebs';
  const find = async () => {
    const { Aliases } = await run('ListAliases');
    return Aliases.find((alias: { AliasName: string }) => alias.AliasName === AliasName);
  };
  expect(await find()).toEqual({ AliasName, AliasArn: `arn:aws:kms:${REGION}:${SOURCE}:${AliasName}` });
  const { KeyMetadata } = await run('DescribeKey', { KeyId: AliasName });
  expect((await find()).TargetKeyId).toBe(KeyMetadata.KeyId);
});

test('an alias moves between keys of one kind alone', async () => {
  const [one, hmac] = [await createKey(), await createKey({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' })];
  await run('CreateAlias', { AliasName: 'alias/mine', TargetKeyId: one.id });
  const moving = run('UpdateAlias', { AliasName: 'alias/mine', TargetKeyId: hmac.id });
  await expectRefused(moving, 'ValidationException');
  expect((await run('DescribeKey', { KeyId: 'alias/mine' })).KeyMetadata.Arn).toBe(one.arn);
});

test('what administers a key takes no alias', async () => {
  const { id } = await createKey();
  await run('CreateAlias', { AliasName: 'alias/mine', TargetKeyId: id });
  const grant = { GranteePrincipal: rootOf(SOURCE).arn, Operations: ['Decrypt'] };
  const inputs: Record<string, object> = { CreateGrant: grant, RevokeGrant: { GrantId: 'any' } };
  for (const operation of [
    'DisableKey',
    'ScheduleKeyDeletion',
    'GetKeyPolicy',
    'ListGrants',
    'ListAliases',
    ...Object.keys(inputs),
  ]) {
    await expectRefused(
      run(operation, { KeyId: 'alias/mine', ...inputs[operation] }),
      'NotFoundException',
      "Invalid keyId 'alias/mine'",
    );
  }
});

test('rotations are listed, the oldest first, and counted', async () => {
  const { id, arn } = await createKey();
  await run('EnableKeyRotation', { KeyId: id, RotationPeriodInDays: 100 });
  const begin = world.clock.now();
  world.advance(50 * DAY_MS);
  await run('RotateKeyOnDemand', { KeyId: id });
  // Two periods pass before anybody looks; a rotation on demand moves neither of them.
  world.advance(155 * DAY_MS);
  const { Rotations } = await run('ListKeyRotations', { KeyId: id });
  const told = Rotations.map(({ RotationType, RotationDate }: { RotationType: string; RotationDate: Date }) => [
    RotationType,
    (RotationDate.getTime() - begin) / DAY_MS,
  ]);
  expect(told).toEqual([
    ['ON_DEMAND', 50],
    ['AUTOMATIC', 100],
    ['AUTOMATIC', 200],
  ]);
  const { NextRotationDate } = await run('GetKeyRotationStatus', { KeyId: id });
  expect((NextRotationDate.getTime() - begin) / DAY_MS).toBe(300);
  const all = await run('ListKeyRotations', { KeyId: id, IncludeKeyMaterial: 'ALL_KEY_MATERIAL', Limit: 1 });
  expect(all.Rotations).toEqual([{ KeyId: id, KeyMaterialId: expect.any(String), KeyMaterialState: 'NON_CURRENT' }]);
  expect(all.Truncated).toBe(true);
  for (let spent = 1; spent < 25; spent += 1) await run('RotateKeyOnDemand', { KeyId: id });
  await expectRefused(
    run('RotateKeyOnDemand', { KeyId: id }),
    'LimitExceededException',
    `The on-demand rotations limit has been reached for the given keyId. No more on-demand rotations can be performed for this key: ${arn}`,
  );
});

test('rotation that is switched on again keeps its period', async () => {
  const { id } = await createKey();
  await run('EnableKeyRotation', { KeyId: id, RotationPeriodInDays: 100 });
  const begin = world.clock.now();
  world.advance(DAY_MS);
  await run('EnableKeyRotation', { KeyId: id });
  const NextRotationDate = new Date(begin + 100 * DAY_MS);
  const status = { RotationPeriodInDays: 100, NextRotationDate };
  expect(await run('GetKeyRotationStatus', { KeyId: id })).toMatchObject(status);
});

test('an alias is not a target', async () => {
  await expectRefused(
    run('CreateAlias', { AliasName: 'alias/a', TargetKeyId: 'alias/b' }),
    'ValidationException',
    'Aliases must refer to keys. Not aliases',
  );
});

test('the states of a key and their words', async () => {
  const { id, arn } = await createKey();
  const encrypt = () => run('Encrypt', { KeyId: id, Plaintext: Uint8Array.of(1) });
  const state = async () => (await run('DescribeKey', { KeyId: id })).KeyMetadata;
  await run('DisableKey', { KeyId: id });
  expect(await state()).toMatchObject({ KeyState: 'Disabled', Enabled: false });
  await expectRefused(encrypt(), 'DisabledException', `${arn} is disabled.`);
  await expectRefused(run('EnableKeyRotation', { KeyId: id }), 'DisabledException');
  await run('EnableKey', { KeyId: id });
  await encrypt();
  const DeletionDate = new Date(world.clock.now() + 7 * DAY_MS);
  const scheduled = await run('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 7 });
  expect(scheduled).toEqual({ KeyId: arn, DeletionDate, KeyState: 'PendingDeletion', PendingWindowInDays: 7 });
  expect(await state()).toMatchObject({ KeyState: 'PendingDeletion', Enabled: false, DeletionDate });
  for (const operation of ['EnableKey', 'DisableKey', 'ScheduleKeyDeletion', 'EnableKeyRotation']) {
    await expectRefused(run(operation, { KeyId: id }), 'KMSInvalidStateException', `${arn} is pending deletion.`);
  }
  await expectRefused(encrypt(), 'KMSInvalidStateException');
  expect(await run('CancelKeyDeletion', { KeyId: id })).toEqual({ KeyId: arn });
  expect(await state()).toMatchObject({ KeyState: 'Disabled' });
  await expectRefused(run('CancelKeyDeletion', { KeyId: id }), 'KMSInvalidStateException');
});

test('a key that is scheduled for deletion meanwhile is not enabled', async () => {
  const { id } = await createKey();
  await run('DisableKey', { KeyId: id });
  // Both have looked at the key before either changes it.
  const [scheduled, enabled] = await Promise.allSettled([
    run('ScheduleKeyDeletion', { KeyId: id }),
    run('EnableKey', { KeyId: id }),
  ]);
  expect(scheduled.status).toBe('fulfilled');
  expect(enabled).toMatchObject({ status: 'rejected', reason: { code: 'KMSInvalidStateException' } });
  expect((await run('DescribeKey', { KeyId: id })).KeyMetadata.KeyState).toBe('PendingDeletion');
});

test('a key whose waiting time is over is gone', async () => {
  const { id, arn } = await createKey();
  await run('CreateAlias', { AliasName: 'alias/mine', TargetKeyId: id });
  await run('ScheduleKeyDeletion', { KeyId: id });
  world.advance(30 * DAY_MS);
  await expectRefused(run('DescribeKey', { KeyId: id }), 'NotFoundException', `Key '${arn}' does not exist`);
  await expectRefused(run('CancelKeyDeletion', { KeyId: id }), 'NotFoundException');
  expect((await run('ListKeys')).Keys).toEqual([]);
  const { Aliases } = await run('ListAliases');
  expect(Aliases.map(({ AliasName }: { AliasName: string }) => AliasName)).not.toContain('alias/mine');
  const other = await createKey();
  await run('CreateAlias', { AliasName: 'alias/mine', TargetKeyId: other.id });
  expect((await run('DescribeKey', { KeyId: 'alias/mine' })).KeyMetadata.Arn).toBe(other.arn);
});

test.each([6, 31])('a waiting time of %d days is refused', async (PendingWindowInDays) => {
  const { id } = await createKey();
  await expectRefused(run('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays }), 'ValidationException');
});

test('lists come in pages that neither repeat nor miss', async () => {
  const made = [];
  for (let at = 0; at < 5; at += 1) made.push((await createKey()).id);
  const seen: string[] = [];
  let Marker: string | undefined;
  do {
    const page = await run('ListKeys', { Limit: 2, ...(Marker === undefined ? {} : { Marker }) });
    expect(page.Truncated).toBe(page.NextMarker !== undefined);
    seen.push(...page.Keys.map(({ KeyId }: { KeyId: string }) => KeyId));
    Marker = page.NextMarker;
  } while (Marker !== undefined);
  expect(seen).toEqual(made.sort());
  await expectRefused(run('ListKeys', { Marker: 'mine' }), 'InvalidMarkerException');
});

test('tags are set, replaced, listed and taken off', async () => {
  const { id } = await createKey({ Tags: [{ TagKey: 'team', TagValue: 'one' }] });
  await run('TagResource', {
    KeyId: id,
    Tags: [
      { TagKey: 'team', TagValue: 'two' },
      { TagKey: 'a', TagValue: '' },
    ],
  });
  const Tags = [
    { TagKey: 'a', TagValue: '' },
    { TagKey: 'team', TagValue: 'two' },
  ];
  expect(await run('ListResourceTags', { KeyId: id })).toEqual({ Tags, Truncated: false });
  await run('UntagResource', { KeyId: id, TagKeys: ['team', 'none'] });
  expect((await run('ListResourceTags', { KeyId: id })).Tags).toEqual([Tags[0]]);
  const many = Array.from({ length: 50 }, (_, at) => ({ TagKey: `tag ${at}`, TagValue: '' }));
  await expectRefused(run('TagResource', { KeyId: id, Tags: many }), 'TagException');
});

test('rotation has a period and a next date; an old ciphertext opens after it', async () => {
  const { id } = await createKey();
  expect(await run('GetKeyRotationStatus', { KeyId: id })).toEqual({ KeyId: id, KeyRotationEnabled: false });
  await run('EnableKeyRotation', { KeyId: id, RotationPeriodInDays: 90 });
  const NextRotationDate = new Date(world.clock.now() + 90 * DAY_MS);
  const status = { KeyId: id, KeyRotationEnabled: true, RotationPeriodInDays: 90, NextRotationDate };
  expect(await run('GetKeyRotationStatus', { KeyId: id })).toEqual(status);
  const before = await run('GenerateDataKey', { KeyId: id, KeySpec: 'AES_256' });
  world.advance(90 * DAY_MS);
  const after = await run('GenerateDataKey', { KeyId: id, KeySpec: 'AES_256' });
  expect(after.KeyMaterialId).not.toBe(before.KeyMaterialId);
  expect((await run('RotateKeyOnDemand', { KeyId: id })).KeyId).toBe(id);
  expect((await run('DescribeKey', { KeyId: id })).KeyMetadata.CurrentKeyMaterialId).not.toBe(after.KeyMaterialId);
  for (const { CiphertextBlob, Plaintext } of [before, after]) {
    expect((await run('Decrypt', { CiphertextBlob })).Plaintext).toEqual(Plaintext);
  }
  await run('DisableKeyRotation', { KeyId: id });
  expect((await run('GetKeyRotationStatus', { KeyId: id })).KeyRotationEnabled).toBe(false);
  await expectRefused(run('EnableKeyRotation', { KeyId: id, RotationPeriodInDays: 89 }), 'ValidationException');
});

test('a key policy is put and got, and must not lock its writer out', async () => {
  const { id } = await createKey();
  const worker = await world.addRole(SOURCE, 'worker');
  const shared = toPolicy(delegateTo(SOURCE), delegateTo(DESTINATION), allow(worker.arn, 'kms:Decrypt'));
  await run('PutKeyPolicy', { KeyId: id, PolicyName: 'default', Policy: shared });
  expect((await run('GetKeyPolicy', { KeyId: id })).Policy).toBe(shared);
  const lockedOut = toPolicy(allow(worker.arn, 'kms:*'));
  await expectRefused(
    run('PutKeyPolicy', { KeyId: id, Policy: lockedOut }),
    'MalformedPolicyDocumentException',
    'The new key policy will not allow you to update the key policy in the future.',
  );
  expect((await run('GetKeyPolicy', { KeyId: id })).Policy).toBe(shared);
  await run('PutKeyPolicy', { KeyId: id, Policy: lockedOut, BypassPolicyLockoutSafetyCheck: true });
  await expectRefused(run('GetKeyPolicy', { KeyId: id }), 'AccessDeniedException');
});

const strangers = 'Policy contains a statement with one or more invalid principals.';
test.each([
  ['a role that does not exist', `arn:aws:iam::${SOURCE}:role/nobody`, strangers],
  [
    'a service-linked role that does not exist yet',
    `arn:aws:iam::${DESTINATION}:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup`,
    strangers,
  ],
  ['a stray space', `arn:aws:iam::${SOURCE} :root`, strangers],
])('a key policy that names %s is refused', async (_, principal, sentence) => {
  const Policy = toPolicy(delegateTo(SOURCE), allow(principal, 'kms:Decrypt'));
  await expectRefused(run('CreateKey', { Policy }), 'MalformedPolicyDocumentException', sentence);
  const { id } = await createKey();
  await expectRefused(run('PutKeyPolicy', { KeyId: id, Policy }), 'MalformedPolicyDocumentException', sentence);
});

test('a key policy is JSON of statements with principals', async () => {
  for (const Policy of ['{', '[]', toPolicy({ Effect: 'Allow', Action: 'kms:*' })]) {
    await expectRefused(run('CreateKey', { Policy }), 'MalformedPolicyDocumentException');
  }
  await expectRefused(run('CreateKey', { Policy: ' '.repeat(32_769) }), 'LimitExceededException');
});

test('outside dev mode an account must be known to be named', async () => {
  const Policy = toPolicy(delegateTo(SOURCE), delegateTo(DESTINATION));
  const { id } = await createKey();
  await run('PutKeyPolicy', { KeyId: id, Policy });
  services = { ...services, isDev: false };
  await expectRefused(run('PutKeyPolicy', { KeyId: id, Policy }), 'MalformedPolicyDocumentException', strangers);
});

test('DescribeKey of a predefined alias makes the AWS managed key, which nobody may change', async () => {
  const { KeyMetadata } = await run('DescribeKey', { KeyId: 'alias/aws/ebs' });
  expect(KeyMetadata).toMatchObject({ KeyManager: 'AWS', KeyState: 'Enabled' });
  const KeyId = KeyMetadata.Arn;
  expect((await run('GetKeyPolicy', { KeyId })).Policy).toContain('ec2.eu-west-1.amazonaws.com');
  expect(await run('GetKeyRotationStatus', { KeyId })).toMatchObject({ KeyRotationEnabled: true });
  const changes: [string, object][] = [
    ['PutKeyPolicy', { Policy: toPolicy(delegateTo(SOURCE)) }],
    ['ScheduleKeyDeletion', {}],
    ['DisableKey', {}],
    ['EnableKey', {}],
    ['TagResource', { Tags: [{ TagKey: 'a', TagValue: '' }] }],
    ['UntagResource', { TagKeys: ['a'] }],
    ['UpdateKeyDescription', { Description: 'mine' }],
    ['DisableKeyRotation', {}],
    ['RotateKeyOnDemand', {}],
  ];
  for (const [operation, input] of changes) {
    await expectRefused(run(operation, { KeyId, ...input }), 'AccessDeniedException');
  }
  await expectRefused(run('CreateAlias', { AliasName: 'alias/mine', TargetKeyId: KeyId }), 'AccessDeniedException');
  await expectRefused(run('DeleteAlias', { AliasName: 'alias/aws/ebs' }), 'NotAuthorizedException');
});

test('an AWS managed key stays as it is even where an evaluation says yes', async () => {
  const { KeyMetadata } = await run('DescribeKey', { KeyId: 'alias/aws/rds' });
  services = { ...services, access: { ...services.access, authorize: async () => undefined } };
  await expectRefused(
    run('PutKeyPolicy', { KeyId: KeyMetadata.Arn, Policy: toPolicy(delegateTo(SOURCE)) }),
    'AccessDeniedException',
    `User: arn:aws:iam::${SOURCE}:root is not authorized to perform: kms:PutKeyPolicy on resource: ${KeyMetadata.Arn} because no resource-based policy allows the kms:PutKeyPolicy action`,
  );
});

test('a key of another account can be described and used with its policy’s word, not administered', async () => {
  const { arn } = await createKey({ Policy: toPolicy(delegateTo(SOURCE), delegateTo(DESTINATION)) });
  const stranger = rootOf(DESTINATION);
  expect((await run('DescribeKey', { KeyId: arn }, stranger)).KeyMetadata.AWSAccountId).toBe(SOURCE);
  await run('Encrypt', { KeyId: arn, Plaintext: Uint8Array.of(1) }, stranger);
  for (const operation of ['DisableKey', 'GetKeyPolicy', 'ScheduleKeyDeletion', 'ListResourceTags']) {
    await expectRefused(run(operation, { KeyId: arn }, stranger), 'AccessDeniedException');
  }
});

test('a stranger does not learn which keys exist', async () => {
  const { arn } = await createKey();
  const stranger = roleOf(DESTINATION, 'stranger');
  world.permit(stranger, { Action: 'kms:*', Resource: '*' });
  const missing = arn.replace(/[0-9a-f]{12}$/, '000000000000');
  const words = /is not authorized to perform: kms:DescribeKey on this resource because the resource does not exist/;
  await expectRefused(run('DescribeKey', { KeyId: missing }, stranger), 'AccessDeniedException', words);
  await expectRefused(run('DescribeKey', { KeyId: arn }, stranger), 'AccessDeniedException');
});

test('grants are listed as AWS lists them, retired by token, revoked by id', async () => {
  const { id, arn } = await createKey();
  const worker = await world.addRole(SOURCE, 'worker');
  const EncryptionContextSubset = { a: '1' };
  const { GrantId, GrantToken } = await run('CreateGrant', {
    KeyId: id,
    GranteePrincipal: worker.arn,
    RetiringPrincipal: worker.arn,
    Operations: ['Decrypt'],
    Constraints: { EncryptionContextSubset },
    Name: 'mine',
  });
  const entry = {
    KeyId: arn,
    GrantId,
    Name: 'mine',
    CreationDate: new Date(world.clock.now()),
    GranteePrincipal: worker.arn,
    RetiringPrincipal: worker.arn,
    IssuingAccount: `arn:aws:iam::${SOURCE}:root`,
    Operations: ['Decrypt'],
    Constraints: { EncryptionContextSubset },
  };
  expect(await run('ListGrants', { KeyId: id })).toEqual({ Grants: [entry], Truncated: false });
  expect((await run('ListGrants', { KeyId: id, GrantId: 'other' })).Grants).toEqual([]);
  expect((await run('ListRetirableGrants', { RetiringPrincipal: worker.arn })).Grants).toEqual([entry]);
  await run('RetireGrant', { GrantToken }, worker);
  expect((await run('ListGrants', { KeyId: id })).Grants).toEqual([]);
  await expectRefused(run('RetireGrant', { GrantToken }, worker), 'InvalidGrantTokenException');
  await expectRefused(run('RetireGrant', { KeyId: arn, GrantId }, worker), 'NotFoundException');
  const other = await run('CreateGrant', { KeyId: id, GranteePrincipal: worker.arn, Operations: ['Decrypt'] });
  await run('RevokeGrant', { KeyId: id, GrantId: other.GrantId });
  await expectRefused(run('RevokeGrant', { KeyId: id, GrantId: other.GrantId }), 'NotFoundException');
});

test('nothing is done once policy says no', async () => {
  const { id } = await createKey();
  world.denyAll();
  const inputs: Record<string, object> = {
    CreateAlias: { AliasName: 'alias/mine', TargetKeyId: id },
    CreateGrant: { GranteePrincipal: rootOf(SOURCE).arn, Operations: ['Decrypt'] },
    GenerateDataKey: { KeySpec: 'AES_256' },
    GenerateDataKeyWithoutPlaintext: { KeySpec: 'AES_256' },
    GenerateRandom: { NumberOfBytes: 1 },
    Encrypt: { Plaintext: Uint8Array.of(1) },
    PutKeyPolicy: { Policy: toPolicy(delegateTo(SOURCE)) },
    TagResource: { Tags: [] },
    UntagResource: { TagKeys: [] },
    ListRetirableGrants: { RetiringPrincipal: rootOf(SOURCE).arn },
    RevokeGrant: { GrantId: 'any' },
    UpdateKeyDescription: { Description: '' },
    GenerateDataKeyPair: { KeyPairSpec: 'ECC_NIST_P256' },
    GenerateDataKeyPairWithoutPlaintext: { KeyPairSpec: 'ECC_NIST_P256' },
    GenerateMac: { Message: Uint8Array.of(1), MacAlgorithm: 'HMAC_SHA_256' },
    VerifyMac: { Message: Uint8Array.of(1), Mac: Uint8Array.of(1), MacAlgorithm: 'HMAC_SHA_256' },
    Sign: { Message: Uint8Array.of(1), SigningAlgorithm: 'ECDSA_SHA_256' },
    Verify: { Message: Uint8Array.of(1), Signature: Uint8Array.of(1), SigningAlgorithm: 'ECDSA_SHA_256' },
    ImportKeyMaterial: { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' },
    GetParametersForImport: { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' },
    Encapsulate: { EncapsulationAlgorithm: 'ML_KEM' },
    Decapsulate: { SharedSecretCiphertextBlob: Uint8Array.of(1), EncapsulationAlgorithm: 'ML_KEM' },
    DeriveSharedSecret: { PublicKey: Uint8Array.of(1), KeyAgreementAlgorithm: 'ECDH' },
    ReplicateKey: { ReplicaRegion: 'eu-west-2' },
    UpdatePrimaryRegion: { PrimaryRegion: 'eu-west-2' },
  };
  // Those that first look for what is not there; tried on their own above.
  const others = ['Decrypt', 'ReEncrypt', 'DeleteAlias', 'UpdateAlias', 'RetireGrant'];
  for (const operation of Object.keys(kmsOperations).filter((name) => !others.includes(name))) {
    await expectRefused(run(operation, { KeyId: id, ...inputs[operation] }), 'AccessDeniedException');
  }
});
