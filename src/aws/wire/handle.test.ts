import {
  BackupClient,
  CreateBackupVaultCommand,
  DeleteBackupVaultCommand,
  DescribeBackupVaultCommand,
  DescribeGlobalSettingsCommand,
  DescribeRecoveryPointCommand,
  DisassociateBackupVaultMpaApprovalTeamCommand,
  ListCopyJobsCommand,
  ListFrameworksCommand,
  ListTagsCommand,
  PutBackupVaultAccessPolicyCommand,
  paginateListCopyJobs,
  StartCopyJobCommand,
  UpdateRegionSettingsCommand,
} from '@aws-sdk/client-backup';
import {
  CreateRoleCommand,
  DeleteRoleCommand,
  GetRoleCommand,
  IAMClient,
  ListRolesCommand,
  SimulateCustomPolicyCommand,
  TagRoleCommand,
} from '@aws-sdk/client-iam';
import { CreateKeyCommand, DecryptCommand, DescribeKeyCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  DescribeOrganizationCommand,
  LeaveOrganizationCommand,
  ListAccountsCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServiceError } from '../../messages/service-error.ts';
import type { ToyServer } from './testing/toy-server.ts';
import { anyKey, startToyServer, toyKey } from './testing/toy-server.ts';

const pointArn = 'arn:aws:ec2:eu-central-1::snapshot/snap-0123456789abcdef0';
const vaultArn = 'arn:aws:backup:eu-central-1:111122223333:backup-vault:away';
const roleArn = 'arn:aws:iam::111122223333:role/service/backup';
const at = new Date('2026-11-22T02:03:04.567Z');
const origin = { kind: 'inferred', from: 'a test' } as const;

const fail = (code: string, message: string, more: { httpStatus?: number; members?: Record<string, string> } = {}) => {
  throw new ServiceError({ code, message, origin, ...more });
};

let server: ToyServer;

beforeAll(async () => {
  server = await startToyServer({
    backup: {
      CreateBackupVault: () => ({ BackupVaultName: 'home', CreationDate: at }),
      DeleteBackupVault: () => undefined,
      DescribeBackupVault: () =>
        fail('ResourceNotFoundException', 'nothing here', { members: { Code: 'ERROR_1', Context: 'c', Type: 't' } }),
      DescribeGlobalSettings: () => ({ GlobalSettings: { isCrossAccountBackupEnabled: 'true' }, LastUpdateTime: at }),
      DescribeRecoveryPoint: () => fail('AccessDeniedException', 'Insufficient privileges', { httpStatus: 403 }),
      DisassociateBackupVaultMpaApprovalTeam: () => undefined,
      ListCopyJobs: ({ NextToken }: { NextToken?: string }) =>
        NextToken === undefined
          ? {
              CopyJobs: [{ CopyJobId: 'A', BackupSizeInBytes: 7, CreationDate: at, ChildJobsInState: { FAILED: 1 } }],
              NextToken: 'two',
            }
          : { CopyJobs: [{ CopyJobId: 'B', IsParent: false }] },
      ListTags: () => ({ Tags: { a: 'b' } }),
      PutBackupVaultAccessPolicy: () => undefined,
      StartCopyJob: () => ({ CopyJobId: 'C', CreationDate: at }),
      UpdateRegionSettings: () => undefined,
    },
    kms: {
      CreateKey: () => ({ KeyMetadata: { KeyId: 'k', CreationDate: at, Enabled: true } }),
      DescribeKey: () => fail('NotFoundException', "Alias 'x' is not found."),
      Encrypt: () => ({ CiphertextBlob: new Uint8Array([0, 255, 1]), KeyId: 'k' }),
      Decrypt: () => {
        throw new Error('a bug with a secret in it');
      },
    },
    organizations: {
      DescribeOrganization: () =>
        fail('AWSOrganizationsNotInUseException', 'Your account is not a member of an organization.'),
      ListAccounts: () => ({ Accounts: [{ Id: '111122223333', JoinedTimestamp: at }] }),
      LeaveOrganization: () => undefined,
    },
    sts: {
      GetCallerIdentity: () => ({ Account: '111122223333', Arn: 'arn:aws:iam::111122223333:user/<&>', UserId: 'U' }),
      AssumeRole: () => ({
        Credentials: { AccessKeyId: 'ASIA', SecretAccessKey: 's', SessionToken: 't', Expiration: at },
        PackedPolicySize: 6,
      }),
    },
    iam: {
      CreateRole: () => ({ Role: { Path: '/', RoleName: 'r', RoleId: 'I', Arn: roleArn, CreateDate: at } }),
      DeleteRole: () => undefined,
      GetRole: () => fail('NoSuchEntity', 'The role with name r cannot be found.', { httpStatus: 404 }),
      ListRoles: () => ({ Roles: [], IsTruncated: false }),
      SimulateCustomPolicy: () => ({
        EvaluationResults: [
          {
            EvalActionName: 'a:B',
            EvalDecision: 'allowed',
            MatchedStatements: [],
            EvalDecisionDetails: { x: 'allowed' },
          },
        ],
      }),
      TagRole: () => undefined,
    },
  });
});

