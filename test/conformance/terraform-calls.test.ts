import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, type AwsClient, AwsError, type Identity, REGION, type Service } from './clients/client.ts';
import { sdkClient } from './clients/sdk-client.ts';
import { type ServerProcess, startServerProcess } from './running-server.ts';
import { admin, admitAccount, keyPolicy, MANAGEMENT, TRUST, vaultArn } from './world.ts';

/*
 * The calls that Terraform's AWS provider makes for the configuration in examples/terraform: for each resource its create, the reads
 * behind it (and again: a plan without drift), its not-found forms, and at the end every destroy in reverse. Which calls these are is
 * read off the provider's documentation and acceptance tests (reference/api-surface.md 6, api-behaviours.md).
 */

let server: ServerProcess;
let client: AwsClient;
const management = admin(MANAGEMENT);
let source: Identity;
let destination: Identity;
let sourceAccount: string;
let destinationAccount: string;
let rootId: string;
let unitId: string;
let policyId: string;
let sourceKey: string;
let destinationKey: string;
let role: string;
let planId: string;
let planArn: string;
let selectionId: string;

/** What `terraform destroy` does, last made first. */
const destroys: Array<{ readonly resource: string; readonly destroy: () => Promise<void> }> = [];

beforeAll(async () => {
  server = await startServerProcess({ flags: ['--dev'] });
  client = sdkClient(server.url);
});

afterAll(async () => {
  await client?.close();
  await server?.stop();
});

const call = (as: Identity, service: Service, operation: string, input?: object): Promise<Answer> =>
  client.call(as, service, operation, input);

const refused = async (as: Identity, service: Service, operation: string, input?: object): Promise<AwsError> => {
  const error = await call(as, service, operation, input).then(
    () => new Error(`${operation} was not refused`),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AwsError)) throw error;
  return error;
};

/** A read, twice: what a plan right after the apply would compare. Terraform keeps the answer's members, not its metadata. */
const steady = async (as: Identity, service: Service, operation: string, input?: object): Promise<Answer> => {
  const { $metadata: _first, ...answer } = await call(as, service, operation, input);
  const { $metadata: _second, ...again } = await call(as, service, operation, input);
  expect(again).toEqual(answer);
  return answer;
};

const expectGone = async (codes: readonly string[], ...request: Parameters<typeof refused>): Promise<void> => {
  expect(codes).toContain((await refused(...request)).code);
};

const afterwards = (resource: string, destroy: () => Promise<void>): void => {
  destroys.push({ resource, destroy });
};

const accountOf = async (identity: Identity): Promise<string> =>
  (await call(identity, 'sts', 'GetCallerIdentity')).Account;

const sameJson = (one: string, other: string): void => expect(JSON.parse(one)).toEqual(JSON.parse(other));

const VAULT_GONE = ['ResourceNotFoundException', 'AccessDeniedException'];

test('the provider asks who it is', async () => {
  expect(await accountOf(management)).toBe(MANAGEMENT);
});

