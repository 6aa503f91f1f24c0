import { randomBytes } from 'node:crypto';
import {
  AddUserToGroupCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteGroupCommand,
  GetAccessKeyLastUsedCommand,
  GetCredentialReportCommand,
  GetRoleCommand,
  IAMClient,
  ListUsersCommand,
  PutGroupPolicyCommand,
  paginateGetAccountAuthorizationDetails,
  paginateListRoles,
  paginateSimulateCustomPolicy,
} from '@aws-sdk/client-iam';
import {
  AssumeRoleCommand,
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
  GetFederationTokenCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAccess } from '../../../access/create-access.ts';
import { createCredentials } from '../../../access/create-credentials.ts';
import { openSealer } from '../../../secrets/open-sealer.ts';
import { ephemeralRootKey } from '../../../secrets/root-key.ts';
import type { Records } from '../../../storage/records/records.ts';
import { openSqlite } from '../../../storage/records/sqlite.ts';
import { startToyServer, type ToyServer } from '../../wire/testing/toy-server.ts';
import type { Call, OperationTable, Services } from '../operation.ts';
import { stsOperations } from '../sts/operations.ts';
import { iamOperations } from './operations.ts';

/* The official clients against our IAM and STS over the real wire: signatures, XML and access are the real ones. */

const ACCOUNT = '111111111111';
const random = { bytes: (count: number) => Uint8Array.from(randomBytes(count)) };

let records: Records;
let server: ToyServer;
beforeEach(async () => {
  records = await openSqlite(':memory:');
  // The signature's time is checked, so that this clock is the machine's.
  const clock = { now: () => Date.now() };
  const sealer = openSealer(ephemeralRootKey(random));
  const access = createAccess({ records, clock });
  // Operations of IAM and STS touch nothing else of the services.
  const services = { records, sealer, access, clock, random, isDev: true } as unknown as Services;
  const bind = (table: OperationTable) =>
    Object.fromEntries(
      Object.entries(table).map(([name, operation]) => [
        name,
        (input: never, call: Call) => operation(services, input, call),
      ]),
    );
  const credentials = createCredentials({ records, sealer, clock, isDev: true });
  server = await startToyServer({ iam: bind(iamOperations), sts: bind(stsOperations) }, { credentials });
});
afterEach(async () => {
  await server.close();
  await records.close();
});

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

const ADMINISTRATOR: Keys = { accessKeyId: ACCOUNT, secretAccessKey: 'any' };

const configOf = (credentials: Keys) => ({ endpoint: server.url, region: 'eu-west-1', credentials, maxAttempts: 1 });
const iamOf = (keys: Keys = ADMINISTRATOR): IAMClient => new IAMClient(configOf(keys));
const stsOf = (keys: Keys = ADMINISTRATOR): STSClient => new STSClient(configOf(keys));

const document = (Action: string, more: object = { Resource: '*' }) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, ...more }] });

async function makeUser(iam: IAMClient, UserName: string): Promise<Keys> {
  await iam.send(new CreateUserCommand({ UserName }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
  return { accessKeyId: AccessKey!.AccessKeyId!, secretAccessKey: AccessKey!.SecretAccessKey! };
}

test("a group's policy opens a door to its users, and their keys tell that they were used", async () => {
  const iam = iamOf();
  const alice = await makeUser(iam, 'alice');
  const lists = () => iamOf(alice).send(new ListUsersCommand({}));
  await iam.send(new CreateGroupCommand({ GroupName: 'staff' }));
  await iam.send(new AddUserToGroupCommand({ GroupName: 'staff', UserName: 'alice' }));
  await expect(lists()).rejects.toMatchObject({ name: 'AccessDenied', $metadata: { httpStatusCode: 403 } });
  const policy = { PolicyName: 'lists', PolicyDocument: document('iam:ListUsers') };
  await iam.send(new PutGroupPolicyCommand({ GroupName: 'staff', ...policy }));
  expect((await lists()).Users).toHaveLength(2);
  const { AccessKeyLastUsed } = await iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId: alice.accessKeyId }));
  expect(AccessKeyLastUsed).toMatchObject({ ServiceName: 'iam', Region: 'eu-west-1' });
  expect(AccessKeyLastUsed?.LastUsedDate).toBeInstanceOf(Date);
});