afterAll(() => server.close());

const clientOf = <C>(Client: new (config: object) => C, region = 'eu-central-1', credentials: object = toyKey): C =>
  new Client({ endpoint: server.url, region, credentials, maxAttempts: 1 });

/** What the handler of the last call was given. */
const received = () => server.calls.at(-1)!;

const namesOf = (error: unknown) => {
  const { name, message, $metadata } = error as Error & { $metadata: { httpStatusCode: number; requestId: string } };
  return { name, message, status: $metadata.httpStatusCode };
};

const refusal = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => expect.fail('the call went through'),
    (thrown: unknown) => thrown,
  );
  return namesOf(error);
};

// Backup

test('a copy job is started with every member as the client gave it', async () => {
  const input = {
    RecoveryPointArn: pointArn,
    SourceBackupVaultName: 'home',
    DestinationBackupVaultArn: vaultArn,
    IamRoleArn: roleArn,
    IdempotencyToken: 'once',
    Lifecycle: { DeleteAfterDays: 35, OptInToArchiveForSupportedResources: false },
  };
  const output = await clientOf(BackupClient).send(new StartCopyJobCommand(input));
  expect(received().input).toEqual(input);
  expect(output).toMatchObject({ CopyJobId: 'C', CreationDate: at });
  expect(received().call).toMatchObject({ region: 'eu-central-1', sourceIp: '127.0.0.1', isSecure: false });
  expect(received().call.userAgent).toContain('aws-sdk-js');
});

test('an ARN travels in one segment of the path', async () => {
  const call = clientOf(BackupClient).send(
    new DescribeRecoveryPointCommand({ BackupVaultName: 'home', RecoveryPointArn: pointArn }),
  );
  expect(await refusal(call)).toEqual({
    name: 'AccessDeniedException',
    message: 'Insufficient privileges',
    status: 403,
  });
  expect(received().input).toEqual({ BackupVaultName: 'home', RecoveryPointArn: pointArn });
});

test('a path of tags holds an ARN with or without a slash at the end', async () => {
  const output = await clientOf(BackupClient).send(new ListTagsCommand({ ResourceArn: vaultArn, MaxResults: 5 }));
  expect(received().input).toEqual({ ResourceArn: vaultArn, MaxResults: 5 });
  expect(Object.entries(output.Tags!)).toContainEqual(['a', 'b']);
});

test('dates, numbers and names come out of the query string', async () => {
  await clientOf(BackupClient).send(
    new ListCopyJobsCommand({
      ByCreatedAfter: at,
      MaxResults: 10,
      ByState: 'RUNNING',
      ByResourceArn: pointArn,
      ByMessageCategory: 'a b+c',
    }),
  );
  expect(received().input).toMatchObject({
    MaxResults: 10,
    ByState: 'RUNNING',
    ByResourceArn: pointArn,
    ByMessageCategory: 'a b+c',
  });
  expect(Math.abs((received().input as { ByCreatedAfter: Date }).ByCreatedAfter.getTime() - at.getTime())).toBeLessThan(
    1000,
  );
});

