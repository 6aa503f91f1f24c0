import { expect, test } from 'vitest';
import { DESTINATION, SOURCE } from '../../../access/testing/access-world.ts';
import type { Principal } from '../../../model/principal.ts';
import { type IamWorld, openIamWorld } from '../iam/testing/iam-world.ts';

const ROLE = `arn:aws:iam::${DESTINATION}:role/Copier`;

const trust = (principal: object, condition?: object, action: string | string[] = 'sts:AssumeRole') =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: principal, Action: action, ...(condition && { Condition: condition }) },
  });

const makeRole = (world: IamWorld, AssumeRolePolicyDocument: string, more = {}) =>
  world.call(DESTINATION, 'CreateRole', { RoleName: 'Copier', AssumeRolePolicyDocument, ...more });

const assume = (more = {}) => ({ RoleArn: ROLE, RoleSessionName: 'night', ...more });

const principalOf = async (world: IamWorld, answer: { Credentials: { AccessKeyId: string } }): Promise<Principal> => {
  const credential = await world.credentials.find(answer.Credentials.AccessKeyId);
  if (credential === undefined) throw new Error('the session was made');
  return credential.principal;
};

const denied = (caller: string, action = 'sts:AssumeRole') =>
  `AccessDenied: User: ${caller} is not authorized to perform: ${action} on resource: ${ROLE}`;

const ADMINISTRATOR = `arn:aws:iam::${SOURCE}:user/admin`;

test('the caller learns who it is without any permission', async () => {
  const world = await openIamWorld();
  await world.call(SOURCE, 'CreateUser', { UserName: 'nobody' });
  const key = (await world.call(SOURCE, 'CreateAccessKey', { UserName: 'nobody' })).AccessKey;
  const nobody = (await world.credentials.find(key.AccessKeyId))?.principal;
  expect(await world.call(nobody!, 'GetCallerIdentity')).toEqual({
    Account: SOURCE,
    Arn: `arn:aws:iam::${SOURCE}:user/nobody`,
    UserId: nobody?.userId,
  });
});

test('a session of a role in another account is had where trust and identity policies allow', async () => {
  const world = await openIamWorld();
  const { Role } = await makeRole(world, trust({ AWS: `arn:aws:iam::${SOURCE}:root` }));
  const answer = await world.call(SOURCE, 'AssumeRole', assume());
  const sessionArn = `arn:aws:sts::${DESTINATION}:assumed-role/Copier/night`;
  expect(answer.AssumedRoleUser).toEqual({ Arn: sessionArn, AssumedRoleId: `${Role.RoleId}:night` });
  expect(answer.Credentials.Expiration).toEqual(new Date(world.clock.now() + 3_600_000));
  expect(await world.call(await principalOf(world, answer), 'GetCallerIdentity')).toEqual({
    Account: DESTINATION,
    Arn: sessionArn,
    UserId: `${Role.RoleId}:night`,
  });
});

test('a role that trusts somebody else and one that is not there are refused alike', async () => {
  const world = await openIamWorld();
  expect(await world.refusal(SOURCE, 'AssumeRole', assume())).toBe(denied(ADMINISTRATOR));
  await makeRole(world, trust({ Service: 'backup.amazonaws.com' }));
  expect(await world.refusal(SOURCE, 'AssumeRole', assume())).toBe(denied(ADMINISTRATOR));
});

test('across accounts trust alone does not do', async () => {
  const world = await openIamWorld();
  await world.call(SOURCE, 'CreateUser', { UserName: 'alice' });
  const key = (await world.call(SOURCE, 'CreateAccessKey', { UserName: 'alice' })).AccessKey;
  const alice = (await world.credentials.find(key.AccessKeyId))!.principal;
  await makeRole(world, trust({ AWS: alice.arn }));
  expect(await world.refusal(alice, 'AssumeRole', assume())).toBe(denied(alice.arn));
  const document = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}}';
  await world.call(SOURCE, 'PutUserPolicy', { UserName: 'alice', PolicyName: 'Assume', PolicyDocument: document });
  await world.call(alice, 'AssumeRole', assume());
});

test('within an account a trust policy that names the caller is enough', async () => {
  const world = await openIamWorld();
  await world.call(DESTINATION, 'CreateUser', { UserName: 'bob' });
  const key = (await world.call(DESTINATION, 'CreateAccessKey', { UserName: 'bob' })).AccessKey;
  const bob = (await world.credentials.find(key.AccessKeyId))!.principal;
  await makeRole(world, trust({ AWS: bob.arn }));
  await world.call(bob, 'AssumeRole', assume());
  const PolicyDocument = trust({ AWS: DESTINATION });
  await world.call(DESTINATION, 'UpdateAssumeRolePolicy', { RoleName: 'Copier', PolicyDocument });
  expect(await world.refusal(bob, 'AssumeRole', assume())).toBe(denied(bob.arn));
});

test('an external id that the trust policy asks for must come along', async () => {
  const world = await openIamWorld();
  await makeRole(world, trust({ AWS: SOURCE }, { StringEquals: { 'sts:ExternalId': 'open sesame' } }));
  expect(await world.refusal(SOURCE, 'AssumeRole', assume())).toBe(denied(ADMINISTRATOR));
  expect(await world.refusal(SOURCE, 'AssumeRole', assume({ ExternalId: 'open' }))).toBe(denied(ADMINISTRATOR));
  await world.call(SOURCE, 'AssumeRole', assume({ ExternalId: 'open sesame' }));
});