test('aws_organizations_organization', async () => {
  const outside = await refused(management, 'organizations', 'DescribeOrganization');
  expect(outside.code).toBe('AWSOrganizationsNotInUseException');
  await call(management, 'organizations', 'CreateOrganization', { FeatureSet: 'ALL' });
  await call(management, 'organizations', 'EnableAWSServiceAccess', { ServicePrincipal: 'backup.amazonaws.com' });
  const { Roots } = await call(management, 'organizations', 'ListRoots');
  rootId = Roots[0].Id;
  for (const PolicyType of ['SERVICE_CONTROL_POLICY', 'BACKUP_POLICY']) {
    await call(management, 'organizations', 'EnablePolicyType', { RootId: rootId, PolicyType });
  }
  const after = await steady(management, 'organizations', 'ListRoots');
  expect(after.Roots[0].PolicyTypes).toEqual(
    expect.arrayContaining([
      { Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' },
      { Type: 'BACKUP_POLICY', Status: 'ENABLED' },
    ]),
  );
  const { Organization } = await steady(management, 'organizations', 'DescribeOrganization');
  expect(Organization).toMatchObject({ FeatureSet: 'ALL', MasterAccountId: MANAGEMENT });
  const { EnabledServicePrincipals } = await steady(management, 'organizations', 'ListAWSServiceAccessForOrganization');
  expect(EnabledServicePrincipals).toMatchObject([{ ServicePrincipal: 'backup.amazonaws.com' }]);
  afterwards('aws_organizations_organization', async () => {
    await call(management, 'organizations', 'DeleteOrganization');
    await expectGone(['AWSOrganizationsNotInUseException'], management, 'organizations', 'DescribeOrganization');
  });
});

test('aws_organizations_organizational_unit', async () => {
  const { OrganizationalUnit } = await call(management, 'organizations', 'CreateOrganizationalUnit', {
    ParentId: rootId,
    Name: 'workloads',
    Tags: [{ Key: 'made-by', Value: 'terraform' }],
  });
  unitId = OrganizationalUnit.Id;
  const read = { OrganizationalUnitId: unitId };
  expect((await steady(management, 'organizations', 'DescribeOrganizationalUnit', read)).OrganizationalUnit).toEqual(
    OrganizationalUnit,
  );
  expect((await steady(management, 'organizations', 'ListParents', { ChildId: unitId })).Parents[0].Id).toBe(rootId);
  expect((await steady(management, 'organizations', 'ListAccountsForParent', { ParentId: unitId })).Accounts).toEqual(
    [],
  );
  const { Tags } = await steady(management, 'organizations', 'ListTagsForResource', { ResourceId: unitId });
  expect(Tags).toEqual([{ Key: 'made-by', Value: 'terraform' }]);
  afterwards('aws_organizations_organizational_unit', async () => {
    await call(management, 'organizations', 'DeleteOrganizationalUnit', read);
    await expectGone(
      ['OrganizationalUnitNotFoundException'],
      management,
      'organizations',
      'DescribeOrganizationalUnit',
      read,
    );
  });
});

const makeAccount = async (name: string): Promise<{ account: string; identity: Identity }> => {
  const { CreateAccountStatus } = await call(management, 'organizations', 'CreateAccount', {
    AccountName: name,
    Email: `${name}@example.com`,
    RoleName: 'OrganizationAccountAccessRole',
  });
  const { CreateAccountStatus: done } = await call(management, 'organizations', 'DescribeCreateAccountStatus', {
    CreateAccountRequestId: CreateAccountStatus.Id,
  });
  expect(done.State).toBe('SUCCEEDED');
  const account: string = done.AccountId;
  await call(management, 'organizations', 'MoveAccount', {
    AccountId: account,
    SourceParentId: rootId,
    DestinationParentId: unitId,
  });
  const { Account } = await steady(management, 'organizations', 'DescribeAccount', { AccountId: account });
  expect(Account).toMatchObject({ Id: account, Name: name, Status: 'ACTIVE', JoinedMethod: 'CREATED' });
  expect((await steady(management, 'organizations', 'ListParents', { ChildId: account })).Parents[0].Id).toBe(unitId);
  await steady(management, 'organizations', 'ListTagsForResource', { ResourceId: account });
  const { Credentials } = await call(management, 'sts', 'AssumeRole', {
    RoleArn: `arn:aws:iam::${account}:role/OrganizationAccountAccessRole`,
    RoleSessionName: 'terraform',
  });
  afterwards(`aws_organizations_account ${name}`, async () => {
    await call(management, 'organizations', 'RemoveAccountFromOrganization', { AccountId: account });
    await expectGone(['AccountNotFoundException'], management, 'organizations', 'DescribeAccount', {
      AccountId: account,
    });
  });
  return {
    account,
    identity: {
      accessKeyId: Credentials.AccessKeyId,
      secretAccessKey: Credentials.SecretAccessKey,
      sessionToken: Credentials.SessionToken,
      region: REGION,
    },
  };
};

test('aws_organizations_account, and the providers that assume its role', async () => {
  ({ account: sourceAccount, identity: source } = await makeAccount('workload'));
  ({ account: destinationAccount, identity: destination } = await makeAccount('vaulting'));
  expect(await accountOf(source)).toBe(sourceAccount);
  expect(await accountOf(destination)).toBe(destinationAccount);
});

test('aws_organizations_policy and its attachment', async () => {
  const Content = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Action: 'organizations:LeaveOrganization', Resource: '*' }],
  });
  const { Policy } = await call(management, 'organizations', 'CreatePolicy', {
    Name: 'stay',
    Description: '',
    Type: 'SERVICE_CONTROL_POLICY',
    Content,
  });
  policyId = Policy.PolicySummary.Id;
  const read = await steady(management, 'organizations', 'DescribePolicy', { PolicyId: policyId });
  sameJson(read.Policy.Content, Content);
  expect(read.Policy.PolicySummary).toMatchObject({ AwsManaged: false, Type: 'SERVICE_CONTROL_POLICY' });
  await steady(management, 'organizations', 'ListTagsForResource', { ResourceId: policyId });
  afterwards('aws_organizations_policy', async () => {
    await call(management, 'organizations', 'DeletePolicy', { PolicyId: policyId });
    await expectGone(['PolicyNotFoundException'], management, 'organizations', 'DescribePolicy', {
      PolicyId: policyId,
    });
  });
  const attachment = { PolicyId: policyId, TargetId: unitId };
  await call(management, 'organizations', 'AttachPolicy', attachment);
  const { Targets } = await steady(management, 'organizations', 'ListTargetsForPolicy', { PolicyId: policyId });
  expect(Targets).toMatchObject([{ TargetId: unitId, Type: 'ORGANIZATIONAL_UNIT' }]);
  afterwards('aws_organizations_policy_attachment', async () => {
    await call(management, 'organizations', 'DetachPolicy', attachment);
    const { Targets: left } = await call(management, 'organizations', 'ListTargetsForPolicy', { PolicyId: policyId });
    expect(left).toEqual([]);
  });
});