test("the SDK's paginator walks the pages", async () => {
  const jobs = [];
  for await (const page of paginateListCopyJobs({ client: clientOf(BackupClient) }, {}))
    jobs.push(...(page.CopyJobs ?? []));
  expect(jobs).toEqual([
    { CopyJobId: 'A', BackupSizeInBytes: 7, CreationDate: at, ChildJobsInState: { FAILED: 1 } },
    { CopyJobId: 'B', IsParent: false },
  ]);
});

test('maps of booleans with spaces in their keys come through', async () => {
  const preference = { 'Storage Gateway': true, 'SAP HANA on Amazon EC2': false };
  await clientOf(BackupClient).send(new UpdateRegionSettingsCommand({ ResourceTypeOptInPreference: preference }));
  expect(received().input).toEqual({ ResourceTypeOptInPreference: preference });
});

test('an operation without input and one without output work', async () => {
  const settings = await clientOf(BackupClient).send(new DescribeGlobalSettingsCommand());
  expect(settings.GlobalSettings).toEqual({ isCrossAccountBackupEnabled: 'true' });
  await clientOf(BackupClient).send(new DeleteBackupVaultCommand({ BackupVaultName: 'home' }));
  expect(received()).toMatchObject({ operation: 'DeleteBackupVault', input: { BackupVaultName: 'home' } });
});

test('a literal query names the operation, and 204 has no body', async () => {
  const command = new DisassociateBackupVaultMpaApprovalTeamCommand({ BackupVaultName: 'home', RequesterComment: 'c' });
  const { $metadata } = await clientOf(BackupClient).send(command);
  expect(received().operation).toBe('DisassociateBackupVaultMpaApprovalTeam');
  expect($metadata.httpStatusCode).toBe(204);
});

test("Backup's errors have their class, their Code and their request id", async () => {
  const error = await clientOf(BackupClient)
    .send(new DescribeBackupVaultCommand({ BackupVaultName: 'none' }))
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'nothing here',
    Code: 'ERROR_1',
    Context: 'c',
    Type: 't',
  });
  expect(namesOf(error).status).toBe(400);
  expect((error as { $metadata: { requestId: string } }).$metadata.requestId).toMatch(/^[0-9a-f-]{36}$/);
});

test('a vault name that breaks the pattern is refused before the handler', async () => {
  const before = server.calls.length;
  const call = clientOf(BackupClient).send(new CreateBackupVaultCommand({ BackupVaultName: 'no spaces' }));
  expect(await refusal(call)).toEqual({
    name: 'InvalidParameterValueException',
    message:
      "1 validation error detected: Value 'no spaces' at 'backupVaultName' failed to satisfy constraint: " +
      'Member must satisfy regular expression pattern: ^[a-zA-Z0-9\\-\\_]{2,50}$',
    status: 400,
  });
  expect(server.calls.length).toBe(before);
});

test('a missing member has an exception of its own in Backup', async () => {
  const call = clientOf(BackupClient).send(
    new StartCopyJobCommand({
      SourceBackupVaultName: 'home',
      DestinationBackupVaultArn: vaultArn,
      IamRoleArn: roleArn,
    } as never),
  );
  expect(await refusal(call)).toMatchObject({
    name: 'MissingParameterValueException',
    message:
      "1 validation error detected: Value null at 'recoveryPointArn' failed to satisfy constraint: Member must not be null",
  });
});

test('an operation of AWS that is not served says so with the code of an unknown one', async () => {
  expect(await refusal(clientOf(BackupClient).send(new ListFrameworksCommand()))).toMatchObject({
    name: 'UnknownOperationException',
    status: 404,
  });
});

test('a policy arrives as the text it was', async () => {
  const Policy = '{"Version":"2012-10-17","Statement":[{"Sid":"ü\\u2028😀"}]}';
  await clientOf(BackupClient).send(new PutBackupVaultAccessPolicyCommand({ BackupVaultName: 'home', Policy }));
  expect(received().input).toEqual({ BackupVaultName: 'home', Policy });
});

// KMS and Organizations

test('blobs are bytes on both sides', async () => {
  const Plaintext = new Uint8Array([0, 1, 254, 255]);
  const output = await clientOf(KMSClient).send(
    new EncryptCommand({ KeyId: 'k', Plaintext, EncryptionContext: { a: 'b' } }),
  );
  expect(received().input).toEqual({ KeyId: 'k', Plaintext, EncryptionContext: { a: 'b' } });
  expect([...output.CiphertextBlob!]).toEqual([0, 255, 1]);
});

