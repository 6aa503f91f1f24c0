import { expect, test } from 'vitest';
import { DESTINATION, SOURCE } from '../../../access/testing/access-world.ts';
import type { Principal } from '../../../model/principal.ts';
import { type IamWorld, openIamWorld } from './testing/iam-world.ts';

const allowing = (action: string) =>
  `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"${action}","Resource":"*"}}`;

const trusting = (principal: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole' },
  });

async function makeUser(
  world: IamWorld,
  UserName = 'alice',
): Promise<{ keyId: string; principal: () => Promise<Principal> }> {
  await world.call(SOURCE, 'CreateUser', { UserName });
  const keyId = (await world.call(SOURCE, 'CreateAccessKey', { UserName })).AccessKey.AccessKeyId;
  const principal = async () => {
    const credential = await world.credentials.find(keyId);
    if (credential === undefined) throw new Error('the key was made');
    return credential.principal;
  };
  return { keyId, principal };
}

test('an account has one alias, which no other account has', async () => {
  const world = await openIamWorld();
  await world.call(SOURCE, 'CreateAccountAlias', { AccountAlias: 'blue' });
  await world.call(SOURCE, 'CreateAccountAlias', { AccountAlias: 'green' });
  expect((await world.call(SOURCE, 'ListAccountAliases')).AccountAliases).toEqual(['green']);
  expect(await world.refusal(DESTINATION, 'CreateAccountAlias', { AccountAlias: 'green' })).toBe(
    'EntityAlreadyExists: The account alias green already exists.',
  );
  expect(await world.refusal(SOURCE, 'DeleteAccountAlias', { AccountAlias: 'blue' })).toMatch(/^NoSuchEntity: /);
  await world.call(SOURCE, 'DeleteAccountAlias', { AccountAlias: 'green' });
  expect((await world.call(SOURCE, 'ListAccountAliases')).AccountAliases).toEqual([]);
});

test('a password policy is written whole: what is not given goes back to its default', async () => {
  const world = await openIamWorld();
  const missing = `NoSuchEntity: The Password Policy with domain name ${SOURCE} cannot be found.`;
  expect(await world.refusal(SOURCE, 'GetAccountPasswordPolicy')).toBe(missing);
  await world.call(SOURCE, 'UpdateAccountPasswordPolicy', { MinimumPasswordLength: 12, MaxPasswordAge: 90 });
  expect((await world.call(SOURCE, 'GetAccountPasswordPolicy')).PasswordPolicy).toEqual({
    MinimumPasswordLength: 12,
    RequireSymbols: false,
    RequireNumbers: false,
    RequireUppercaseCharacters: false,
    RequireLowercaseCharacters: false,
    AllowUsersToChangePassword: false,
    ExpirePasswords: true,
    MaxPasswordAge: 90,
  });
  await world.call(SOURCE, 'UpdateAccountPasswordPolicy', { RequireNumbers: true });
  expect((await world.call(SOURCE, 'GetAccountPasswordPolicy')).PasswordPolicy).toMatchObject({
    MinimumPasswordLength: 6,
    ExpirePasswords: false,
    RequireNumbers: true,
  });
  await world.call(SOURCE, 'DeleteAccountPasswordPolicy');
  expect(await world.refusal(SOURCE, 'DeleteAccountPasswordPolicy')).toBe(missing);
});