test('aws_organizations_delegated_administrator', async () => {
  const registration = { AccountId: destinationAccount, ServicePrincipal: 'backup.amazonaws.com' };
  await call(management, 'organizations', 'RegisterDelegatedAdministrator', registration);
  const read = { ServicePrincipal: 'backup.amazonaws.com' };
  const { DelegatedAdministrators } = await steady(management, 'organizations', 'ListDelegatedAdministrators', read);
  expect(DelegatedAdministrators).toMatchObject([{ Id: destinationAccount, DelegationEnabledDate: expect.any(Date) }]);
  afterwards('aws_organizations_delegated_administrator', async () => {
    await call(management, 'organizations', 'DeregisterDelegatedAdministrator', registration);
    expect(
      (await call(management, 'organizations', 'ListDelegatedAdministrators', read)).DelegatedAdministrators,
    ).toEqual([]);
  });
});

test('aws_backup_global_settings and aws_backup_region_settings', async () => {
  const GlobalSettings = { isCrossAccountBackupEnabled: 'true' };
  await call(management, 'backup', 'UpdateGlobalSettings', { GlobalSettings });
  expect((await steady(management, 'backup', 'DescribeGlobalSettings')).GlobalSettings).toEqual(GlobalSettings);
  const before = await steady(source, 'backup', 'DescribeRegionSettings');
  const wanted = {
    ResourceTypeOptInPreference: { ...before.ResourceTypeOptInPreference, EBS: false },
    ResourceTypeManagementPreference: before.ResourceTypeManagementPreference,
  };
  await call(source, 'backup', 'UpdateRegionSettings', wanted);
  expect(await steady(source, 'backup', 'DescribeRegionSettings')).toEqual(wanted);
  // Terraform leaves both settings as they are when it destroys.
  await call(source, 'backup', 'UpdateRegionSettings', { ResourceTypeOptInPreference: { EBS: true } });
});