test('an operation without any member given works', async () => {
  const { KeyMetadata } = await clientOf(KMSClient).send(new CreateKeyCommand({}));
  expect(KeyMetadata).toEqual({ KeyId: 'k', CreationDate: at, Enabled: true });
});

test("KMS's and Organizations' errors have their classes", async () => {
  expect(await refusal(clientOf(KMSClient).send(new DescribeKeyCommand({ KeyId: 'alias/x' })))).toEqual({
    name: 'NotFoundException',
    message: "Alias 'x' is not found.",
    status: 400,
  });
  const call = clientOf(OrganizationsClient, 'us-east-1').send(new DescribeOrganizationCommand());
  expect(await refusal(call)).toMatchObject({
    name: 'AWSOrganizationsNotInUseException',
    message: 'Your account is not a member of an organization.',
  });
});

test('a value out of bounds is named in the words of the JSON services', async () => {
  const call = clientOf(KMSClient).send(
    new CreateKeyCommand({ Tags: [{ TagKey: '', TagValue: 'v' }], KeyUsage: 'NONE' as never }),
  );
  const { name, message } = await refusal(call);
  expect(name).toBe('ValidationException');
  expect(message).toMatch(/^2 validation errors detected: /);
  expect(message).toContain(
    "Value 'NONE' at 'keyUsage' failed to satisfy constraint: Member must satisfy enum value set: [",
  );
  expect(message).toContain(
    "Value '' at 'tags.1.member.tagKey' failed to satisfy constraint: Member must have length greater than or equal to 1",
  );
});

test('a bug of ours is an internal failure to the client and tells the log the rest', async () => {
  const call = clientOf(KMSClient).send(new DecryptCommand({ CiphertextBlob: new Uint8Array([1]) }));
  const { name, message, status } = await refusal(call);
  expect({ name, status }).toEqual({ name: 'InternalFailure', status: 500 });
  expect(message).not.toContain('secret');
  expect(server.log.at(-1)).toMatchObject({
    service: 'kms',
    operation: 'Decrypt',
    code: 'InternalFailure',
    status: 500,
  });
  expect(JSON.stringify(server.log.at(-1)?.err)).toContain('a bug with a secret in it');
});

test('an organization is reached in whatever Region the client signs for', async () => {
  const { Accounts } = await clientOf(OrganizationsClient, 'ap-south-1').send(new ListAccountsCommand({}));
  expect(Accounts).toEqual([{ Id: '111122223333', JoinedTimestamp: at }]);
  await clientOf(OrganizationsClient).send(new LeaveOrganizationCommand());
  expect(received()).toMatchObject({ operation: 'LeaveOrganization', input: {} });
});

// STS and IAM

test('who am I: XML with characters that need care', async () => {
  const output = await clientOf(STSClient, 'ap-south-1').send(new GetCallerIdentityCommand());
  expect(output).toMatchObject({ Account: '111122223333', Arn: 'arn:aws:iam::111122223333:user/<&>', UserId: 'U' });
});