test('a login profile is made once, under the password policy, and keeps its user', async () => {
  const world = await openIamWorld();
  await world.call(SOURCE, 'CreateUser', { UserName: 'alice' });
  await world.call(SOURCE, 'UpdateAccountPasswordPolicy', { MinimumPasswordLength: 10, RequireNumbers: true });
  const login = { UserName: 'alice', Password: 'long enough 1' };
  expect(await world.refusal(SOURCE, 'CreateLoginProfile', { ...login, Password: 'short 1' })).toBe(
    'PasswordPolicyViolation: Password should have a minimum length of 10',
  );
  const { LoginProfile } = await world.call(SOURCE, 'CreateLoginProfile', login);
  expect(LoginProfile).toMatchObject({ UserName: 'alice', PasswordResetRequired: false });
  expect(await world.refusal(SOURCE, 'CreateLoginProfile', login)).toBe(
    'EntityAlreadyExists: Login Profile for user alice already exists.',
  );
  await world.call(SOURCE, 'UpdateLoginProfile', { UserName: 'alice', PasswordResetRequired: true });
  expect((await world.call(SOURCE, 'GetLoginProfile', login)).LoginProfile.PasswordResetRequired).toBe(true);
  expect(await world.refusal(SOURCE, 'DeleteUser', login)).toBe(
    'DeleteConflict: Cannot delete entity, must delete login profile first.',
  );
  await world.call(SOURCE, 'DeleteLoginProfile', login);
  expect(await world.refusal(SOURCE, 'GetLoginProfile', login)).toBe(
    'NoSuchEntity: Login Profile for User alice cannot be found.',
  );
});

test('everything of a user follows it to its new name, the trust in it as well', async () => {
  const world = await openIamWorld();
  const { keyId, principal } = await makeUser(world);
  await world.call(SOURCE, 'TagUser', { UserName: 'alice', Tags: [{ Key: 'team', Value: 'blue' }] });
  await world.call(SOURCE, 'PutUserPolicy', { UserName: 'alice', PolicyName: 'p', PolicyDocument: allowing('iam:*') });
  const RoleName = 'helper';
  const trust = trusting(`arn:aws:iam::${SOURCE}:user/alice`);
  await world.call(SOURCE, 'CreateRole', { RoleName, AssumeRolePolicyDocument: trust });
  await world.call(SOURCE, 'UpdateUser', { UserName: 'alice', NewUserName: 'bob', NewPath: '/x/' });
  const { User } = await world.call(SOURCE, 'GetUser', { UserName: 'bob' });
  expect(User).toMatchObject({ Arn: `arn:aws:iam::${SOURCE}:user/x/bob`, Tags: [{ Key: 'team', Value: 'blue' }] });
  expect((await principal()).arn).toBe(User.Arn);
  await world.call(await principal(), 'ListRoles');
  const RoleArn = `arn:aws:iam::${SOURCE}:role/${RoleName}`;
  await world.call(await principal(), 'AssumeRole', { RoleArn, RoleSessionName: 'still-me' });
  expect((await world.call(SOURCE, 'GetAccessKeyLastUsed', { AccessKeyId: keyId })).UserName).toBe('bob');
});

test('a key that nobody has used tells N/A and no date', async () => {
  const world = await openIamWorld();
  const { keyId } = await makeUser(world);
  const { AccessKeyLastUsed } = await world.call(SOURCE, 'GetAccessKeyLastUsed', { AccessKeyId: keyId });
  expect(AccessKeyLastUsed).toEqual({ LastUsedDate: undefined, ServiceName: 'N/A', Region: 'N/A' });
  expect(await world.refusal(DESTINATION, 'GetAccessKeyLastUsed', { AccessKeyId: keyId })).toBe(
    `NoSuchEntity: The Access Key with id ${keyId} cannot be found.`,
  );
});

test('the summary counts what is there', async () => {
  const world = await openIamWorld();
  await makeUser(world);
  await world.call(SOURCE, 'CreateGroup', { GroupName: 'staff' });
  await world.call(SOURCE, 'CreateInstanceProfile', { InstanceProfileName: 'web' });
  await world.call(SOURCE, 'CreatePolicy', { PolicyName: 'Mine', PolicyDocument: allowing('iam:*') });
  expect((await world.call(SOURCE, 'GetAccountSummary')).SummaryMap).toMatchObject({
    Users: 2,
    Groups: 1,
    InstanceProfiles: 1,
    Policies: 1,
    PolicyVersionsInUse: 1,
    GroupsPerUserQuota: 10,
    AccountMFAEnabled: 0,
  });
});

