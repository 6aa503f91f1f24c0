import { expect, test } from 'vitest';
import { SOURCE } from '../../../access/testing/access-world.ts';
import type { Principal } from '../../../model/principal.ts';
import { type IamWorld, openIamWorld } from './testing/iam-world.ts';

const allowing = (action: string, effect = 'Allow') =>
  `{"Version":"2012-10-17","Statement":{"Effect":"${effect}","Action":"${action}","Resource":"*"}}`;

const backupAccess = 'arn:aws:iam::aws:policy/AWSBackupFullAccess';

async function makeUser(world: IamWorld, UserName: string): Promise<Principal> {
  await world.call(SOURCE, 'CreateUser', { UserName });
  const { AccessKeyId } = (await world.call(SOURCE, 'CreateAccessKey', { UserName })).AccessKey;
  const credential = await world.credentials.find(AccessKeyId);
  if (credential === undefined) throw new Error('the key was made');
  return credential.principal;
}

async function makeGroup(world: IamWorld, members: readonly string[] = [], GroupName = 'staff'): Promise<void> {
  await world.call(SOURCE, 'CreateGroup', { GroupName });
  for (const UserName of members) await world.call(SOURCE, 'AddUserToGroup', { GroupName, UserName });
}

test('a group is made, told, listed and deleted', async () => {
  const world = await openIamWorld();
  const { Group } = await world.call(SOURCE, 'CreateGroup', { GroupName: 'staff', Path: '/all/' });
  expect(Group).toMatchObject({
    GroupName: 'staff',
    Path: '/all/',
    Arn: `arn:aws:iam::${SOURCE}:group/all/staff`,
    GroupId: expect.stringMatching(/^AGPA[A-Z2-7]{17}$/),
  });
  expect(await world.call(SOURCE, 'GetGroup', { GroupName: 'staff' })).toEqual({
    Group,
    Users: [],
    IsTruncated: false,
  });
  expect((await world.call(SOURCE, 'ListGroups', { PathPrefix: '/all/' })).Groups).toEqual([Group]);
  expect((await world.call(SOURCE, 'ListGroups', { PathPrefix: '/none/' })).Groups).toEqual([]);
  await world.call(SOURCE, 'DeleteGroup', { GroupName: 'staff' });
  expect(await world.refusal(SOURCE, 'GetGroup', { GroupName: 'staff' })).toBe(
    'NoSuchEntity: The group with name staff cannot be found.',
  );
});

test('a name is taken in any case', async () => {
  const world = await openIamWorld();
  await makeGroup(world);
  expect(await world.refusal(SOURCE, 'CreateGroup', { GroupName: 'Staff' })).toBe(
    'EntityAlreadyExists: Group with name Staff already exists.',
  );
});

test('what a group may, its users may, until they leave it', async () => {
  const world = await openIamWorld();
  const alice = await makeUser(world, 'alice');
  await makeGroup(world, ['alice']);
  await world.refusal(alice, 'ListRoles');
  const policy = { GroupName: 'staff', PolicyName: 'roles' };
  await world.call(SOURCE, 'PutGroupPolicy', { ...policy, PolicyDocument: allowing('iam:ListRoles') });
  await world.call(alice, 'ListRoles');
  await world.call(SOURCE, 'RemoveUserFromGroup', { GroupName: 'staff', UserName: 'alice' });
  await world.refusal(alice, 'ListRoles');
});

test("a denial of a group's policy wins over the user's own", async () => {
  const world = await openIamWorld();
  const alice = await makeUser(world, 'alice');
  await makeGroup(world, ['alice']);
  const own = { UserName: 'alice', PolicyName: 'own', PolicyDocument: allowing('iam:*') };
  await world.call(SOURCE, 'PutUserPolicy', own);
  const denial = { GroupName: 'staff', PolicyName: 'no', PolicyDocument: allowing('iam:ListRoles', 'Deny') };
  await world.call(SOURCE, 'PutGroupPolicy', denial);
  expect(await world.refusal(alice, 'ListRoles')).toMatch(/with an explicit deny in an identity-based policy$/);
  await world.call(alice, 'ListUsers');
});

test("a group's policies are put, told, listed and deleted", async () => {
  const world = await openIamWorld();
  await makeGroup(world);
  const policy = { GroupName: 'staff', PolicyName: 'roles' };
  await world.call(SOURCE, 'PutGroupPolicy', { ...policy, PolicyDocument: allowing('iam:ListRoles') });
  const told = await world.call(SOURCE, 'GetGroupPolicy', policy);
  expect(decodeURIComponent(told.PolicyDocument)).toBe(allowing('iam:ListRoles'));
  expect((await world.call(SOURCE, 'ListGroupPolicies', policy)).PolicyNames).toEqual(['roles']);
  await world.call(SOURCE, 'AttachGroupPolicy', { GroupName: 'staff', PolicyArn: backupAccess });
  expect((await world.call(SOURCE, 'ListAttachedGroupPolicies', policy)).AttachedPolicies).toEqual([
    { PolicyName: 'AWSBackupFullAccess', PolicyArn: backupAccess },
  ]);
  const entities = await world.call(SOURCE, 'ListEntitiesForPolicy', { PolicyArn: backupAccess });
  expect(entities.PolicyGroups).toMatchObject([{ GroupName: 'staff' }]);
  await world.call(SOURCE, 'DetachGroupPolicy', { GroupName: 'staff', PolicyArn: backupAccess });
  await world.call(SOURCE, 'DeleteGroupPolicy', policy);
  expect(await world.refusal(SOURCE, 'GetGroupPolicy', policy)).toBe(
    'NoSuchEntity: The group policy with name roles cannot be found.',
  );
});