const makeKey = async (as: Identity, account: string, policy: string): Promise<string> => {
  const { KeyMetadata } = await call(as, 'kms', 'CreateKey', {
    BypassPolicyLockoutSafetyCheck: false,
    Description: 'backups',
    KeySpec: 'SYMMETRIC_DEFAULT',
    KeyUsage: 'ENCRYPT_DECRYPT',
    MultiRegion: false,
    Policy: policy,
    Tags: [{ TagKey: 'made-by', TagValue: 'terraform' }],
  });
  const { KeyId, Arn } = KeyMetadata;
  await call(as, 'kms', 'EnableKeyRotation', { KeyId });
  const key = await steady(as, 'kms', 'DescribeKey', { KeyId });
  expect(key.KeyMetadata).toMatchObject({ KeyState: 'Enabled', Enabled: true, MultiRegion: false });
  sameJson((await steady(as, 'kms', 'GetKeyPolicy', { KeyId, PolicyName: 'default' })).Policy, policy);
  expect((await steady(as, 'kms', 'GetKeyRotationStatus', { KeyId })).KeyRotationEnabled).toBe(true);
  const { Tags } = await steady(as, 'kms', 'ListResourceTags', { KeyId });
  expect(Tags).toEqual([{ TagKey: 'made-by', TagValue: 'terraform' }]);
  afterwards(`aws_kms_key of ${account}`, async () => {
    await call(as, 'kms', 'ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
    expect((await call(as, 'kms', 'DescribeKey', { KeyId })).KeyMetadata.KeyState).toBe('PendingDeletion');
    const again = await refused(as, 'kms', 'ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
    expect(again).toMatchObject({
      code: 'KMSInvalidStateException',
      message: expect.stringContaining('is pending deletion'),
    });
  });
  const AliasName = 'alias/backups';
  await call(as, 'kms', 'CreateAlias', { AliasName, TargetKeyId: KeyId });
  const { Aliases } = await steady(as, 'kms', 'ListAliases');
  const alias = Aliases.find((each: { AliasName: string }) => each.AliasName === AliasName);
  expect(alias).toMatchObject({ AliasArn: `arn:aws:kms:${REGION}:${account}:${AliasName}`, TargetKeyId: KeyId });
  afterwards(`aws_kms_alias of ${account}`, async () => {
    await call(as, 'kms', 'DeleteAlias', { AliasName });
    await expectGone(['NotFoundException'], as, 'kms', 'DeleteAlias', { AliasName });
  });
  return Arn;
};

test('aws_kms_key and aws_kms_alias on both sides', async () => {
  sourceKey = await makeKey(source, sourceAccount, keyPolicy(sourceAccount, destinationAccount));
  destinationKey = await makeKey(destination, destinationAccount, keyPolicy(destinationAccount));
});

test('aws_iam_role, its policies and attachments', async () => {
  const RoleName = 'backup';
  await expectGone(['NoSuchEntity', 'NoSuchEntityException'], source, 'iam', 'GetRole', { RoleName });
  const { Role } = await call(source, 'iam', 'CreateRole', {
    RoleName,
    Path: '/',
    AssumeRolePolicyDocument: TRUST,
    MaxSessionDuration: 3600,
    Tags: [{ Key: 'made-by', Value: 'terraform' }],
  });
  role = Role.Arn;
  const read = await steady(source, 'iam', 'GetRole', { RoleName });
  sameJson(decodeURIComponent(read.Role.AssumeRolePolicyDocument), TRUST);
  expect(read.Role.Tags).toEqual([{ Key: 'made-by', Value: 'terraform' }]);
  afterwards('aws_iam_role', async () => {
    expect((await call(source, 'iam', 'ListInstanceProfilesForRole', { RoleName })).InstanceProfiles).toEqual([]);
    expect((await call(source, 'iam', 'ListAttachedRolePolicies', { RoleName })).AttachedPolicies).toEqual([]);
    expect((await call(source, 'iam', 'ListRolePolicies', { RoleName })).PolicyNames).toEqual([]);
    await call(source, 'iam', 'DeleteRole', { RoleName });
    await expectGone(['NoSuchEntity', 'NoSuchEntityException'], source, 'iam', 'GetRole', { RoleName });
  });
  const attachment = {
    RoleName,
    PolicyArn: 'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup',
  };
  await call(source, 'iam', 'AttachRolePolicy', attachment);
  const attached = await steady(source, 'iam', 'ListAttachedRolePolicies', { RoleName });
  expect(attached.AttachedPolicies).toMatchObject([{ PolicyArn: attachment.PolicyArn }]);
  afterwards('aws_iam_role_policy_attachment', async () => {
    await call(source, 'iam', 'DetachRolePolicy', attachment);
  });
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'kms:DescribeKey', Resource: sourceKey }],
  });
  const inline = { RoleName, PolicyName: 'key' };
  await call(source, 'iam', 'PutRolePolicy', { ...inline, PolicyDocument });
  const document = (await steady(source, 'iam', 'GetRolePolicy', inline)).PolicyDocument;
  sameJson(decodeURIComponent(document), PolicyDocument);
  afterwards('aws_iam_role_policy', async () => {
    await call(source, 'iam', 'DeleteRolePolicy', inline);
    await expectGone(['NoSuchEntity', 'NoSuchEntityException'], source, 'iam', 'GetRolePolicy', inline);
  });
});

