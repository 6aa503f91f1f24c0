import { beforeEach, expect, test } from 'vitest';
import { DESTINATION, SOURCE } from '../../../access/testing/access-world.ts';
import { type BackupWorld, openBackupWorld, REGION } from './testing/backup-world.ts';

const DAY_MS = 86_400_000;
const NO_PRIVILEGES = 'AccessDeniedException: Insufficient privileges to perform this action.';

let world: BackupWorld;

beforeEach(async () => {
  world = await openBackupWorld();
});

const call = (operation: string, input?: object) => world.call(SOURCE, operation, input);
const refusal = (operation: string, input?: object) => world.refusal(SOURCE, operation, input);
const create = (more: object = {}) => call('CreateBackupVault', { BackupVaultName: 'first', ...more });
const describeVault = () => call('DescribeBackupVault', { BackupVaultName: 'first' });
const putPolicy = (...statements: object[]) => ({
  BackupVaultName: 'first',
  Policy: JSON.stringify({ Version: '2012-10-17', Statement: statements.map((each) => ({ Resource: '*', ...each })) }),
});

test("a vault without a key gets the account's own aws/backup key", async () => {
  expect(await create({ CreatorRequestId: 'token' })).toEqual({
    BackupVaultName: 'first',
    BackupVaultArn: `arn:aws:backup:${REGION}:${SOURCE}:backup-vault:first`,
    CreationDate: new Date(world.clock.now()),
  });
  const { EncryptionKeyArn, ...vault } = await describeVault();
  expect(EncryptionKeyArn).toMatch(new RegExp(`^arn:aws:kms:${REGION}:${SOURCE}:key/`));
  expect(vault).toEqual({
    BackupVaultName: 'first',
    BackupVaultArn: `arn:aws:backup:${REGION}:${SOURCE}:backup-vault:first`,
    VaultType: 'BACKUP_VAULT',
    VaultState: 'AVAILABLE',
    CreationDate: new Date(world.clock.now()),
    CreatorRequestId: 'token',
    NumberOfRecoveryPoints: 0,
    Locked: false,
  });
  const { KeyMetadata } = await call('DescribeKey', { KeyId: 'alias/aws/backup' });
  expect(KeyMetadata.Arn).toBe(EncryptionKeyArn);
});

test('a vault under a customer key, named by its alias, gives the Backup service a grant for that vault alone', async () => {
  const { KeyMetadata } = await call('CreateKey');
  await call('CreateAlias', { AliasName: 'alias/mine', TargetKeyId: KeyMetadata.KeyId });
  await create({ EncryptionKeyArn: 'alias/mine' });
  expect((await describeVault()).EncryptionKeyArn).toBe(KeyMetadata.Arn);
  const { Grants } = await call('ListGrants', { KeyId: KeyMetadata.KeyId });
  expect(Grants).toHaveLength(1);
  expect(Grants[0]).toMatchObject({
    GranteePrincipal: 'backup.amazonaws.com',
    Constraints: {
      EncryptionContextSubset: {
        'aws:backup:backup-vault': `arn:aws:backup:${REGION}:${SOURCE}:backup-vault:first`,
      },
    },
  });
});

test('a repeated creation succeeds with the same request id only, and leaves no second grant', async () => {
  const { KeyMetadata } = await call('CreateKey');
  const request = { EncryptionKeyArn: KeyMetadata.Arn, CreatorRequestId: 'one' };
  const made = await create(request);
  expect(await create(request)).toEqual(made);
  expect(await refusal('CreateBackupVault', { BackupVaultName: 'first', CreatorRequestId: 'two' })).toBe(
    'AlreadyExistsException: Backup vault with the same name already exists',
  );
  expect((await call('ListGrants', { KeyId: KeyMetadata.KeyId })).Grants).toHaveLength(1);
});

test('two creations at the same time make one vault and leave one grant', async () => {
  const { KeyMetadata } = await call('CreateKey');
  const tries = await Promise.allSettled([
    create({ EncryptionKeyArn: KeyMetadata.Arn }),
    create({ EncryptionKeyArn: KeyMetadata.Arn }),
  ]);
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await call('ListGrants', { KeyId: KeyMetadata.KeyId })).Grants).toHaveLength(1);
});

test('the first vault of an account brings the service-linked role', async () => {
  expect(await refusal('GetRole', { RoleName: 'AWSServiceRoleForBackup' })).toMatch(/^NoSuchEntity/);
  await create();
  const { Role } = await call('GetRole', { RoleName: 'AWSServiceRoleForBackup' });
  expect(Role.Path).toBe('/aws-service-role/backup.amazonaws.com/');
});

