import { SOURCE } from '../../../access/testing/access-world.ts';
import type { AccountId } from '../../../model/account.ts';
import type { Principal } from '../../../model/principal.ts';
import type { ServiceName } from '../../api/service-model.ts';
import { serviceModels } from '../../api/service-models.ts';
import { backupOperations } from '../backup/operations.ts';
import { type BackupWorld, openBackupWorld, REGION } from '../backup/testing/backup-world.ts';
import { iamOperations } from '../iam/operations.ts';
import { kmsOperations } from '../kms/operations.ts';
import type { Call, OperationTable } from '../operation.ts';
import { organizationsOperations } from '../organizations/operations.ts';
import { stsOperations } from '../sts/operations.ts';

/** What an operation is authorised by. `{vault}` and the like stand for what is on the stage. */
export interface Authorized {
  readonly service: ServiceName;
  readonly operation: string;
  /** Service Authorization Reference, "Resource types"; several where each must be allowed. */
  readonly resource: string | readonly string[];
  /** Where it is not the operation's own name. */
  readonly action?: string;
  /** Other actions that must be allowed as well, each with its resource. */
  readonly also?: readonly (readonly [action: string, resource: string])[];
  readonly input: Readonly<Record<string, unknown>>;
}

export const TABLES: Readonly<Record<ServiceName, OperationTable>> = {
  backup: backupOperations,
  iam: iamOperations,
  kms: kmsOperations,
  organizations: organizationsOperations,
  sts: stsOperations,
};

type Row = Partial<Pick<Authorized, 'resource' | 'action' | 'also' | 'input'>>;

const PASS_ROLE = ['iam:PassRole', '{role}'] as const;
/** Service Authorization Reference, CreateBackupVault, "Dependent actions", as far as AWSBackupFullAccess has them: see `claim-vault-key.ts`. */
const NEW_VAULT: Row = {
  resource: '{newVault}',
  input: { BackupVaultName: 'new', EncryptionKeyArn: '{key}' },
  also: [
    ['backup-storage:MountCapsule', '*'],
    ['kms:CreateGrant', '{key}'],
    ['kms:DescribeKey', '{key}'],
    ['kms:GenerateDataKey', '{key}'],
  ],
};
/** Lists of IAM are asked with the path that they list. */
const PATHS = { role: '{account}:role/', user: '{account}:user/', group: '{account}:group/' };