test('the authorization details tell all, by kind and in pages', async () => {
  const world = await openIamWorld();
  await makeUser(world);
  await world.call(SOURCE, 'CreateGroup', { GroupName: 'staff' });
  await world.call(SOURCE, 'AddUserToGroup', { GroupName: 'staff', UserName: 'alice' });
  await world.call(SOURCE, 'PutUserPolicy', { UserName: 'alice', PolicyName: 'p', PolicyDocument: allowing('iam:*') });
  await world.call(SOURCE, 'CreateRole', { RoleName: 'helper', AssumeRolePolicyDocument: trusting(SOURCE) });
  await world.call(SOURCE, 'CreatePolicy', { PolicyName: 'Mine', PolicyDocument: allowing('iam:*') });
  const all = await world.call(SOURCE, 'GetAccountAuthorizationDetails');
  expect(all.UserDetailList).toMatchObject([
    { UserName: 'admin', AttachedManagedPolicies: [{ PolicyName: 'AdministratorAccess' }] },
    { UserName: 'alice', GroupList: ['staff'], UserPolicyList: [{ PolicyName: 'p' }] },
  ]);
  expect(all.GroupDetailList).toMatchObject([{ GroupName: 'staff', GroupPolicyList: [] }]);
  expect(all.RoleDetailList).toMatchObject([{ RoleName: 'helper', InstanceProfileList: [], RoleLastUsed: {} }]);
  expect(all.Policies).toMatchObject([
    { PolicyName: 'Mine', PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true }] },
    { PolicyName: 'AdministratorAccess', AttachmentCount: 1 },
  ]);
  const users = await world.call(SOURCE, 'GetAccountAuthorizationDetails', { Filter: ['User'], MaxItems: 1 });
  expect(users).toMatchObject({ UserDetailList: [{ UserName: 'admin' }], RoleDetailList: [], IsTruncated: true });
});

test('a credential report is made before it is read', async () => {
  const world = await openIamWorld();
  const { keyId } = await makeUser(world);
  expect(await world.refusal(SOURCE, 'GetCredentialReport')).toMatch(/^ReportNotPresent: /);
  expect((await world.call(SOURCE, 'GenerateCredentialReport')).State).toBe('STARTED');
  expect((await world.call(SOURCE, 'GenerateCredentialReport')).State).toBe('COMPLETE');
  const { Content, ReportFormat } = await world.call(SOURCE, 'GetCredentialReport');
  expect(ReportFormat).toBe('text/csv');
  const [heading = '', ...lines] = new TextDecoder().decode(Content).split('\n');
  expect(lines.map((line) => line.split(',')[0])).toEqual(['<root_account>', 'admin', 'alice']);
  for (const line of lines) expect(line.split(',')).toHaveLength(heading.split(',').length);
  expect(lines.join()).not.toContain(keyId);
});

test('an identity provider is made, told, changed and deleted', async () => {
  const world = await openIamWorld();
  const input = { Url: 'https://token.example.com/x', ClientIDList: ['one'], ThumbprintList: ['a'.repeat(40)] };
  const { OpenIDConnectProviderArn } = await world.call(SOURCE, 'CreateOpenIDConnectProvider', input);
  expect(OpenIDConnectProviderArn).toBe(`arn:aws:iam::${SOURCE}:oidc-provider/token.example.com/x`);
  const provider = { OpenIDConnectProviderArn };
  expect(await world.refusal(SOURCE, 'CreateOpenIDConnectProvider', input)).toBe(
    'EntityAlreadyExists: Provider with url https://token.example.com/x already exists.',
  );
  await world.call(SOURCE, 'AddClientIDToOpenIDConnectProvider', { ...provider, ClientID: 'two' });
  await world.call(SOURCE, 'RemoveClientIDFromOpenIDConnectProvider', { ...provider, ClientID: 'one' });
  expect(await world.call(SOURCE, 'GetOpenIDConnectProvider', provider)).toMatchObject({
    Url: 'token.example.com/x',
    ClientIDList: ['two'],
    ThumbprintList: input.ThumbprintList,
  });
  await world.call(SOURCE, 'DeleteOpenIDConnectProvider', provider);
  expect(await world.refusal(SOURCE, 'GetOpenIDConnectProvider', provider)).toBe(
    `NoSuchEntity: OpenIDConnect Provider not found for arn ${OpenIDConnectProviderArn}`,
  );
});