test('lists and structures come out of a form, dates and numbers out of XML', async () => {
  const input = {
    RoleArn: roleArn,
    RoleSessionName: 'me@home',
    DurationSeconds: 900,
    PolicyArns: [{ arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
    Tags: [
      { Key: 'a b', Value: '+:=ü' },
      { Key: 'c', Value: '' },
    ],
    TransitiveTagKeys: ['c'],
  };
  const { Credentials, PackedPolicySize } = await clientOf(STSClient).send(new AssumeRoleCommand(input));
  expect(received().input).toEqual(input);
  expect(Credentials).toEqual({
    AccessKeyId: 'ASIA',
    SecretAccessKey: 's',
    SessionToken: 't',
    Expiration: new Date('2026-11-22T02:03:04Z'),
  });
  expect(PackedPolicySize).toBe(6);
});

test('roles: create, empty list, empty input list, delete', async () => {
  const AssumeRolePolicyDocument = '{"Statement":[{"Effect":"Allow"}]}\n';
  const { Role } = await clientOf(IAMClient, 'us-east-1').send(
    new CreateRoleCommand({ RoleName: 'r', AssumeRolePolicyDocument }),
  );
  expect(received().input).toEqual({ RoleName: 'r', AssumeRolePolicyDocument });
  expect(Role).toMatchObject({ RoleName: 'r', Arn: roleArn, CreateDate: new Date('2026-11-22T02:03:04Z') });
  const { Roles, IsTruncated } = await clientOf(IAMClient).send(new ListRolesCommand({ MaxItems: 3 }));
  expect({ Roles, IsTruncated }).toEqual({ Roles: [], IsTruncated: false });
  await clientOf(IAMClient).send(new TagRoleCommand({ RoleName: 'r', Tags: [] }));
  expect(received().input).toEqual({ RoleName: 'r', Tags: [] });
  await clientOf(IAMClient).send(new DeleteRoleCommand({ RoleName: 'r' }));
  expect(received().operation).toBe('DeleteRole');
});

test('maps come out of XML, lists in lists go into a form', async () => {
  const input = {
    PolicyInputList: ['{}'],
    ActionNames: ['a:B', 'c:D'],
    ContextEntries: [{ ContextKeyName: 'aws:x', ContextKeyValues: ['1', '2'], ContextKeyType: 'stringList' as const }],
  };
  const { EvaluationResults } = await clientOf(IAMClient).send(new SimulateCustomPolicyCommand(input));
  expect(received().input).toEqual(input);
  expect(EvaluationResults).toMatchObject([{ EvalActionName: 'a:B', EvalDecisionDetails: { x: 'allowed' } }]);
});

test("IAM's errors have their class and their status", async () => {
  expect(await refusal(clientOf(IAMClient).send(new GetRoleCommand({ RoleName: 'r' })))).toEqual({
    name: 'NoSuchEntityException',
    message: 'The role with name r cannot be found.',
    status: 404,
  });
});

test('IAM speaks of bad names in its own words', async () => {
  expect(await refusal(clientOf(IAMClient).send(new GetRoleCommand({ RoleName: 'a b' })))).toEqual({
    name: 'ValidationError',
    message:
      'The specified value for roleName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-',
    status: 400,
  });
});

// Who signs

test('a wrong secret is refused in each protocol', async () => {
  const wrong = { ...toyKey, secretAccessKey: 'wrong' };
  const refused = await Promise.all([
    refusal(clientOf(BackupClient, 'eu-central-1', wrong).send(new DescribeGlobalSettingsCommand())),
    refusal(clientOf(KMSClient, 'eu-central-1', wrong).send(new CreateKeyCommand({}))),
    refusal(clientOf(STSClient, 'eu-central-1', wrong).send(new GetCallerIdentityCommand())),
  ]);
  expect(refused.map(({ name, status }) => [name, status])).toEqual([
    ['InvalidSignatureException', 403],
    ['InvalidSignatureException', 400],
    ['SignatureDoesNotMatch', 403],
  ]);
});

test("dev mode's ids pass with any secret, unknown ids with none", async () => {
  await clientOf(STSClient, 'eu-central-1', anyKey).send(new GetCallerIdentityCommand());
  expect(received().call.principal.account).toBe('111122223333');
  const stranger = { accessKeyId: 'AKIASTRANGER', secretAccessKey: 'x' };
  expect(
    await refusal(clientOf(STSClient, 'eu-central-1', stranger).send(new GetCallerIdentityCommand())),
  ).toMatchObject({
    name: 'InvalidClientTokenId',
    status: 403,
  });
});

test('one line a request stands in the log, without secrets', async () => {
  const before = server.log.length;
  await clientOf(BackupClient).send(new DescribeGlobalSettingsCommand());
  expect(server.log.length).toBe(before + 1);
  expect(server.log.at(-1)).toMatchObject({
    service: 'backup',
    operation: 'DescribeGlobalSettings',
    account: '111122223333',
    status: 200,
    ms: expect.any(Number),
    requestId: expect.any(String),
  });
  expect(JSON.stringify(server.log)).not.toContain(toyKey.secretAccessKey);
});