/** Where the operation's name says more than its input. The rest follows from the members that it requires. */
const ROWS: Readonly<Record<string, Row>> = {
  'backup:CreateBackupVault': NEW_VAULT,
  'backup:CreateLogicallyAirGappedBackupVault': NEW_VAULT,
  'backup:StartBackupJob': { resource: '{vault}', input: { ResourceArn: '{volume}' }, also: [PASS_ROLE] },
  'backup:StartCopyJob': { resource: '{point}', also: [PASS_ROLE] },
  'backup:StartRestoreJob': { resource: '{point}', input: { IamRoleArn: '{role}' }, also: [PASS_ROLE] },
  'backup:ListTags': { resource: '{vault}' },
  'backup:TagResource': { resource: '{vault}' },
  'backup:UntagResource': { resource: '{vault}' },
  'iam:AddRoleToInstanceProfile': { resource: '{profile}', also: [PASS_ROLE] },
  'iam:CreateAccessKey': { resource: '{user}', input: { UserName: 'alice' } },
  'iam:CreateLoginProfile': { resource: '{user}', input: { UserName: 'alice', Password: 'Correct-Horse-9' } },
  'iam:DeleteAccessKey': { resource: '{user}', input: { UserName: 'alice' } },
  'iam:DeleteLoginProfile': { resource: '{user}', input: { UserName: 'alice' } },
  'iam:GetLoginProfile': { resource: '{user}', input: { UserName: 'alice' } },
  'iam:GetUser': { resource: '{user}', input: { UserName: 'alice' } },
  'iam:ListAccessKeys': { resource: '{user}', input: { UserName: 'alice' } },
  'iam:UpdateAccessKey': { resource: '{user}', input: { UserName: 'alice' } },
  'iam:CreatePolicy': { resource: '{account}:policy/new', input: { PolicyName: 'new' } },
  'iam:CreateServiceLinkedRole': {
    resource: '{account}:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup',
  },
  'iam:CreateOpenIDConnectProvider': { resource: '{provider}' },
  'iam:ListPolicies': { resource: '{account}:policy/' },
  'iam:GetServiceLinkedRoleDeletionStatus': {
    resource: '{account}:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup',
  },
  'iam:ListGroups': { resource: PATHS.group },
  'iam:ListRoles': { resource: PATHS.role },
  'iam:ListUsers': { resource: PATHS.user },
  'kms:CreateGrant': { resource: '{key}', input: { GranteePrincipal: '{user}' } },
  'kms:GenerateDataKey': { resource: '{key}', input: { KeySpec: 'AES_256' } },
  'kms:GenerateDataKeyWithoutPlaintext': { resource: '{key}', input: { KeySpec: 'AES_256' } },
  'kms:GenerateRandom': { input: { NumberOfBytes: 8 } },
  'kms:ImportKeyMaterial': { resource: '{key}', input: { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' } },
  'kms:ListRetirableGrants': { input: { RetiringPrincipal: '{user}' } },
  'kms:RetireGrant': { resource: '{key}', input: { KeyId: '{key}', GrantId: '{grant}' } },
  'kms:Decrypt': { resource: '{key}', input: { KeyId: '{key}', CiphertextBlob: '{ciphertext}' } },
  'kms:ReEncrypt': {
    resource: '{key}',
    action: 'kms:ReEncryptFrom',
    also: [['kms:ReEncryptTo', '{key}']],
    input: { SourceKeyId: '{key}', CiphertextBlob: '{ciphertext}' },
  },
  'organizations:AttachPolicy': { resource: ['{scp}', '{root}'] },
  'organizations:DetachPolicy': { resource: ['{scp}', '{root}'] },
};

/** The resource by the first of these members that an operation requires. */
const RESOURCES: Readonly<
  Record<ServiceName, readonly (readonly [member: string, resource: string | readonly string[]])[]>
> = {
  backup: [
    ['RecoveryPointArn', '{point}'],
    ['BackupVaultName', '{vault}'],
    ['BackupPlanId', '{plan}'],
    ['LegalHoldId', '{hold}'],
  ],
  iam: [
    ['InstanceProfileName', '{profile}'],
    ['GroupName', '{group}'],
    ['RoleName', '{role}'],
    ['UserName', '{user}'],
    ['OpenIDConnectProviderArn', '{provider}'],
    ['PolicySourceArn', '{user}'],
    ['PolicyArn', '{policy}'],
  ],
  kms: [
    ['AliasName', ['{alias}', '{key}']],
    ['KeyId', '{key}'],
  ],
  organizations: [
    ['OrganizationalUnitId', '{unit}'],
    ['PolicyId', '{scp}'],
    ['AccountId', '{member}'],
    ['ParentId', '{root}'],
    ['RootId', '{root}'],
    ['ChildId', '{member}'],
    ['TargetId', '{root}'],
    ['ResourceId', '{member}'],
    ['HandshakeId', '{handshake}'],
  ],
  sts: [['RoleArn', '{role}']],
};

/** A value for each member that some operation requires; where services differ in its form, under the service's name too. */
const VALUES: Readonly<Record<string, unknown>> = {
  AccessKeyId: '{accessKey}',
  AccountAlias: 'example',
  AccountId: '{memberId}',
  AccountName: 'new',
  ActionNames: ['backup:ListTags'],
  AliasName: 'alias/copies',
  AssumeRolePolicyDocument: '{trust}',
  AWSServiceName: 'backup.amazonaws.com',
  BackupJobId: '{backupJob}',
  BackupPlan: { BackupPlanName: 'nightly', Rules: [{ RuleName: 'daily', TargetBackupVaultName: 'copies' }] },
  BackupPlanId: '{planId}',
  BackupPlanTemplateJson: '{"BackupPlanName":"nightly","Rules":[]}',
  BackupVaultName: 'copies',
  ChildId: '{memberId}',
  ChildType: 'ACCOUNT',
  Content: '{policyText}',
  ClientID: 'client',
  CopyJobId: '{copyJob}',
  CreateAccountRequestId: '{createRequest}',
  DeletionTaskId:
    'task/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup/00000000-0000-0000-0000-000000000000',
  Description: 'new',
  DestinationBackupVaultArn: '{otherVault}',
  DestinationKeyId: '{key}',
  DestinationParentId: '{unitId}',
  Email: 'new@example.com',
  EncryptedKeyMaterial: new Uint8Array([1]),
  Filter: 'SERVICE_CONTROL_POLICY',
  GrantId: '{grant}',
  GroupName: 'team',
  HandshakeId: '{handshakeId}',
  IamRoleArn: '{role}',
  ImportToken: new Uint8Array([1]),
  InstanceProfileName: 'profile',
  KeyId: '{key}',
  KeyPairSpec: 'RSA_2048',
  Metadata: {},
  Name: 'new',
  LegalHoldId: '{holdId}',
  MaxRetentionDays: 30,
  MinRetentionDays: 7,
  OpenIDConnectProviderArn: '{provider}',
  Operations: ['Decrypt'],
  OrganizationalUnitId: '{unitId}',
  ParentId: '{rootId}',
  PermissionsBoundary: '{policy}',
  Plaintext: new Uint8Array([1]),
  Policy: '{keyPolicy}',
  PolicyArn: '{policy}',
  PolicyDocument: '{policyText}',
  PolicyId: '{scpId}',
  PolicyInputList: ['{policyText}'],
  PolicyName: 'rights',
  PolicySourceArn: '{user}',
  PolicyType: 'TAG_POLICY',
  RecoveryPointArn: '{point}',
  ResourceArn: '{vault}',
  ResourceId: '{memberId}',
  RestoreJobId: '{restoreJob}',
  RoleArn: '{role}',
  RoleName: 'Copier',
  RoleSessionName: 'session',
  RootId: '{rootId}',
  ServicePrincipal: 'backup.amazonaws.com',
  SourceBackupVaultName: 'copies',
  SourceParentId: '{rootId}',
  Status: 'Inactive',
  TagKeyList: ['team'],
  TagKeys: ['team'],
  Tags: [{ Key: 'team', Value: 'red' }],
  ThumbprintList: ['0'.repeat(40)],
  Title: 'hold',
  Url: 'https://example.com',
  'backup:Tags': { team: 'red' },
  'kms:Tags': [{ TagKey: 'team', TagValue: 'red' }],
  Target: { Id: '{otherId}', Type: 'ACCOUNT' },
  TargetId: '{rootId}',
  TargetKeyId: '{key}',
  Type: 'SERVICE_CONTROL_POLICY',
  UserName: 'alice',
  VersionId: 'v1',
};

/** Calls without a signature: the token that they bring is all there is to judge. */
const UNSIGNED: ReadonlySet<string> = new Set(['sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity']);

/** A row for every operation that is served and signed. */
export function authorizationRows(): readonly Authorized[] {
  return Object.entries(TABLES).flatMap(([service, table]) =>
    Object.keys(table)
      .filter((operation) => !UNSIGNED.has(`${service}:${operation}`))
      .map((operation) => toRow(service as ServiceName, operation)),
  );
}

function toRow(service: ServiceName, operation: string): Authorized {
  const row = ROWS[`${service}:${operation}`] ?? {};
  const { operations, structures } = serviceModels[service];
  const required = structures[operations[operation]?.input ?? '']?.required ?? [];
  const input = Object.fromEntries(
    required.map((member) => [member, VALUES[`${service}:${member}`] ?? VALUES[member]]),
  );
  const resource = RESOURCES[service].find(([member]) => required.includes(member))?.[1] ?? '*';
  return { service, operation, resource, ...row, input: { ...input, ...row.input } };
}

/** Somebody's account with one of each. */
export interface Stage {
  readonly world: BackupWorld;
  /** Texts of the form `{vault}` in their places. */
  fill(row: Authorized): Authorized;
  fillText(text: string): string;
  callOf(principal: Principal): Call;
  /** A user of the account who has these rights and no others. */
  userWith(statements: readonly object[]): Promise<Principal>;
}

const MEMBER = '222222222222' as AccountId;
const NOBODY = '00000000-0000-4000-8000-000000000000';
const POLICY_TEXT = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"backup:*","Resource":"*"}}';