const makeVault = async (as: Identity, name: string, key: string): Promise<void> => {
  const vault = { BackupVaultName: name };
  await expectGone(VAULT_GONE, as, 'backup', 'DescribeBackupVault', vault);
  await call(as, 'backup', 'CreateBackupVault', {
    ...vault,
    EncryptionKeyArn: key,
    BackupVaultTags: { 'made-by': 'terraform' },
  });
  const read = await steady(as, 'backup', 'DescribeBackupVault', vault);
  expect(read).toMatchObject({ ...vault, EncryptionKeyArn: key, NumberOfRecoveryPoints: 0, Locked: false });
  const ResourceArn: string = read.BackupVaultArn;
  expect((await steady(as, 'backup', 'ListTags', { ResourceArn })).Tags).toEqual({ 'made-by': 'terraform' });
  await call(as, 'backup', 'TagResource', { ResourceArn, Tags: { stage: 'test' } });
  await call(as, 'backup', 'UntagResource', { ResourceArn, TagKeyList: ['made-by'] });
  expect((await steady(as, 'backup', 'ListTags', { ResourceArn })).Tags).toEqual({ stage: 'test' });
  afterwards(`aws_backup_vault ${name}`, async () => {
    expect((await call(as, 'backup', 'ListRecoveryPointsByBackupVault', vault)).RecoveryPoints).toEqual([]);
    await call(as, 'backup', 'DeleteBackupVault', vault);
    await expectGone(VAULT_GONE, as, 'backup', 'DescribeBackupVault', vault);
    await expectGone(VAULT_GONE, as, 'backup', 'DeleteBackupVault', vault);
  });
};

test('aws_backup_vault on both sides', async () => {
  await makeVault(source, 'production', sourceKey);
  await makeVault(destination, 'offsite', destinationKey);
});

