import { expect, test } from 'vitest';
import { DESTINATION, SOURCE } from '../../../access/testing/access-world.ts';
import type { Principal } from '../../../model/principal.ts';
import { type IamWorld, openIamWorld } from './testing/iam-world.ts';

const allowing = (action: string) =>
  `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"${action}","Resource":"*"}}`;

const makePolicy = async (world: IamWorld, action = 'iam:ListRoles'): Promise<string> =>
  (await world.call(SOURCE, 'CreatePolicy', { PolicyName: 'Mine', PolicyDocument: allowing(action) })).Policy.Arn;

async function makeUser(world: IamWorld, UserName = 'alice'): Promise<Principal> {
  await world.call(SOURCE, 'CreateUser', { UserName });
  const { AccessKeyId } = (await world.call(SOURCE, 'CreateAccessKey', { UserName })).AccessKey;
  const credential = await world.credentials.find(AccessKeyId);
  if (credential === undefined) throw new Error('the key was made');
  return credential.principal;
}

test('a user is made, told, listed and deleted', async () => {
  const world = await openIamWorld();
  const { User } = await world.call(SOURCE, 'CreateUser', { UserName: 'alice', Path: '/people/' });
  expect(User).toMatchObject({ UserName: 'alice', Arn: `arn:aws:iam::${SOURCE}:user/people/alice` });
  expect((await world.call(SOURCE, 'GetUser', { UserName: 'alice' })).User).toEqual(User);
  expect((await world.call(SOURCE, 'ListUsers', { PathPrefix: '/people/' })).Users).toEqual([User]);
  await world.call(SOURCE, 'DeleteUser', { UserName: 'alice' });
  expect(await world.refusal(SOURCE, 'GetUser', { UserName: 'alice' })).toBe(
    'NoSuchEntity: The user with name alice cannot be found.',
  );
});

test('without a name the caller is told', async () => {
  const world = await openIamWorld();
  expect((await world.call(SOURCE, 'GetUser')).User.UserName).toBe('admin');
  const root: Principal = { kind: 'root', account: SOURCE, arn: `arn:aws:iam::${SOURCE}:root`, userId: SOURCE };
  expect((await world.call(root, 'GetUser')).User).toMatchObject({ Arn: root.arn, UserId: SOURCE });
});

test('a user has two access keys at most, and none when it goes', async () => {
  const world = await openIamWorld();
  await makeUser(world);
  const user = { UserName: 'alice' };
  const second = (await world.call(SOURCE, 'CreateAccessKey', user)).AccessKey;
  expect(await world.refusal(SOURCE, 'CreateAccessKey', user)).toBe(
    'LimitExceeded: Cannot exceed quota for AccessKeysPerUser: 2',
  );
  expect(await world.refusal(SOURCE, 'DeleteUser', user)).toBe(
    'DeleteConflict: Cannot delete entity, must delete access keys first.',
  );
  const key = { ...user, AccessKeyId: second.AccessKeyId };
  await world.call(SOURCE, 'UpdateAccessKey', { ...key, Status: 'Inactive' });
  const listed = (await world.call(SOURCE, 'ListAccessKeys', user)).AccessKeyMetadata;
  expect(listed.find((each: { AccessKeyId: string }) => each.AccessKeyId === second.AccessKeyId).Status).toBe(
    'Inactive',
  );
  expect(JSON.stringify(listed)).not.toContain('Secret');
  for (const { AccessKeyId } of listed) await world.call(SOURCE, 'DeleteAccessKey', { ...user, AccessKeyId });
  await world.call(SOURCE, 'DeleteUser', user);
  expect(await world.credentials.find(second.AccessKeyId)).toBeUndefined();
});

test("another user's key cannot be found", async () => {
  const world = await openIamWorld();
  await makeUser(world, 'alice');
  await world.call(SOURCE, 'CreateUser', { UserName: 'bob' });
  const [key] = (await world.call(SOURCE, 'ListAccessKeys', { UserName: 'alice' })).AccessKeyMetadata;
  expect(await world.refusal(SOURCE, 'DeleteAccessKey', { UserName: 'bob', AccessKeyId: key.AccessKeyId })).toBe(
    `NoSuchEntity: The Access Key with id ${key.AccessKeyId} cannot be found.`,
  );
});

test('a customer managed policy counts as it stands in its default version', async () => {
  const world = await openIamWorld();
  const PolicyArn = await makePolicy(world);
  const alice = await makeUser(world);
  await world.call(SOURCE, 'AttachUserPolicy', { UserName: 'alice', PolicyArn });
  await world.call(alice, 'ListRoles');
  const PolicyDocument = allowing('iam:ListUsers');
  await world.call(SOURCE, 'CreatePolicyVersion', { PolicyArn, PolicyDocument });
  await world.call(alice, 'ListRoles');
  await world.call(SOURCE, 'SetDefaultPolicyVersion', { PolicyArn, VersionId: 'v2' });
  await world.refusal(alice, 'ListRoles');
  await world.call(alice, 'ListUsers');
  expect((await world.call(SOURCE, 'GetPolicy', { PolicyArn })).Policy).toMatchObject({
    DefaultVersionId: 'v2',
    AttachmentCount: 1,
    IsAttachable: true,
  });
});