export async function openStage(): Promise<Stage> {
  const world = await openBackupWorld();
  const own = (operation: string, input: object = {}) => world.call(SOURCE, operation, input);
  const { KeyMetadata } = await own('CreateKey');
  await own('CreateAlias', { AliasName: 'alias/copies', TargetKeyId: KeyMetadata.KeyId });
  const role = await world.addRole(SOURCE, 'Copier');
  await world.addUser(SOURCE, 'alice', { Effect: 'Allow', Action: 'backup:*' });
  await own('CreateBackupVault', { BackupVaultName: 'copies', EncryptionKeyArn: KeyMetadata.Arn });
  const { Policy } = await own('CreatePolicy', { PolicyName: 'rights', PolicyDocument: POLICY_TEXT });
  const { AccessKey } = await own('CreateAccessKey', { UserName: 'alice' });
  const volume = await world.addResource({ account: SOURCE, type: 'EBS' });
  const { BackupJobId } = await own('StartBackupJob', {
    BackupPlan: { BackupPlanName: 'nightly', Rules: [{ RuleName: 'daily', TargetBackupVaultName: 'copies' }] },
    BackupPlanId: '{planId}',
    BackupPlanTemplateJson: '{"BackupPlanName":"nightly","Rules":[]}',
    BackupVaultName: 'copies',
    ResourceArn: volume,
    IamRoleArn: role,
  });
  await world.completeBackup(BackupJobId);
  const { RecoveryPointArn } = await own('DescribeBackupJob', { BackupJobId });
  const { CiphertextBlob } = await own('Encrypt', { KeyId: KeyMetadata.Arn, Plaintext: new Uint8Array([1]) });
  const { GrantId } = await own('CreateGrant', {
    KeyId: KeyMetadata.Arn,
    GranteePrincipal: role,
    Operations: ['Decrypt'],
  });
  const asked = (operation: string, input: object) =>
    TABLES.organizations[operation]!(world.services, input, callOf(managing));
  const managing = await world.administrator(SOURCE);
  await asked('CreateOrganization', { FeatureSet: 'ALL' });
  const { Roots } = (await asked('ListRoots', {})) as { Roots: [{ Id: string; Arn: string }] };
  const [root] = Roots;
  const { OrganizationalUnit } = (await asked('CreateOrganizationalUnit', { ParentId: root.Id, Name: 'unit' })) as {
    OrganizationalUnit: { Id: string; Arn: string };
  };
  const { Handshake } = (await asked('InviteAccountToOrganization', { Target: { Id: MEMBER, Type: 'ACCOUNT' } })) as {
    Handshake: { Id: string; Arn: string };
  };
  const { CreateAccountStatus } = (await asked('CreateAccount', { AccountName: 'member', Email: 'm@example.com' })) as {
    CreateAccountStatus: { Id: string };
  };
  const status = (await asked('DescribeCreateAccountStatus', { CreateAccountRequestId: CreateAccountStatus.Id })) as {
    CreateAccountStatus: { AccountId: string };
  };
  const { Account } = (await asked('DescribeAccount', { AccountId: status.CreateAccountStatus.AccountId })) as {
    Account: { Id: string; Arn: string };
  };
  const created = (await asked('CreatePolicy', {
    Name: 'scp',
    Description: '',
    Type: 'SERVICE_CONTROL_POLICY',
    Content: POLICY_TEXT,
  })) as { Policy: { PolicySummary: { Id: string; Arn: string } } };
  const scp = created.Policy.PolicySummary;

  const places: Readonly<Record<string, unknown>> = {
    accessKey: AccessKey.AccessKeyId,
    account: `arn:aws:iam::${SOURCE}`,
    alias: `arn:aws:kms:${REGION}:${SOURCE}:alias/copies`,
    backupJob: BackupJobId,
    ciphertext: CiphertextBlob,
    copyJob: NOBODY,
    createRequest: CreateAccountStatus.Id,
    grant: GrantId,
    group: `arn:aws:iam::${SOURCE}:group/team`,
    handshake: Handshake.Arn,
    handshakeId: Handshake.Id,
    key: KeyMetadata.Arn,
    keyPolicy: POLICY_TEXT,
    member: Account.Arn,
    memberId: Account.Id,
    newVault: `arn:aws:backup:${REGION}:${SOURCE}:backup-vault:new`,
    otherId: MEMBER,
    otherVault: `arn:aws:backup:${REGION}:${SOURCE}:backup-vault:second`,
    hold: `arn:aws:backup:${REGION}:${SOURCE}:legal-hold:${NOBODY}`,
    holdId: NOBODY,
    plan: `arn:aws:backup:${REGION}:${SOURCE}:backup-plan:${NOBODY}`,
    planId: NOBODY,
    point: RecoveryPointArn,
    policy: Policy.Arn,
    policyText: POLICY_TEXT,
    profile: `arn:aws:iam::${SOURCE}:instance-profile/profile`,
    provider: `arn:aws:iam::${SOURCE}:oidc-provider/example.com`,
    restoreJob: NOBODY,
    role,
    root: root.Arn,
    rootId: root.Id,
    scp: scp.Arn,
    scpId: scp.Id,
    trust:
      '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"sts:AssumeRole"}}',
    unit: OrganizationalUnit.Arn,
    unitId: OrganizationalUnit.Id,
    user: `arn:aws:iam::${SOURCE}:user/alice`,
    vault: `arn:aws:backup:${REGION}:${SOURCE}:backup-vault:copies`,
    volume,
  };

  function callOf(principal: Principal): Call {
    return {
      principal,
      region: REGION,
      requestId: 'request',
      sourceIp: '192.0.2.1',
      userAgent: 'test',
      isSecure: true,
      now: world.clock.now(),
    };
  }
  await own('UpdateAssumeRolePolicy', { RoleName: 'Copier', PolicyDocument: trustOf(SOURCE) });
  const caller = await world.addUser(SOURCE, 'caller', { Effect: 'Allow', Action: 'backup:*' });

  return {
    world,
    fill: (row) => ({ ...row, input: filled(row.input, places) as Record<string, unknown> }),
    fillText: (text) => filled(text, places) as string,
    callOf,
    async userWith(statements) {
      const document = JSON.stringify({ Version: '2012-10-17', Statement: statements });
      await own('PutUserPolicy', { UserName: 'caller', PolicyName: 'rights', PolicyDocument: document });
      return caller;
    },
  };
}

const trustOf = (account: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { AWS: account, Service: 'backup.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ],
  });

/** The same value with everything in its place. */
function filled(value: unknown, places: Readonly<Record<string, unknown>>): unknown {
  if (typeof value === 'string') {
    const whole = /^\{(\w+)\}$/.exec(value);
    if (whole) return places[whole[1]!];
    return value.replace(/^\{(\w+)\}(?=:)/, (_, name: string) => String(places[name]));
  }
  if (Array.isArray(value)) return value.map((each) => filled(each, places));
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filled(each, places)]));
}