test('aws_backup_vault_policy', async () => {
  const vault = { BackupVaultName: 'offsite' };
  await expectGone(VAULT_GONE, destination, 'backup', 'GetBackupVaultAccessPolicy', vault);
  const ghost = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${sourceAccount}:role/not-yet` },
        Action: 'backup:CopyIntoBackupVault',
        Resource: '*',
      },
    ],
  });
  const early = await refused(destination, 'backup', 'PutBackupVaultAccessPolicy', { ...vault, Policy: ghost });
  expect(early).toMatchObject({
    code: 'InvalidParameterValueException',
    message: 'Provided principal is not valid',
  });
  const Policy = admitAccount(sourceAccount);
  await call(destination, 'backup', 'PutBackupVaultAccessPolicy', { ...vault, Policy });
  sameJson((await steady(destination, 'backup', 'GetBackupVaultAccessPolicy', vault)).Policy, Policy);
  afterwards('aws_backup_vault_policy', async () => {
    await call(destination, 'backup', 'DeleteBackupVaultAccessPolicy', vault);
    await expectGone(VAULT_GONE, destination, 'backup', 'GetBackupVaultAccessPolicy', vault);
  });
});

test('aws_backup_vault_lock_configuration', async () => {
  const vault = { BackupVaultName: 'offsite' };
  await call(destination, 'backup', 'PutBackupVaultLockConfiguration', {
    ...vault,
    MinRetentionDays: 7,
    MaxRetentionDays: 1200,
    ChangeableForDays: 3,
  });
  const read = await steady(destination, 'backup', 'DescribeBackupVault', vault);
  expect(read).toMatchObject({ Locked: true, MinRetentionDays: 7, MaxRetentionDays: 1200, LockDate: expect.any(Date) });
  expect(read).not.toHaveProperty('ChangeableForDays');
  afterwards('aws_backup_vault_lock_configuration', async () => {
    await call(destination, 'backup', 'DeleteBackupVaultLockConfiguration', vault);
    expect((await call(destination, 'backup', 'DescribeBackupVault', vault)).Locked).toBe(false);
  });
});

test('aws_backup_vault_notifications', async () => {
  const vault = { BackupVaultName: 'production' };
  await expectGone(['ResourceNotFoundException'], source, 'backup', 'GetBackupVaultNotifications', vault);
  const wanted = {
    SNSTopicArn: `arn:aws:sns:${REGION}:${sourceAccount}:backups`,
    BackupVaultEvents: ['BACKUP_JOB_STARTED', 'RESTORE_JOB_COMPLETED'],
  };
  await call(source, 'backup', 'PutBackupVaultNotifications', { ...vault, ...wanted });
  expect(await steady(source, 'backup', 'GetBackupVaultNotifications', vault)).toMatchObject(wanted);
  afterwards('aws_backup_vault_notifications', async () => {
    await call(source, 'backup', 'DeleteBackupVaultNotifications', vault);
    await expectGone(['ResourceNotFoundException'], source, 'backup', 'GetBackupVaultNotifications', vault);
  });
});

test('aws_backup_logically_air_gapped_vault', async () => {
  const vault = { BackupVaultName: 'gapped' };
  await call(destination, 'backup', 'CreateLogicallyAirGappedBackupVault', {
    ...vault,
    MinRetentionDays: 7,
    MaxRetentionDays: 30,
  });
  const read = await steady(destination, 'backup', 'DescribeBackupVault', vault);
  // The provider asks until it is AVAILABLE: minutes, as with AWS.
  expect(read).toMatchObject({ VaultState: 'CREATING', MinRetentionDays: 7, MaxRetentionDays: 30 });
  await steady(destination, 'backup', 'ListTags', { ResourceArn: read.BackupVaultArn });
  afterwards('aws_backup_logically_air_gapped_vault', async () => {
    await call(destination, 'backup', 'DeleteBackupVault', vault);
    await expectGone(VAULT_GONE, destination, 'backup', 'DescribeBackupVault', vault);
  });
});

const nightly = () => ({
  RuleName: 'nightly',
  TargetBackupVaultName: 'production',
  ScheduleExpression: 'cron(0 2 * * ? *)',
  ScheduleExpressionTimezone: 'Etc/UTC',
  StartWindowMinutes: 60,
  CompletionWindowMinutes: 180,
  EnableContinuousBackup: false,
  Lifecycle: { DeleteAfterDays: 35 },
  CopyActions: [
    { DestinationBackupVaultArn: vaultArn(destinationAccount, 'offsite'), Lifecycle: { DeleteAfterDays: 365 } },
  ],
  RecoveryPointTags: { 'made-by': 'terraform' },
});

test('aws_backup_plan', async () => {
  await expectGone(['ResourceNotFoundException'], source, 'backup', 'GetBackupPlan', { BackupPlanId: 'absent' });
  const AdvancedBackupSettings = [{ ResourceType: 'EC2', BackupOptions: { WindowsVSS: 'enabled' } }];
  const made = await call(source, 'backup', 'CreateBackupPlan', {
    BackupPlan: { BackupPlanName: 'nightly', Rules: [nightly()], AdvancedBackupSettings },
    BackupPlanTags: { 'made-by': 'terraform' },
  });
  planId = made.BackupPlanId;
  planArn = made.BackupPlanArn;
  const read = await steady(source, 'backup', 'GetBackupPlan', { BackupPlanId: planId });
  expect(read).toMatchObject({ BackupPlanId: planId, BackupPlanArn: planArn, VersionId: made.VersionId });
  expect(read.AdvancedBackupSettings).toEqual(AdvancedBackupSettings);
  const [{ RuleId: _id, ...rule }] = read.BackupPlan.Rules;
  expect(rule).toEqual(nightly());
  expect((await steady(source, 'backup', 'ListTags', { ResourceArn: planArn })).Tags).toEqual({
    'made-by': 'terraform',
  });
  const updated = await call(source, 'backup', 'UpdateBackupPlan', {
    BackupPlanId: planId,
    BackupPlan: { BackupPlanName: 'nightly', Rules: [{ ...nightly(), CopyActions: [] }], AdvancedBackupSettings },
  });
  expect(updated.VersionId).not.toBe(made.VersionId);
  const after = await steady(source, 'backup', 'GetBackupPlan', { BackupPlanId: planId });
  expect(after.BackupPlan.Rules[0].CopyActions ?? []).toEqual([]);
  await call(source, 'backup', 'UpdateBackupPlan', {
    BackupPlanId: planId,
    BackupPlan: { BackupPlanName: 'nightly', Rules: [nightly()], AdvancedBackupSettings },
  });
  afterwards('aws_backup_plan', async () => {
    await call(source, 'backup', 'DeleteBackupPlan', { BackupPlanId: planId });
    await expectGone(['ResourceNotFoundException'], source, 'backup', 'GetBackupPlan', { BackupPlanId: planId });
    await expectGone(['ResourceNotFoundException'], source, 'backup', 'DeleteBackupPlan', { BackupPlanId: planId });
  });
});

test('aws_backup_selection', async () => {
  const BackupSelection = {
    SelectionName: 'tagged',
    IamRoleArn: role,
    ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'nightly' }],
    NotResources: ['arn:aws:ec2:*:*:instance/*'],
    Conditions: { StringEquals: [{ ConditionKey: 'aws:ResourceTag/stage', ConditionValue: 'production' }] },
  };
  const early = await refused(source, 'backup', 'CreateBackupSelection', {
    BackupPlanId: planId,
    BackupSelection: { ...BackupSelection, IamRoleArn: `${role}-not-yet` },
  });
  expect(early).toMatchObject({
    code: 'InvalidParameterValueException',
    message: expect.stringContaining('cannot be assumed'),
  });
  const made = await call(source, 'backup', 'CreateBackupSelection', { BackupPlanId: planId, BackupSelection });
  selectionId = made.SelectionId;
  const id = { BackupPlanId: planId, SelectionId: selectionId };
  expect((await steady(source, 'backup', 'GetBackupSelection', id)).BackupSelection).toEqual(BackupSelection);
  const strangers = await refused(source, 'backup', 'GetBackupSelection', { ...id, BackupPlanId: 'absent' });
  expect(strangers).toMatchObject({
    code: 'InvalidParameterValueException',
    message: expect.stringContaining('Cannot find Backup plan'),
  });
  afterwards('aws_backup_selection', async () => {
    const held = await refused(source, 'backup', 'DeleteBackupPlan', { BackupPlanId: planId });
    expect(held).toMatchObject({
      code: 'InvalidRequestException',
      message: expect.stringContaining('Related backup plan selections must be deleted prior to backup plan deletion'),
    });
    await call(source, 'backup', 'DeleteBackupSelection', id);
    await expectGone(['ResourceNotFoundException'], source, 'backup', 'GetBackupSelection', id);
    await expectGone(['InvalidParameterValueException'], source, 'backup', 'DeleteBackupSelection', id);
  });
});

test('destroy takes everything away again, last made first', async () => {
  expect(destroys).toHaveLength(22);
  for (const { resource, destroy } of destroys.toReversed()) {
    await expect(destroy(), resource).resolves.toBeUndefined();
  }
});