test('a policy has five versions at most; the one in force stays', async () => {
  const world = await openIamWorld();
  const PolicyArn = await makePolicy(world);
  const PolicyDocument = allowing('iam:ListUsers');
  for (let version = 2; version <= 5; version += 1) {
    const made = await world.call(SOURCE, 'CreatePolicyVersion', { PolicyArn, PolicyDocument });
    expect(made.PolicyVersion).toMatchObject({ VersionId: `v${version}`, IsDefaultVersion: false });
  }
  expect(await world.refusal(SOURCE, 'CreatePolicyVersion', { PolicyArn, PolicyDocument })).toBe(
    'LimitExceeded: A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.',
  );
  expect(await world.refusal(SOURCE, 'DeletePolicyVersion', { PolicyArn, VersionId: 'v1' })).toBe(
    'DeleteConflict: Cannot delete the default version of a policy.',
  );
  expect(await world.refusal(SOURCE, 'DeletePolicy', { PolicyArn })).toMatch(/^DeleteConflict: This policy has more/);
  for (const VersionId of ['v2', 'v3', 'v4', 'v5']) {
    await world.call(SOURCE, 'DeletePolicyVersion', { PolicyArn, VersionId });
  }
  expect((await world.call(SOURCE, 'ListPolicyVersions', { PolicyArn })).Versions).toHaveLength(1);
  await world.call(SOURCE, 'DeletePolicy', { PolicyArn });
  expect(await world.refusal(SOURCE, 'GetPolicy', { PolicyArn })).toBe(
    `NoSuchEntity: Policy ${PolicyArn} was not found.`,
  );
});

test('a policy in use cannot be deleted, and tells who uses it', async () => {
  const world = await openIamWorld();
  const PolicyArn = await makePolicy(world);
  await makeUser(world);
  await world.call(SOURCE, 'AttachUserPolicy', { UserName: 'alice', PolicyArn });
  expect(await world.refusal(SOURCE, 'DeletePolicy', { PolicyArn })).toBe(
    'DeleteConflict: Cannot delete a policy attached to entities.',
  );
  const entities = await world.call(SOURCE, 'ListEntitiesForPolicy', { PolicyArn });
  expect(entities.PolicyUsers).toMatchObject([{ UserName: 'alice' }]);
  expect(entities.PolicyRoles).toEqual([]);
});

test('policies of another account are neither seen nor attached', async () => {
  const world = await openIamWorld();
  const PolicyArn = await makePolicy(world);
  expect(await world.refusal(DESTINATION, 'GetPolicy', { PolicyArn })).toMatch(/^AccessDenied|^NoSuchEntity/);
  await world.call(DESTINATION, 'CreateUser', { UserName: 'bob' });
  expect(await world.refusal(DESTINATION, 'AttachUserPolicy', { UserName: 'bob', PolicyArn })).toBe(
    `NoSuchEntity: Policy ${PolicyArn} does not exist or is not attachable.`,
  );
});

test("AWS's own policies are told and not changed", async () => {
  const world = await openIamWorld();
  const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
  expect((await world.call(SOURCE, 'GetPolicy', { PolicyArn })).Policy).toMatchObject({
    PolicyName: 'AdministratorAccess',
    DefaultVersionId: 'v1',
    AttachmentCount: 1,
  });
  const { PolicyVersion } = await world.call(SOURCE, 'GetPolicyVersion', { PolicyArn, VersionId: 'v1' });
  expect(JSON.parse(decodeURIComponent(PolicyVersion.Document)).Statement).toEqual([
    { Effect: 'Allow', Action: '*', Resource: '*' },
  ]);
  expect(await world.refusal(SOURCE, 'DeletePolicy', { PolicyArn })).toMatch(/^AccessDenied: /);
  await makePolicy(world);
  const names = async (input: object) =>
    (await world.call(SOURCE, 'ListPolicies', input)).Policies.map((each: { PolicyName: string }) => each.PolicyName);
  expect(await names({ Scope: 'Local' })).toEqual(['Mine']);
  expect(await names({ Scope: 'AWS', OnlyAttached: true })).toEqual(['AdministratorAccess']);
  expect(await names({ PathPrefix: '/service-role/' })).toEqual([
    'AWSBackupServiceRolePolicyForBackup',
    'AWSBackupServiceRolePolicyForRestores',
  ]);
});

test('an account summary counts what is there', async () => {
  const world = await openIamWorld();
  await makePolicy(world);
  await makeUser(world);
  expect((await world.call(SOURCE, 'GetAccountSummary')).SummaryMap).toMatchObject({ Users: 2, Roles: 0, Policies: 1 });
  expect(await world.call(SOURCE, 'ListAccountAliases')).toEqual({ AccountAliases: [], IsTruncated: false });
});

