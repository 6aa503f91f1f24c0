import { expect, test } from 'vitest';
import { SOURCE } from '../../../access/testing/access-world.ts';
import type { Principal } from '../../../model/principal.ts';
import { type IamWorld, openIamWorld } from '../iam/testing/iam-world.ts';

const allowing = (Action: string | readonly string[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action, Resource: '*' } });

async function makeUser(world: IamWorld, UserName: string, PolicyDocument: string): Promise<Principal> {
  await world.call(SOURCE, 'CreateUser', { UserName });
  await world.call(SOURCE, 'PutUserPolicy', { UserName, PolicyName: 'own', PolicyDocument });
  const { AccessKeyId } = (await world.call(SOURCE, 'CreateAccessKey', { UserName })).AccessKey;
  return principalOf(world, AccessKeyId);
}

async function principalOf(world: IamWorld, accessKeyId: string): Promise<Principal> {
  const credential = await world.credentials.find(accessKeyId);
  if (credential === undefined) throw new Error('the credentials were made');
  return credential.principal;
}

async function federate(world: IamWorld, who: Principal, more: object = {}): Promise<Principal> {
  const { Credentials } = await world.call(who, 'GetFederationToken', { Name: 'guest', ...more });
  return principalOf(world, Credentials.AccessKeyId);
}

const may = (world: IamWorld, principal: Principal, action: string): Promise<boolean> =>
  world.access
    .evaluate({ principal, action, resource: '*', resourceAccount: SOURCE })
    .then(({ isAllowed }) => isAllowed);

test('a federated user has its own name, and lives as long as asked', async () => {
  const world = await openIamWorld();
  const answer = await world.call(SOURCE, 'GetFederationToken', { Name: 'guest', DurationSeconds: 900 });
  const Arn = `arn:aws:sts::${SOURCE}:federated-user/guest`;
  expect(answer.FederatedUser).toEqual({ FederatedUserId: `${SOURCE}:guest`, Arn });
  expect(answer.Credentials.Expiration).toEqual(new Date(world.clock.now() + 900_000));
  const guest = await principalOf(world, answer.Credentials.AccessKeyId);
  expect(await world.call(guest, 'GetCallerIdentity')).toEqual({ Account: SOURCE, Arn, UserId: `${SOURCE}:guest` });
});

test('a federated user may what both its issuer and its session may', async () => {
  const world = await openIamWorld();
  const alice = await makeUser(world, 'alice', allowing(['sts:GetFederationToken', 'backup:List*']));
  const guest = await federate(world, alice, { Policy: allowing(['backup:ListBackupVaults', 'kms:*']) });
  expect(await may(world, guest, 'backup:ListBackupVaults')).toBe(true);
  expect(await may(world, guest, 'backup:ListBackupJobs')).toBe(false);
  expect(await may(world, guest, 'kms:ListKeys')).toBe(false);
  await world.call(SOURCE, 'DeleteUserPolicy', { UserName: 'alice', PolicyName: 'own' });
  expect(await may(world, guest, 'backup:ListBackupVaults')).toBe(false);
});

test('without a session policy a federated user may nothing', async () => {
  const world = await openIamWorld();
  const guest = await federate(world, await world.administrator(SOURCE));
  expect(await may(world, guest, 'backup:ListBackupVaults')).toBe(false);
});

test("root's federated users have root's rights, as far as their session lets them", async () => {
  const world = await openIamWorld();
  const root: Principal = { kind: 'root', account: SOURCE, arn: `arn:aws:iam::${SOURCE}:root`, userId: SOURCE };
  const guest = await federate(world, root, { Policy: allowing('backup:*') });
  expect(await may(world, guest, 'backup:ListBackupVaults')).toBe(true);
  expect(await may(world, guest, 'kms:ListKeys')).toBe(false);
});

test('federating is a right, tagging the session another', async () => {
  const world = await openIamWorld();
  const alice = await makeUser(world, 'alice', allowing('sts:GetFederationToken'));
  const bob = await makeUser(world, 'bob', allowing('backup:*'));
  const resource = `on resource: arn:aws:sts::${SOURCE}:federated-user/guest`;
  expect(await world.refusal(bob, 'GetFederationToken', { Name: 'guest' })).toContain(
    `sts:GetFederationToken ${resource}`,
  );
  const Tags = [{ Key: 'team', Value: 'blue' }];
  expect(await world.refusal(alice, 'GetFederationToken', { Name: 'guest', Tags })).toContain(
    `sts:TagSession ${resource}`,
  );
});

test('a federated user may neither federate nor call IAM', async () => {
  const world = await openIamWorld();
  const guest = await federate(world, await world.administrator(SOURCE), { Policy: allowing('*') });
  expect(await world.refusal(guest, 'GetFederationToken', { Name: 'other' })).toBe(
    'AccessDenied: Cannot call GetFederationToken with session credentials',
  );
  expect(await world.refusal(guest, 'ListUsers')).toMatch(/^InvalidClientTokenId: /);
});

test('its credentials die with the user who gave them', async () => {
  const world = await openIamWorld();
  const alice = await makeUser(world, 'alice', allowing('sts:GetFederationToken'));
  const { Credentials } = await world.call(alice, 'GetFederationToken', { Name: 'guest' });
  await world.call(SOURCE, 'DeleteUserPolicy', { UserName: 'alice', PolicyName: 'own' });
  for (const { AccessKeyId } of (await world.call(SOURCE, 'ListAccessKeys', { UserName: 'alice' })).AccessKeyMetadata) {
    await world.call(SOURCE, 'DeleteAccessKey', { UserName: 'alice', AccessKeyId });
  }
  await world.call(SOURCE, 'DeleteUser', { UserName: 'alice' });
  expect(await world.credentials.find(Credentials.AccessKeyId)).toBeUndefined();
});

test('no message opens: none was sealed here', async () => {
  const world = await openIamWorld();
  expect(await world.refusal(SOURCE, 'DecodeAuthorizationMessage', { EncodedMessage: 'x' })).toBe(
    'InvalidAuthorizationMessageException: Message is not valid',
  );
});

const token = (claims: object) =>
  ['{"alg":"RS256"}', JSON.stringify(claims), 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

test("a web identity's token is refused for the first thing that is wrong with it", async () => {
  const world = await openIamWorld();
  const RoleArn = `arn:aws:iam::${SOURCE}:role/ci`;
  const refusal = (WebIdentityToken: string) =>
    world.refusal(SOURCE, 'AssumeRoleWithWebIdentity', { RoleArn, RoleSessionName: 'ci', WebIdentityToken });
  expect(await refusal('not a token')).toMatch(/^InvalidIdentityToken: The ID Token provided is not a valid JWT/);
  const issued = token({ iss: 'https://token.example.com' });
  expect(await refusal(issued)).toBe(
    'InvalidIdentityToken: No OpenIDConnect provider found in your account for https://token.example.com',
  );
  await world.call(SOURCE, 'CreateOpenIDConnectProvider', { Url: 'https://token.example.com' });
  expect(await refusal(issued)).toMatch(/^InvalidIdentityToken: Couldn't retrieve verification key/);
});
