import { expect, test } from 'vitest';
import { SOURCE } from '../../../access/testing/access-world.ts';
import { type IamWorld, openIamWorld } from './testing/iam-world.ts';

const AssumeRolePolicyDocument = JSON.stringify({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
});

const profile = { InstanceProfileName: 'web' };
const member = { ...profile, RoleName: 'server' };

const makeRole = (world: IamWorld, RoleName = 'server') =>
  world.call(SOURCE, 'CreateRole', { RoleName, AssumeRolePolicyDocument });

test('an instance profile is made without a role, told, listed and deleted', async () => {
  const world = await openIamWorld();
  const Tags = [{ Key: 'team', Value: 'blue' }];
  const { InstanceProfile } = await world.call(SOURCE, 'CreateInstanceProfile', { ...profile, Path: '/x/', Tags });
  expect(InstanceProfile).toMatchObject({
    InstanceProfileName: 'web',
    Path: '/x/',
    Arn: `arn:aws:iam::${SOURCE}:instance-profile/x/web`,
    InstanceProfileId: expect.stringMatching(/^AIPA[A-Z2-7]{17}$/),
    Roles: [],
    Tags,
  });
  expect((await world.call(SOURCE, 'GetInstanceProfile', profile)).InstanceProfile).toEqual(InstanceProfile);
  expect((await world.call(SOURCE, 'ListInstanceProfiles', { PathPrefix: '/x/' })).InstanceProfiles).toHaveLength(1);
  expect(await world.refusal(SOURCE, 'CreateInstanceProfile', profile)).toBe(
    'EntityAlreadyExists: Instance Profile web already exists.',
  );
  await world.call(SOURCE, 'DeleteInstanceProfile', profile);
  expect(await world.refusal(SOURCE, 'GetInstanceProfile', profile)).toBe(
    'NoSuchEntity: Instance Profile web cannot be found.',
  );
});

test('an instance profile holds one role, and neither goes before they are apart', async () => {
  const world = await openIamWorld();
  await makeRole(world);
  await makeRole(world, 'other');
  await world.call(SOURCE, 'CreateInstanceProfile', profile);
  await world.call(SOURCE, 'AddRoleToInstanceProfile', member);
  expect(await world.refusal(SOURCE, 'AddRoleToInstanceProfile', { ...profile, RoleName: 'other' })).toBe(
    'LimitExceeded: Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1',
  );
  const listed = await world.call(SOURCE, 'ListInstanceProfilesForRole', { RoleName: 'server' });
  expect(listed.InstanceProfiles).toMatchObject([{ InstanceProfileName: 'web', Roles: [{ RoleName: 'server' }] }]);
  const conflict = 'DeleteConflict: Cannot delete entity, must remove roles from instance profile first.';
  expect(await world.refusal(SOURCE, 'DeleteInstanceProfile', profile)).toBe(conflict);
  expect(await world.refusal(SOURCE, 'DeleteRole', { RoleName: 'server' })).toBe(conflict);
  await world.call(SOURCE, 'RemoveRoleFromInstanceProfile', member);
  await world.call(SOURCE, 'DeleteInstanceProfile', profile);
  await world.call(SOURCE, 'DeleteRole', { RoleName: 'server' });
});

test('whoever puts a role into an instance profile needs the right to pass it', async () => {
  const world = await openIamWorld();
  await makeRole(world);
  await world.call(SOURCE, 'CreateInstanceProfile', profile);
  await world.call(SOURCE, 'CreateUser', { UserName: 'alice' });
  const PolicyDocument =
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:AddRoleToInstanceProfile","Resource":"*"}}';
  await world.call(SOURCE, 'PutUserPolicy', { UserName: 'alice', PolicyName: 'add', PolicyDocument });
  const { AccessKeyId } = (await world.call(SOURCE, 'CreateAccessKey', { UserName: 'alice' })).AccessKey;
  const alice = (await world.credentials.find(AccessKeyId))?.principal;
  expect(await world.refusal(alice ?? SOURCE, 'AddRoleToInstanceProfile', member)).toMatch(/iam:PassRole on resource/);
});

test('tags are put on, listed and taken off', async () => {
  const world = await openIamWorld();
  await world.call(SOURCE, 'CreateInstanceProfile', profile);
  await world.call(SOURCE, 'TagInstanceProfile', { ...profile, Tags: [{ Key: 'a', Value: '1' }] });
  expect((await world.call(SOURCE, 'ListInstanceProfileTags', profile)).Tags).toEqual([{ Key: 'a', Value: '1' }]);
  await world.call(SOURCE, 'UntagInstanceProfile', { ...profile, TagKeys: ['a'] });
  expect((await world.call(SOURCE, 'ListInstanceProfileTags', profile)).Tags).toEqual([]);
});