test('an explicit deny of the caller itself is told', async () => {
  const world = await openIamWorld();
  await makeRole(world, trust({ AWS: SOURCE }));
  const PolicyDocument = '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"sts:*","Resource":"*"}}';
  await world.call(SOURCE, 'PutUserPolicy', { UserName: 'admin', PolicyName: 'No', PolicyDocument });
  expect(await world.refusal(SOURCE, 'AssumeRole', assume())).toBe(
    `${denied(ADMINISTRATOR)} with an explicit deny in an identity-based policy`,
  );
});

test('a session lasts as long as its role allows', async () => {
  const world = await openIamWorld();
  await makeRole(world, trust({ AWS: SOURCE }), { MaxSessionDuration: 7200 });
  await world.call(SOURCE, 'AssumeRole', assume({ DurationSeconds: 7200 }));
  expect(await world.refusal(SOURCE, 'AssumeRole', assume({ DurationSeconds: 7201 }))).toBe(
    'ValidationError: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
  );
});

test('a role taken on from another role lasts an hour at most', async () => {
  const world = await openIamWorld();
  await makeRole(world, trust({ AWS: SOURCE }), { MaxSessionDuration: 7200 });
  const AssumeRolePolicyDocument = trust({ AWS: SOURCE });
  await world.call(SOURCE, 'CreateRole', { RoleName: 'First', AssumeRolePolicyDocument });
  const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
  await world.call(SOURCE, 'AttachRolePolicy', { RoleName: 'First', PolicyArn });
  const first = await world.call(SOURCE, 'AssumeRole', {
    RoleArn: `arn:aws:iam::${SOURCE}:role/First`,
    RoleSessionName: 'first',
  });
  const session = await principalOf(world, first);
  await world.call(session, 'AssumeRole', assume());
  expect(await world.refusal(session, 'AssumeRole', assume({ DurationSeconds: 3601 }))).toBe(
    'ValidationError: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
  );
});

test('root takes on no roles', async () => {
  const world = await openIamWorld();
  await makeRole(world, trust({ AWS: SOURCE }));
  const root: Principal = { kind: 'root', account: SOURCE, arn: `arn:aws:iam::${SOURCE}:root`, userId: SOURCE };
  expect(await world.refusal(root, 'AssumeRole', assume())).toBe(
    'AccessDenied: Roles may not be assumed by root accounts.',
  );
});

test('a session policy is an upper bound', async () => {
  const world = await openIamWorld();
  await makeRole(world, trust({ AWS: SOURCE }));
  const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
  await world.call(DESTINATION, 'AttachRolePolicy', { RoleName: 'Copier', PolicyArn });
  const Policy = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:GetRole","Resource":"*"}}';
  const answer = await world.call(SOURCE, 'AssumeRole', assume({ Policy }));
  expect(answer.PackedPolicySize).toBeGreaterThan(0);
  const session = await principalOf(world, answer);
  await world.call(session, 'GetRole', { RoleName: 'Copier' });
  expect(await world.refusal(session, 'ListRoles')).toContain('because no session policy allows the iam:ListRoles');
  expect(await world.refusal(SOURCE, 'AssumeRole', assume({ Policy: '{' }))).toMatch(/^MalformedPolicyDocument: /);
});

test('tagging a session is a right of its own', async () => {
  const world = await openIamWorld();
  const Tags = [{ Key: 'team', Value: 'blue' }];
  await makeRole(world, trust({ AWS: SOURCE }));
  expect(await world.refusal(SOURCE, 'AssumeRole', assume({ Tags }))).toBe(denied(ADMINISTRATOR, 'sts:TagSession'));
  const PolicyDocument = trust({ AWS: SOURCE }, undefined, ['sts:AssumeRole', 'sts:TagSession']);
  await world.call(DESTINATION, 'UpdateAssumeRolePolicy', { RoleName: 'Copier', PolicyDocument });
  const answer = await world.call(SOURCE, 'AssumeRole', assume({ Tags }));
  expect((await principalOf(world, answer)).sessionTags).toEqual({ team: 'blue' });
});

test('a session of a user is the user, and a role may not ask for one', async () => {
  const world = await openIamWorld();
  const answer = await world.call(SOURCE, 'GetSessionToken', { DurationSeconds: 900 });
  const session = await principalOf(world, answer);
  expect(session).toEqual({ ...(await world.administrator(SOURCE)), isTemporary: true, issuedAt: world.clock.now() });
  expect(await world.refusal(session, 'GetSessionToken')).toBe(
    'AccessDenied: Cannot call GetSessionToken with session credentials',
  );
  expect(await world.refusal(session, 'ListUsers')).toBe(
    'InvalidClientTokenId: The security token included in the request is invalid',
  );
  await makeRole(world, trust({ AWS: SOURCE }));
  const ofRole = await principalOf(world, await world.call(SOURCE, 'AssumeRole', assume()));
  expect(await world.refusal(ofRole, 'GetSessionToken')).toBe(
    'AccessDenied: Cannot call GetSessionToken with session credentials',
  );
});

test('an access key tells its account', async () => {
  const world = await openIamWorld();
  await world.call(DESTINATION, 'CreateUser', { UserName: 'alice' });
  const { AccessKeyId } = (await world.call(DESTINATION, 'CreateAccessKey', { UserName: 'alice' })).AccessKey;
  expect(await world.call(SOURCE, 'GetAccessKeyInfo', { AccessKeyId })).toEqual({ Account: DESTINATION });
});