test('a key that is disabled, unknown or of another Region makes no vault', async () => {
  const { KeyMetadata } = await call('CreateKey');
  await call('DisableKey', { KeyId: KeyMetadata.KeyId });
  for (const key of [
    KeyMetadata.Arn,
    'alias/absent',
    KeyMetadata.Arn.replace(REGION, 'us-east-1'),
    KeyMetadata.Arn.replace(/key\/.*/, 'key/00000000-0000-4000-8000-000000000000'),
  ]) {
    const refused = await refusal('CreateBackupVault', { BackupVaultName: 'first', EncryptionKeyArn: key });
    expect(refused).toMatch(/^InvalidParameterValueException: The KMS key /);
  }
  expect(await refusal('DescribeBackupVault', { BackupVaultName: 'first' })).toBe(NO_PRIVILEGES);
});

test('whoever lacks rights on the key or on backup storage makes no vault', async () => {
  const { KeyMetadata } = await call('CreateKey');
  const vaults = { Effect: 'Allow', Action: ['backup:*', 'backup-storage:MountCapsule'] };
  const keyless = await world.addUser(SOURCE, 'keyless', vaults);
  const request = { BackupVaultName: 'first', EncryptionKeyArn: KeyMetadata.Arn };
  expect(await world.refusal(keyless, 'CreateBackupVault', request)).toBe(NO_PRIVILEGES);
  const almost = await world.addUser(SOURCE, 'almost', vaults, {
    Effect: 'Allow',
    Action: ['kms:CreateGrant', 'kms:DescribeKey'],
  });
  expect(await world.refusal(almost, 'CreateBackupVault', request)).toBe(NO_PRIVILEGES);
  const diskless = await world.addUser(SOURCE, 'diskless', { Effect: 'Allow', Action: ['backup:*', 'kms:*'] });
  expect(await world.refusal(diskless, 'CreateBackupVault', { BackupVaultName: 'second' })).toMatch(
    /^AccessDeniedException: User: .*user\/diskless is not authorized to perform: backup-storage:MountCapsule/,
  );
});

test('AWSBackupFullAccess is enough for a vault, under whatever key of the account', async () => {
  const { KeyMetadata } = await call('CreateKey');
  const administrator = await world.addUser(SOURCE, 'administrator', { Effect: 'Allow', Action: 'iam:Get*' });
  await call('AttachUserPolicy', {
    UserName: 'administrator',
    PolicyArn: 'arn:aws:iam::aws:policy/AWSBackupFullAccess',
  });
  for (const input of [
    { BackupVaultName: 'first' },
    { BackupVaultName: 'second', EncryptionKeyArn: KeyMetadata.Arn },
  ]) {
    const made = await world.call(administrator, 'CreateBackupVault', input);
    expect(made.BackupVaultName).toBe(input.BackupVaultName);
  }
});

test("a vault that does not exist, and somebody else's, give the same answer", async () => {
  for (const operation of [
    'DescribeBackupVault',
    'GetBackupVaultAccessPolicy',
    'DeleteBackupVault',
    'DeleteBackupVaultAccessPolicy',
    'ListRecoveryPointsByBackupVault',
  ]) {
    expect(await refusal(operation, { BackupVaultName: 'absent' })).toBe(NO_PRIVILEGES);
  }
  await create();
  expect(
    await world.refusal(DESTINATION, 'DescribeBackupVault', { BackupVaultName: 'first', BackupVaultAccountId: SOURCE }),
  ).toBe(NO_PRIVILEGES);
});