test('a group with users, policies or attachments stays; so does a user in a group', async () => {
  const world = await openIamWorld();
  await world.call(SOURCE, 'CreateUser', { UserName: 'alice' });
  await makeGroup(world, ['alice']);
  const group = { GroupName: 'staff' };
  const membership = 'DeleteConflict: Cannot delete entity, must remove users from group first.';
  expect(await world.refusal(SOURCE, 'DeleteGroup', group)).toBe(membership);
  expect(await world.refusal(SOURCE, 'DeleteUser', { UserName: 'alice' })).toBe(membership);
  await world.call(SOURCE, 'RemoveUserFromGroup', { ...group, UserName: 'alice' });
  await world.call(SOURCE, 'AttachGroupPolicy', { ...group, PolicyArn: backupAccess });
  expect(await world.refusal(SOURCE, 'DeleteGroup', group)).toBe(
    'DeleteConflict: Cannot delete entity, must detach all policies first.',
  );
});

test('a user is in ten groups at most; joining twice is joining once', async () => {
  const world = await openIamWorld();
  await world.call(SOURCE, 'CreateUser', { UserName: 'alice' });
  for (let index = 0; index < 10; index += 1) await makeGroup(world, ['alice'], `group${index}`);
  await world.call(SOURCE, 'AddUserToGroup', { GroupName: 'group3', UserName: 'alice' });
  await world.call(SOURCE, 'CreateGroup', { GroupName: 'eleventh' });
  expect(await world.refusal(SOURCE, 'AddUserToGroup', { GroupName: 'eleventh', UserName: 'alice' })).toBe(
    'LimitExceeded: Cannot exceed quota for GroupsPerUser: 10',
  );
  expect((await world.call(SOURCE, 'ListGroupsForUser', { UserName: 'alice' })).Groups).toHaveLength(10);
});

test('the users of a group come in pages, the group with each', async () => {
  const world = await openIamWorld();
  for (const UserName of ['alice', 'bob', 'carol']) await world.call(SOURCE, 'CreateUser', { UserName });
  await makeGroup(world, ['carol', 'alice', 'bob']);
  const first = await world.call(SOURCE, 'GetGroup', { GroupName: 'staff', MaxItems: 2 });
  expect(first.Users.map(({ UserName }: { UserName: string }) => UserName)).toEqual(['alice', 'bob']);
  expect(first.IsTruncated).toBe(true);
  const second = await world.call(SOURCE, 'GetGroup', { GroupName: 'staff', MaxItems: 2, Marker: first.Marker });
  expect(second).toMatchObject({ Group: { GroupName: 'staff' }, Users: [{ UserName: 'carol' }], IsTruncated: false });
});

test('users and policies follow a group to its new name', async () => {
  const world = await openIamWorld();
  const alice = await makeUser(world, 'alice');
  await makeGroup(world, ['alice']);
  const policy = { PolicyName: 'roles', PolicyDocument: allowing('iam:ListRoles') };
  await world.call(SOURCE, 'PutGroupPolicy', { GroupName: 'staff', ...policy });
  await world.call(SOURCE, 'UpdateGroup', { GroupName: 'staff', NewGroupName: 'crew', NewPath: '/ship/' });
  const { Group, Users } = await world.call(SOURCE, 'GetGroup', { GroupName: 'crew' });
  expect(Group.Arn).toBe(`arn:aws:iam::${SOURCE}:group/ship/crew`);
  expect(Users).toMatchObject([{ UserName: 'alice' }]);
  await world.call(alice, 'ListRoles');
});

test('the right to a group is not the right to another', async () => {
  const world = await openIamWorld();
  const alice = await makeUser(world, 'alice');
  await makeGroup(world, [], 'staff');
  await makeGroup(world, [], 'admins');
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: 'iam:AddUserToGroup', Resource: `arn:aws:iam::${SOURCE}:group/staff` },
  });
  await world.call(SOURCE, 'PutUserPolicy', { UserName: 'alice', PolicyName: 'own', PolicyDocument });
  await world.call(alice, 'AddUserToGroup', { GroupName: 'staff', UserName: 'alice' });
  expect(await world.refusal(alice, 'AddUserToGroup', { GroupName: 'admins', UserName: 'alice' })).toMatch(
    /^AccessDenied: .* iam:AddUserToGroup on resource: group admins because/,
  );
});