test("the client reads our errors as IAM's own", async () => {
  const iam = iamOf();
  await iam.send(new CreateGroupCommand({ GroupName: 'staff' }));
  await makeUser(iam, 'alice');
  await iam.send(new AddUserToGroupCommand({ GroupName: 'staff', UserName: 'alice' }));
  await expect(iam.send(new DeleteGroupCommand({ GroupName: 'staff' }))).rejects.toMatchObject({
    name: 'DeleteConflictException',
    message: 'Cannot delete entity, must remove users from group first.',
    $metadata: { httpStatusCode: 409 },
  });
  await expect(iam.send(new GetRoleCommand({ RoleName: 'none' }))).rejects.toMatchObject({
    name: 'NoSuchEntityException',
    $metadata: { httpStatusCode: 404 },
  });
  await expect(iam.send(new GetCredentialReportCommand({}))).rejects.toMatchObject({
    $metadata: { httpStatusCode: 410 },
  });
});

test('the client pages through roles, details and simulations', async () => {
  const client = iamOf();
  const trust = document('sts:AssumeRole', { Principal: { AWS: ACCOUNT } });
  for (const RoleName of ['one', 'two', 'three']) {
    await client.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust }));
  }
  const names: unknown[] = [];
  for await (const page of paginateListRoles({ client, pageSize: 2 }, {})) names.push(page.Roles?.length);
  expect(names).toEqual([2, 1]);
  const roles: unknown[] = [];
  for await (const page of paginateGetAccountAuthorizationDetails({ client, pageSize: 2 }, { Filter: ['Role'] })) {
    roles.push(...(page.RoleDetailList ?? []));
  }
  expect(roles).toHaveLength(3);
  const decisions: unknown[] = [];
  const asked = {
    PolicyInputList: [document('s3:Get*')],
    ActionNames: ['s3:GetObject', 's3:PutObject', 's3:GetBucketAcl'],
  };
  for await (const page of paginateSimulateCustomPolicy({ client, pageSize: 2 }, asked)) {
    decisions.push(...(page.EvaluationResults ?? []).map(({ EvalDecision }) => EvalDecision));
  }
  expect(decisions).toEqual(['allowed', 'implicitDeny', 'allowed']);
});

test('sessions of roles and federated users sign with what they were given, and say who they are', async () => {
  const AssumeRolePolicyDocument = document('sts:AssumeRole', { Principal: { AWS: ACCOUNT } });
  await iamOf().send(new CreateRoleCommand({ RoleName: 'copier', AssumeRolePolicyDocument }));
  const RoleArn = `arn:aws:iam::${ACCOUNT}:role/copier`;
  const session = await stsOf().send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'night' }));
  const federated = await stsOf().send(new GetFederationTokenCommand({ Name: 'guest' }));
  for (const { Credentials, arn } of [
    { ...session, arn: `arn:aws:sts::${ACCOUNT}:assumed-role/copier/night` },
    { ...federated, arn: `arn:aws:sts::${ACCOUNT}:federated-user/guest` },
  ]) {
    const keys = {
      accessKeyId: Credentials!.AccessKeyId!,
      secretAccessKey: Credentials!.SecretAccessKey!,
      sessionToken: Credentials!.SessionToken!,
    };
    expect((await stsOf(keys).send(new GetCallerIdentityCommand({}))).Arn).toBe(arn);
  }
  const { Role } = await iamOf().send(new GetRoleCommand({ RoleName: 'copier' }));
  expect(Role?.RoleLastUsed?.Region).toBe('eu-west-1');
});

test("an identity provider's token, which comes unsigned, is refused in STS's words", async () => {
  const RoleArn = `arn:aws:iam::${ACCOUNT}:role/ci`;
  const asked = { RoleArn, RoleSessionName: 'ci', WebIdentityToken: 'not.a.token' };
  await expect(stsOf().send(new AssumeRoleWithWebIdentityCommand(asked))).rejects.toMatchObject({
    name: 'InvalidIdentityTokenException',
    $metadata: { httpStatusCode: 400 },
  });
});