test('vaults are listed page by page, oldest first, each once', async () => {
  for (const name of ['bb', 'cc', 'aa']) {
    await create({ BackupVaultName: name });
    world.clock.advance(1);
  }
  const first = await call('ListBackupVaults', { MaxResults: 2 });
  expect(first.BackupVaultList).toHaveLength(2);
  const second = await call('ListBackupVaults', { MaxResults: 2, NextToken: first.NextToken });
  expect(second).not.toHaveProperty('NextToken');
  const names = [...first.BackupVaultList, ...second.BackupVaultList].map(({ BackupVaultName }) => BackupVaultName);
  expect(names).toEqual(['bb', 'cc', 'aa']);
  expect(await refusal('ListBackupVaults', { NextToken: 'nonsense' })).toMatch(/^InvalidParameterValueException/);
  expect((await world.call(DESTINATION, 'ListBackupVaults')).BackupVaultList).toEqual([]);
  expect(
    (await call('ListBackupVaults', { ByVaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' })).BackupVaultList,
  ).toEqual([]);
});

test('a vault that is gone takes its policy, lock and tags along', async () => {
  await create({ BackupVaultTags: { team: 'one' } });
  await call('PutBackupVaultAccessPolicy', putPolicy(copyInto(`arn:aws:iam::${DESTINATION}:root`)));
  await call('DeleteBackupVault', { BackupVaultName: 'first' });
  expect(await refusal('DescribeBackupVault', { BackupVaultName: 'first' })).toBe(NO_PRIVILEGES);
  const { BackupVaultArn } = await create();
  expect(await call('ListTags', { ResourceArn: BackupVaultArn })).toEqual({ Tags: {} });
  expect(await refusal('GetBackupVaultAccessPolicy', { BackupVaultName: 'first' })).toMatch(
    /^ResourceNotFoundException/,
  );
});

test('a vault that is gone gives back the grant on its key', async () => {
  const { KeyMetadata } = await call('CreateKey');
  await create({ EncryptionKeyArn: KeyMetadata.Arn });
  await create({ BackupVaultName: 'second', EncryptionKeyArn: KeyMetadata.Arn });
  await call('DeleteBackupVault', { BackupVaultName: 'first' });
  const { Grants } = await call('ListGrants', { KeyId: KeyMetadata.KeyId });
  expect(Grants).toHaveLength(1);
  expect(JSON.stringify(Grants[0].Constraints)).toContain('backup-vault:second');
  await create({ EncryptionKeyArn: KeyMetadata.Arn });
  expect((await call('ListGrants', { KeyId: KeyMetadata.KeyId })).Grants).toHaveLength(2);
});

const copyInto = (principal: string): object => ({
  Effect: 'Allow',
  Principal: principal === '*' ? '*' : { AWS: principal },
  Action: 'backup:CopyIntoBackupVault',
});

test('a vault access policy reads back as it was written', async () => {
  await create();
  const input = putPolicy(copyInto(`arn:aws:iam::${DESTINATION}:root`));
  await call('PutBackupVaultAccessPolicy', input);
  expect(await call('GetBackupVaultAccessPolicy', { BackupVaultName: 'first' })).toEqual({
    BackupVaultName: 'first',
    BackupVaultArn: `arn:aws:backup:${REGION}:${SOURCE}:backup-vault:first`,
    Policy: input.Policy,
  });
  await call('DeleteBackupVaultAccessPolicy', { BackupVaultName: 'first' });
  expect(await refusal('GetBackupVaultAccessPolicy', { BackupVaultName: 'first' })).toMatch(
    /^ResourceNotFoundException/,
  );
});

const SHARES_TOO_MUCH =
  'InvalidParameterValueException: The specified policy cannot be added to the vault due to cross-account sharing restrictions';

test.each<[string, object, string | undefined]>([
  [
    'everyone of an organization may copy in',
    { ...copyInto('*'), Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } },
    undefined,
  ],
  [
    'the own account may do what is listed',
    { Effect: 'Allow', Principal: { AWS: SOURCE }, Action: 'backup:DescribeBackupVault' },
    undefined,
  ],
  [
    'everyone may be denied anything',
    { Effect: 'Deny', Principal: '*', Action: 'backup:DeleteRecoveryPoint' },
    undefined,
  ],
  [
    'another account may do more',
    {
      Effect: 'Allow',
      Principal: { AWS: DESTINATION },
      Action: ['backup:CopyIntoBackupVault', 'backup:DescribeBackupVault'],
    },
    SHARES_TOO_MUCH,
  ],
  ['everyone may do more', { Effect: 'Allow', Principal: '*', Action: 'backup:StartRestoreJob' }, SHARES_TOO_MUCH],
  [
    'all others may copy in',
    { Effect: 'Allow', NotPrincipal: { AWS: SOURCE }, NotAction: 'backup:DeleteBackupVault' },
    SHARES_TOO_MUCH,
  ],
  [
    'a role that is not there',
    copyInto(`arn:aws:iam::${DESTINATION}:role/absent`),
    'InvalidParameterValueException: Provided principal is not valid',
  ],
  [
    'an account that is not there',
    copyInto('arn:aws:iam::999999999999:root'),
    'InvalidParameterValueException: Provided principal is not valid',
  ],
  [
    'a stray space in the principal',
    copyInto(`arn:aws:iam::${DESTINATION} :root`),
    'InvalidParameterValueException: Provided principal is not valid',
  ],
])('a vault access policy in which %s', async (_name, statement, expected) => {
  await create();
  const input = putPolicy(statement);
  if (expected === undefined) await call('PutBackupVaultAccessPolicy', input);
  else expect(await refusal('PutBackupVaultAccessPolicy', input)).toBe(expected);
});

test('a vault access policy has no wildcard in its actions, and is a policy at all', async () => {
  await create();
  const refused = 'InvalidParameterValueException: The specified policy is not valid. ';
  const wild = putPolicy({ Effect: 'Deny', Principal: '*', Action: 'backup:*' });
  expect(await refusal('PutBackupVaultAccessPolicy', wild)).toContain(refused);
  expect(await refusal('PutBackupVaultAccessPolicy', { BackupVaultName: 'first', Policy: '{' })).toContain(refused);
});

test('a deny in the vault access policy binds even an administrator', async () => {
  await create();
  await call(
    'PutBackupVaultAccessPolicy',
    putPolicy({ Effect: 'Deny', Principal: '*', Action: 'backup:DescribeBackupVault' }),
  );
  expect(await refusal('DescribeBackupVault', { BackupVaultName: 'first' })).toMatch(
    /explicit deny in a resource-based policy$/,
  );
});

test('a vault to lock or unlock that does not exist is not found', async () => {
  for (const operation of ['PutBackupVaultLockConfiguration', 'DeleteBackupVaultLockConfiguration']) {
    expect(await refusal(operation, { BackupVaultName: 'absent' })).toMatch(/^ResourceNotFoundException/);
  }
});

test('a governance lock is taken off at any time', async () => {
  await create();
  await call('PutBackupVaultLockConfiguration', {
    BackupVaultName: 'first',
    MinRetentionDays: 7,
    MaxRetentionDays: 30,
  });
  expect(await describeVault()).toMatchObject({ Locked: true, MinRetentionDays: 7, MaxRetentionDays: 30 });
  expect(await describeVault()).not.toHaveProperty('LockDate');
  world.clock.advance(1000 * DAY_MS);
  await call('DeleteBackupVaultLockConfiguration', { BackupVaultName: 'first' });
  expect(await describeVault()).toMatchObject({ Locked: false });
  expect(await describeVault()).not.toHaveProperty('MinRetentionDays');
});

test('a compliance lock closes for ever at its date', async () => {
  await create();
  const lock = { BackupVaultName: 'first', MinRetentionDays: 7, ChangeableForDays: 3 };
  await call('PutBackupVaultLockConfiguration', lock);
  expect(await describeVault()).toMatchObject({ LockDate: new Date(world.clock.now() + 3 * DAY_MS) });
  world.clock.advance(3 * DAY_MS - 1);
  await call('PutBackupVaultLockConfiguration', { ...lock, MinRetentionDays: 8 });
  world.clock.advance(3 * DAY_MS);
  expect(await refusal('DeleteBackupVaultLockConfiguration', { BackupVaultName: 'first' })).toMatch(
    /^InvalidRequestException/,
  );
  expect(await refusal('PutBackupVaultLockConfiguration', lock)).toMatch(/^InvalidRequestException/);
});

test.each([
  { ChangeableForDays: 2 },
  { MinRetentionDays: 0 },
  { MaxRetentionDays: 36_501 },
  { MinRetentionDays: 10, MaxRetentionDays: 9 },
])('%j is no lock', async (days) => {
  await create();
  expect(await refusal('PutBackupVaultLockConfiguration', { BackupVaultName: 'first', ...days })).toMatch(
    /^InvalidParameterValueException/,
  );
});

test('tags are added, replaced and taken off, and those of AWS are not for users', async () => {
  const { BackupVaultArn: ResourceArn } = await create({ BackupVaultTags: { a: '1', b: '2' } });
  await call('TagResource', { ResourceArn, Tags: { b: '3', c: '4' } });
  await call('UntagResource', { ResourceArn, TagKeyList: ['a', 'absent'] });
  expect(await call('ListTags', { ResourceArn })).toEqual({ Tags: { b: '3', c: '4' } });
  expect(await refusal('TagResource', { ResourceArn, Tags: { 'aws:x': '1' } })).toMatch(
    /^InvalidParameterValueException/,
  );
  const many = Object.fromEntries(Array.from({ length: 49 }, (_, index) => [`k${index}`, '']));
  expect(await refusal('TagResource', { ResourceArn, Tags: many })).toMatch(/^LimitExceededException/);
  expect(await world.refusal(DESTINATION, 'ListTags', { ResourceArn })).toMatch(/^ResourceNotFoundException/);
});
