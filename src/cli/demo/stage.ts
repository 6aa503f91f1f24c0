import {
  BackupClient,
  CreateBackupVaultCommand,
  DescribeBackupVaultCommand,
  PutBackupVaultAccessPolicyCommand,
  UpdateGlobalSettingsCommand,
} from '@aws-sdk/client-backup';
import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  CreateServiceLinkedRoleCommand,
  IAMClient,
} from '@aws-sdk/client-iam';
import {
  CreateAliasCommand,
  CreateKeyCommand,
  DescribeKeyCommand,
  KMSClient,
  PutKeyPolicyCommand,
} from '@aws-sdk/client-kms';
import {
  AcceptHandshakeCommand,
  CreateOrganizationCommand,
  DescribeOrganizationCommand,
  InviteAccountToOrganizationCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';

/** The two sides of the demonstration, with AWS's own example account ids. */
export const SOURCE = '111122223333';
export const DESTINATION = '444455556666';
export const REGION = 'eu-central-1';
export const SOURCE_VAULT = 'production';
export const DESTINATION_VAULT = 'offsite';

export const vaultArn = (account: string, name: string): string =>
  `arn:aws:backup:${REGION}:${account}:backup-vault:${name}`;
export const roleArn = (account: string): string =>
  `arn:aws:iam::${account}:role/service-role/AWSBackupDefaultServiceRole`;

export const sdk = (endpoint: string, account: string) => ({
  endpoint,
  region: REGION,
  credentials: { accessKeyId: account, secretAccessKey: 'dev' },
});

/** What the stage consists of, for telling. */
export interface Stage {
  readonly organization: string;
  readonly sourceKey: string;
  readonly destinationKey: string;
}

/** Sets up both accounts through the AWS API alone, as any client would. What is there already stays: it may run again. */
export async function setStage(endpoint: string): Promise<Stage> {
  const organization = await setOrganization(endpoint);
  for (const account of [SOURCE, DESTINATION]) await setRoles(endpoint, account);
  const sourceKey = await setKey(endpoint, SOURCE, SOURCE_VAULT);
  const destinationKey = await setKey(endpoint, DESTINATION, DESTINATION_VAULT);
  await new KMSClient(sdk(endpoint, SOURCE)).send(
    new PutKeyPolicyCommand({ KeyId: sourceKey, Policy: sharedKeyPolicy() }),
  );
  await setVault(endpoint, SOURCE, SOURCE_VAULT, sourceKey);
  await setVault(endpoint, DESTINATION, DESTINATION_VAULT, destinationKey);
  await new BackupClient(sdk(endpoint, DESTINATION)).send(
    new PutBackupVaultAccessPolicyCommand({ BackupVaultName: DESTINATION_VAULT, Policy: vaultPolicy() }),
  );
  return { organization, sourceKey, destinationKey };
}

/** Runs a call whose refusal means that the thing is there already. */
async function unlessThere<Answer>(errorName: string, call: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await call;
  } catch (error) {
    if ((error as Error).name === errorName) return undefined;
    throw error;
  }
}

async function setOrganization(endpoint: string): Promise<string> {
  const source = new OrganizationsClient(sdk(endpoint, SOURCE));
  const destination = new OrganizationsClient(sdk(endpoint, DESTINATION));
  await unlessThere(
    'AlreadyInOrganizationException',
    source.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' })),
  );
  const { Organization } = await source.send(new DescribeOrganizationCommand({}));
  const joined = await unlessThere(
    'AWSOrganizationsNotInUseException',
    destination.send(new DescribeOrganizationCommand({})),
  );
  if (joined === undefined) {
    const invitation = new InviteAccountToOrganizationCommand({ Target: { Type: 'ACCOUNT', Id: DESTINATION } });
    const { Handshake } = await source.send(invitation);
    await destination.send(new AcceptHandshakeCommand({ HandshakeId: Handshake?.Id }));
  }
  await new BackupClient(sdk(endpoint, SOURCE)).send(
    new UpdateGlobalSettingsCommand({ GlobalSettings: { isCrossAccountBackupEnabled: 'true' } }),
  );
  return Organization?.Id ?? '';
}

async function setRoles(endpoint: string, account: string): Promise<void> {
  const iam = new IAMClient(sdk(endpoint, account));
  await unlessThere(
    'InvalidInputException',
    iam.send(new CreateServiceLinkedRoleCommand({ AWSServiceName: 'backup.amazonaws.com' })),
  );
  await unlessThere(
    'EntityAlreadyExistsException',
    iam.send(
      new CreateRoleCommand({
        RoleName: 'AWSBackupDefaultServiceRole',
        Path: '/service-role/',
        AssumeRolePolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { Service: 'backup.amazonaws.com' }, Action: 'sts:AssumeRole' }],
        }),
      }),
    ),
  );
  for (const policy of ['ForBackup', 'ForRestores']) {
    const PolicyArn = `arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicy${policy}`;
    await iam.send(new AttachRolePolicyCommand({ RoleName: 'AWSBackupDefaultServiceRole', PolicyArn }));
  }
}

async function setKey(endpoint: string, account: string, name: string): Promise<string> {
  const kms = new KMSClient(sdk(endpoint, account));
  const found = await unlessThere('NotFoundException', kms.send(new DescribeKeyCommand({ KeyId: `alias/${name}` })));
  if (found?.KeyMetadata?.Arn !== undefined) return found.KeyMetadata.Arn;
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Description: `Vault ${name}` }));
  await kms.send(new CreateAliasCommand({ AliasName: `alias/${name}`, TargetKeyId: KeyMetadata?.KeyId }));
  return KeyMetadata?.Arn ?? '';
}

async function setVault(endpoint: string, account: string, name: string, keyArn: string): Promise<void> {
  const backup = new BackupClient(sdk(endpoint, account));
  const command = new CreateBackupVaultCommand({ BackupVaultName: name, EncryptionKeyArn: keyArn });
  await unlessThere('AlreadyExistsException', backup.send(command));
  await backup.send(new DescribeBackupVaultCommand({ BackupVaultName: name }));
}

/** The key policy of AWS's article on cross-account copies, for the source key: use, and grants for AWS services. */
function sharedKeyPolicy(): string {
  const destination = { AWS: `arn:aws:iam::${DESTINATION}:root` };
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Owner',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${SOURCE}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
      {
        Sid: 'DestinationMayUseTheKey',
        Effect: 'Allow',
        Principal: destination,
        Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        Resource: '*',
      },
      {
        Sid: 'DestinationMayGrantItToServices',
        Effect: 'Allow',
        Principal: destination,
        Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
        Resource: '*',
        Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      },
    ],
  });
}

function vaultPolicy(): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'AllowAccountCopyIntoBackupVault',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${SOURCE}:root` },
        Action: 'backup:CopyIntoBackupVault',
        Resource: '*',
      },
    ],
  });
}