test('a user may be let at its own keys by the variable of its name', async () => {
  const world = await openIamWorld();
  const alice = await makeUser(world);
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Action: 'iam:ListAccessKeys',
      Resource: 'arn:aws:iam::*:user/${aws:username}',
    },
  });
  await world.call(SOURCE, 'PutUserPolicy', { UserName: 'alice', PolicyName: 'Own', PolicyDocument });
  expect((await world.call(alice, 'ListAccessKeys')).AccessKeyMetadata).toHaveLength(1);
  await makeUser(world, 'bob');
  expect(await world.refusal(alice, 'ListAccessKeys', { UserName: 'bob' })).toMatch(/^AccessDenied: /);
});

test('tags of users and policies are put, told and taken away', async () => {
  const world = await openIamWorld();
  const PolicyArn = await makePolicy(world);
  await makeUser(world);
  const Tags = [{ Key: 'team', Value: 'blue' }];
  for (const [kind, owner] of [
    ['User', { UserName: 'alice' }],
    ['Policy', { PolicyArn }],
  ] as const) {
    await world.call(SOURCE, `Tag${kind}`, { ...owner, Tags });
    expect((await world.call(SOURCE, `List${kind}Tags`, owner)).Tags).toEqual(Tags);
    await world.call(SOURCE, `Untag${kind}`, { ...owner, TagKeys: ['team'] });
    expect((await world.call(SOURCE, `List${kind}Tags`, owner)).Tags).toEqual([]);
  }
});

test('a boundary of a user is put, holds and is taken away', async () => {
  const world = await openIamWorld();
  const PermissionsBoundary = await makePolicy(world);
  const alice = await makeUser(world);
  const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
  await world.call(SOURCE, 'AttachUserPolicy', { UserName: 'alice', PolicyArn });
  await world.call(alice, 'ListUsers');
  await world.call(SOURCE, 'PutUserPermissionsBoundary', { UserName: 'alice', PermissionsBoundary });
  await world.call(alice, 'ListRoles');
  expect(await world.refusal(alice, 'ListUsers')).toMatch(/because no permissions boundary allows the iam:ListUsers/);
  expect(await world.refusal(SOURCE, 'DeletePolicy', { PolicyArn: PermissionsBoundary })).toMatch(/^DeleteConflict: /);
  await world.call(SOURCE, 'DeleteUserPermissionsBoundary', { UserName: 'alice' });
  await world.call(alice, 'ListUsers');
});

test('no user is in a group', async () => {
  const world = await openIamWorld();
  await makeUser(world);
  expect((await world.call(SOURCE, 'ListGroupsForUser', { UserName: 'alice' })).Groups).toEqual([]);
  expect(await world.refusal(SOURCE, 'ListGroupsForUser', { UserName: 'bob' })).toMatch(/^NoSuchEntity: /);
});

test('a managed policy is of the newest version of the language; an inline one need not be', async () => {
  const world = await openIamWorld();
  const PolicyDocument = allowing('iam:ListRoles').replace('2012-10-17', '2008-10-17');
  expect(await world.refusal(SOURCE, 'CreatePolicy', { PolicyName: 'Old', PolicyDocument })).toBe(
    'MalformedPolicyDocument: Policy document must be version 2012-10-17 or greater.',
  );
  await makeUser(world);
  await world.call(SOURCE, 'PutUserPolicy', { UserName: 'alice', PolicyName: 'Old', PolicyDocument });
});

test('a number of a version is not given twice', async () => {
  const world = await openIamWorld();
  const PolicyArn = await makePolicy(world);
  const version = { PolicyArn, PolicyDocument: allowing('iam:ListUsers') };
  await world.call(SOURCE, 'CreatePolicyVersion', version);
  await world.call(SOURCE, 'DeletePolicyVersion', { PolicyArn, VersionId: 'v2' });
  expect((await world.call(SOURCE, 'CreatePolicyVersion', version)).PolicyVersion.VersionId).toBe('v3');
});

test('a policy tells by name whom it is attached to, and whom it bounds', async () => {
  const world = await openIamWorld();
  const PolicyArn = await makePolicy(world);
  await world.call(SOURCE, 'CreateUser', { UserName: 'bound', PermissionsBoundary: PolicyArn });
  await world.call(SOURCE, 'CreateUser', { UserName: 'granted' });
  await world.call(SOURCE, 'AttachUserPolicy', { UserName: 'granted', PolicyArn });
  const users = async (more: object) => {
    const { PolicyUsers } = await world.call(SOURCE, 'ListEntitiesForPolicy', { PolicyArn, ...more });
    return PolicyUsers.map(({ UserName }: { UserName: string }) => UserName);
  };
  expect(await users({})).toEqual(['bound', 'granted']);
  expect(await users({ PolicyUsageFilter: 'PermissionsPolicy' })).toEqual(['granted']);
  expect(await users({ PolicyUsageFilter: 'PermissionsBoundary' })).toEqual(['bound']);
});
