import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer, AwsClient, Identity } from './clients/client.ts';
import { REGION } from './clients/client.ts';
import { sdkClient } from './clients/sdk-client.ts';
import { type ServerProcess, startServerProcess } from './running-server.ts';
import { admin, MANAGEMENT, vaultArn } from './world.ts';

const ACCOUNT = MANAGEMENT;
const VAULT = vaultArn(ACCOUNT, 'copies');
const OTHER_VAULT = vaultArn(ACCOUNT, 'other');
const ALICE = `arn:aws:iam::${ACCOUNT}:user/team/alice`;
const BOUNDARY = `arn:aws:iam::${ACCOUNT}:policy/boundary`;
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/Reader/tonight`;

let server: ServerProcess;
let client: AwsClient;
let alice: Identity;
let organizationId: string;

const owner = admin(ACCOUNT);
const call = (
  service: 'backup' | 'iam' | 'organizations' | 'sts',
  operation: string,
  input?: object,
): Promise<Answer> => client.call(owner, service, operation, input);

beforeAll(async () => {
  server = await startServerProcess({ flags: ['--dev'] });
  client = sdkClient(server.url);
  const { Organization } = await call('organizations', 'CreateOrganization', { FeatureSet: 'ALL' });
  organizationId = Organization.Id;
  for (const BackupVaultName of ['copies', 'other']) {
    await call('backup', 'CreateBackupVault', { BackupVaultName, BackupVaultTags: { stage: BackupVaultName } });
  }
  const user = { UserName: 'alice', Path: '/team/', Tags: [{ Key: 'team', Value: 'red' }] };
  await call('iam', 'CreateUser', user);
  await call('iam', 'CreatePolicy', { PolicyName: 'boundary', PolicyDocument: allow({ Action: 'backup:List*' }) });
  alice = toIdentity((await call('iam', 'CreateAccessKey', { UserName: 'alice' })).AccessKey);
});
afterAll(async () => {
  await client?.close();
  await server?.stop();
});

const toIdentity = ({ AccessKeyId, SecretAccessKey, SessionToken }: Answer): Identity => ({
  accessKeyId: AccessKeyId,
  secretAccessKey: SecretAccessKey,
  ...(SessionToken && { sessionToken: SessionToken }),
});

const document = (...Statement: object[]): string => JSON.stringify({ Version: '2012-10-17', Statement });
const allow = (more: object = {}): string => document({ Effect: 'Allow', Action: 'backup:*', Resource: '*', ...more });

const mayAlice = (PolicyDocument: string) =>
  call('iam', 'PutUserPolicy', { UserName: 'alice', PolicyName: 'rights', PolicyDocument });

/** `allowed`, or what the client reads of the refusal. */
const describeVault = (as: Identity, BackupVaultName = 'copies'): Promise<string> =>
  client.call(as, 'backup', 'DescribeBackupVault', { BackupVaultName }).then(
    () => 'allowed',
    (error: Error & { code: string }) => `${error.code}: ${error.message}`,
  );

const denied = (who: string, why: string, resource = VAULT): string =>
  `AccessDeniedException: User: ${who} is not authorized to perform: backup:DescribeBackupVault on resource: ${resource} ${why}`;
const UNALLOWED = 'because no identity-based policy allows the backup:DescribeBackupVault action';

/** Each holds for alice's request, and would not with another value. */
const HOLDING: readonly (readonly [operator: string, key: string, value: string, otherwise: string])[] = [
  ['IpAddress', 'aws:SourceIp', '127.0.0.0/8', '203.0.113.0/24'],
  ['Bool', 'aws:SecureTransport', 'false', 'true'],
  ['StringLike', 'aws:UserAgent', '*aws-sdk-js/3*', 'Mozilla*'],
  ['StringEquals', 'aws:RequestedRegion', REGION, 'us-east-1'],
  ['DateGreaterThan', 'aws:CurrentTime', '2020-01-01T00:00:00Z', '2120-01-01T00:00:00Z'],
  ['NumericGreaterThan', 'aws:EpochTime', '1577836800', '4733510400'],
  ['StringEquals', 'aws:PrincipalTag/team', 'red', 'blue'],
  ['StringEquals', 'aws:ResourceTag/stage', 'copies', 'other'],
  ['Bool', 'aws:ViaAWSService', 'false', 'true'],
  ['Null', 'aws:CalledVia', 'true', 'false'],
  ['ArnEquals', 'aws:PrincipalArn', ALICE, 'arn:aws:iam::*:role/*'],
  ['StringEquals', 'aws:PrincipalAccount', ACCOUNT, '999999999999'],
  ['StringEquals', 'aws:PrincipalType', 'User', 'AssumedRole'],
  ['Bool', 'aws:PrincipalIsAWSService', 'false', 'true'],
  ['StringEquals', 'aws:username', 'alice', 'bob'],
  ['StringEquals', 'aws:ResourceAccount', ACCOUNT, '999999999999'],
  ['Null', 'aws:TokenIssueTime', 'true', 'false'],
  ['Null', 'aws:SourceArn', 'true', 'false'],
];

test.each(HOLDING)('%s on %s sees "%s"', async (operator, key, value, otherwise) => {
  await mayAlice(allow({ Condition: { [operator]: { [key]: value } } }));
  expect(await describeVault(alice)).toBe('allowed');
  await mayAlice(allow({ Condition: { [operator]: { [key]: otherwise } } }));
  expect(await describeVault(alice)).toBe(denied(ALICE, UNALLOWED));
});

test('a request tells its organization', async () => {
  const same = (keys: readonly string[], value: string) => ({
    StringEquals: Object.fromEntries(keys.map((key) => [key, value])),
    'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': `${value}/r-*` },
  });
  const keys = ['aws:PrincipalOrgID', 'aws:ResourceOrgID'];
  await mayAlice(allow({ Condition: same(keys, organizationId) }));
  expect(await describeVault(alice)).toBe('allowed');
  await mayAlice(allow({ Condition: same(keys, 'o-another123') }));
  expect(await describeVault(alice)).toBe(denied(ALICE, UNALLOWED));
});

test('tags of a request are asked for by key and by value', async () => {
  const tag = (Tags: Record<string, string>) =>
    client.call(alice, 'backup', 'TagResource', { ResourceArn: VAULT, Tags }).then(
      () => 'allowed',
      (error: { code: string }) => error.code,
    );
  const Condition = {
    StringEquals: { 'aws:RequestTag/team': 'red' },
    'ForAllValues:StringEquals': { 'aws:TagKeys': ['team', 'owner'] },
  };
  await mayAlice(allow({ Condition }));
  expect(await tag({ team: 'red', owner: 'alice' })).toBe('allowed');
  expect(await tag({ team: 'blue' })).toBe('AccessDeniedException');
  expect(await tag({ team: 'red', other: 'x' })).toBe('AccessDeniedException');
});

test('a variable stands for the caller', async () => {
  const Resource = `arn:aws:backup:*:*:backup-vault:\${aws:PrincipalTag/vault, 'copies'}`;
  await mayAlice(allow({ Resource }));
  expect(await describeVault(alice)).toBe('allowed');
  expect(await describeVault(alice, 'other')).toBe(denied(ALICE, UNALLOWED, OTHER_VAULT));
});

test('a boundary bounds, and its denial is told of by its ARN', async () => {
  await mayAlice(allow());
  await call('iam', 'PutUserPermissionsBoundary', { UserName: 'alice', PermissionsBoundary: BOUNDARY });
  const why = 'because no permissions boundary allows the backup:DescribeBackupVault action';
  expect(await describeVault(alice)).toBe(denied(ALICE, why));
  const PolicyDocument = document({ Effect: 'Deny', Action: '*', Resource: '*' });
  await call('iam', 'CreatePolicyVersion', { PolicyArn: BOUNDARY, PolicyDocument, SetAsDefault: true });
  expect(await describeVault(alice)).toBe(
    denied(ALICE, `with an explicit deny in a permissions boundary: ${BOUNDARY}`),
  );
  await call('iam', 'DeleteUserPermissionsBoundary', { UserName: 'alice' });
  expect(await describeVault(alice)).toBe('allowed');
});

test('a vault admits a user past the missing right, and denies in its own name', async () => {
  await mayAlice(allow({ Action: 'backup:ListBackupVaults' }));
  const admit = (Effect: string, AWS: string) =>
    call('backup', 'PutBackupVaultAccessPolicy', {
      BackupVaultName: 'copies',
      Policy: document({ Effect, Principal: { AWS }, Action: 'backup:DescribeBackupVault', Resource: '*' }),
    });
  await admit('Allow', ALICE);
  expect(await describeVault(alice)).toBe('allowed');
  await admit('Allow', ACCOUNT);
  expect(await describeVault(alice)).toBe(denied(ALICE, UNALLOWED));
  await admit('Deny', ALICE);
  expect(await describeVault(alice)).toBe(denied(ALICE, 'with an explicit deny in a resource-based policy'));
  await call('backup', 'DeleteBackupVaultAccessPolicy', { BackupVaultName: 'copies' });
});

test('a session policy bounds a session, whatever its role may', async () => {
  const trust = document({ Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'sts:AssumeRole' });
  await call('iam', 'CreateRole', { RoleName: 'Reader', AssumeRolePolicyDocument: trust });
  await call('iam', 'PutRolePolicy', { RoleName: 'Reader', PolicyName: 'rights', PolicyDocument: allow() });
  const RoleArn = `arn:aws:iam::${ACCOUNT}:role/Reader`;
  const assume = async (Policy?: string): Promise<Identity> =>
    toIdentity(
      (await call('sts', 'AssumeRole', { RoleArn, RoleSessionName: 'tonight', ...(Policy && { Policy }) })).Credentials,
    );
  expect(await describeVault(await assume())).toBe('allowed');
  const bounded = await assume(allow({ Resource: OTHER_VAULT }));
  expect(await describeVault(bounded, 'other')).toBe('allowed');
  const why = 'because no session policy allows the backup:DescribeBackupVault action';
  expect(await describeVault(bounded)).toBe(denied(SESSION, why));
  const forbidden = await assume(document(DENY_ALL));
  expect(await describeVault(forbidden)).toBe(denied(SESSION, 'with an explicit deny in a session policy'));
});

const DENY_ALL = { Effect: 'Deny', Action: '*', Resource: '*' };
