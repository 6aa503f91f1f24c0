import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Answer, type AwsClient, type Identity, REGION, type Service } from './clients/client.ts';
import type { ServerProcess } from './running-server.ts';

/** In dev mode an access key id of twelve digits is that account's administrator. */
export const MANAGEMENT = '100000000001';
export const admin = (account: string, region = REGION): Identity => ({
  accessKeyId: account,
  secretAccessKey: 'dev',
  region,
});

export const vaultArn = (account: string, name: string, region = REGION): string =>
  `arn:aws:backup:${region}:${account}:backup-vault:${name}`;
export const roleArn = (account: string): string => `arn:aws:iam::${account}:role/AWSBackupCopyRole`;
export const root = (account: string): object => ({ AWS: `arn:aws:iam::${account}:root` });

export const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'backup.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});

export const admitAccount = (account: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'AllowAccountCopyIntoBackupVault',
        Effect: 'Allow',
        Principal: root(account),
        Action: 'backup:CopyIntoBackupVault',
        Resource: '*',
      },
    ],
  });

/** The key policy of the founding article; `other` is the account that may use the key, if any. */
export function keyPolicy(owner: string, other?: string): string {
  const owns = { Sid: 'Owner', Effect: 'Allow', Principal: root(owner), Action: 'kms:*', Resource: '*' };
  if (other === undefined) return JSON.stringify({ Version: '2012-10-17', Statement: [owns] });
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      owns,
      {
        Sid: 'Allow use of the key',
        Effect: 'Allow',
        Principal: root(other),
        Action: [
          'kms:DescribeKey',
          'kms:Encrypt',
          'kms:Decrypt',
          'kms:ReEncrypt*',
          'kms:GenerateDataKey',
          'kms:GenerateDataKeyWithoutPlaintext',
        ],
        Resource: '*',
      },
      {
        Sid: 'Allow attachment of persistent resources',
        Effect: 'Allow',
        Principal: root(other),
        Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
        Resource: '*',
        Condition: { Bool: { 'kms:GrantIsForAWSResource': true } },
      },
    ],
  });
}

export interface EndedJob {
  readonly State: string;
  readonly StatusMessage?: string;
  readonly MessageCategory?: string;
  readonly RecoveryPointArn?: string;
  readonly DestinationRecoveryPointArn?: string;
  readonly CreatedResourceArn?: string;
}

/** Verbs of the walk; the only place that touches the API. */
export class World {
  readonly client: AwsClient;
  readonly server: ServerProcess;

  constructor(client: AwsClient, server: ServerProcess) {
    this.client = client;
    this.server = server;
  }

  call(as: Identity, service: Service, operation: string, input: object = {}): Promise<Answer> {
    return this.client.call(as, service, operation, input);
  }

  /** A role for AWS Backup with the two managed policies, and the service-linked role. */
  async makeRoles(as: Identity): Promise<void> {
    await this.call(as, 'iam', 'CreateRole', { RoleName: 'AWSBackupCopyRole', AssumeRolePolicyDocument: TRUST });
    for (const name of ['ForBackup', 'ForRestores']) {
      const PolicyArn = `arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicy${name}`;
      await this.call(as, 'iam', 'AttachRolePolicy', { RoleName: 'AWSBackupCopyRole', PolicyArn });
    }
    try {
      await this.call(as, 'iam', 'CreateServiceLinkedRole', { AWSServiceName: 'backup.amazonaws.com' });
    } catch (error) {
      // AWS Backup makes it by itself at the first use of some operations.
      if (!(error as Error).message.includes('has been taken in this account')) throw error;
    }
  }

  /** One organization of these accounts, with cross-account copies switched on. */
  async organize(management: string, ...members: readonly string[]): Promise<void> {
    const manager = admin(management);
    await this.call(manager, 'organizations', 'CreateOrganization', { FeatureSet: 'ALL' });
    for (const member of members) {
      const Target = { Type: 'ACCOUNT', Id: member };
      // In dev mode an account comes into being with its first call.
      await this.call(admin(member), 'sts', 'GetCallerIdentity');
      const { Handshake } = await this.call(manager, 'organizations', 'InviteAccountToOrganization', { Target });
      await this.call(admin(member), 'organizations', 'AcceptHandshake', { HandshakeId: Handshake.Id });
    }
    await this.call(manager, 'organizations', 'EnableAWSServiceAccess', { ServicePrincipal: 'backup.amazonaws.com' });
    const GlobalSettings = { isCrossAccountBackupEnabled: 'true' };
    await this.call(manager, 'backup', 'UpdateGlobalSettings', { GlobalSettings });
  }

  async makeKey(as: Identity, policy?: string): Promise<string> {
    const { KeyMetadata } = await this.call(as, 'kms', 'CreateKey', policy === undefined ? {} : { Policy: policy });
    return KeyMetadata.Arn;
  }

  async makeVault(as: Identity, name: string, keyArn?: string): Promise<void> {
    await this.call(as, 'backup', 'CreateBackupVault', {
      BackupVaultName: name,
      ...(keyArn === undefined ? {} : { EncryptionKeyArn: keyArn }),
    });
  }

  /** Registers a resource as the operator; returns its ARN. */
  async register(account: string, type: string, source: string, more: object = {}): Promise<string> {
    const body = { account, region: REGION, type, source: pathToFileURL(source).href, ...more };
    const { arn } = await this.server.operator('POST', 'resources', body);
    return arn as unknown as string;
  }

  async backUp(
    as: Identity,
    account: string,
    { resource, vault }: { resource: string; vault: string },
  ): Promise<EndedJob> {
    const { BackupJobId } = await this.call(as, 'backup', 'StartBackupJob', {
      BackupVaultName: vault,
      ResourceArn: resource,
      IamRoleArn: roleArn(account),
    });
    return await this.until(() => this.call(as, 'backup', 'DescribeBackupJob', { BackupJobId }));
  }

  async copy(
    as: Identity,
    account: string,
    request: { point: string; vault: string; to: string; role?: string },
  ): Promise<EndedJob> {
    const { CopyJobId } = await this.call(as, 'backup', 'StartCopyJob', {
      RecoveryPointArn: request.point,
      SourceBackupVaultName: request.vault,
      DestinationBackupVaultArn: request.to,
      IamRoleArn: request.role ?? roleArn(account),
    });
    return await this.until(async () => (await this.call(as, 'backup', 'DescribeCopyJob', { CopyJobId })).CopyJob);
  }

  async restore(
    as: Identity,
    account: string,
    { point, metadata }: { point: string; metadata: Record<string, string> },
  ): Promise<EndedJob> {
    const { RestoreJobId } = await this.call(as, 'backup', 'StartRestoreJob', {
      RecoveryPointArn: point,
      IamRoleArn: roleArn(account),
      Metadata: metadata,
    });
    return await this.until(async () => {
      const { Status, ...job } = await this.call(as, 'backup', 'DescribeRestoreJob', { RestoreJobId });
      return { ...job, State: Status };
    });
  }

  async until(describe: () => Promise<EndedJob>): Promise<EndedJob> {
    for (let tries = 0; tries < 600; tries += 1) {
      const job = await describe();
      if (['COMPLETED', 'FAILED', 'ABORTED', 'EXPIRED'].includes(job.State)) return job;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the job did not end within a minute');
  }
}

/** A disk image of a few megabytes: data, zeros, data again. */
export function makeImage(file: string, seed: number): string {
  mkdirSync(path.dirname(file), { recursive: true });
  const piece = Buffer.alloc(1 << 20, `image ${seed} `);
  writeFileSync(file, Buffer.concat([piece, Buffer.alloc(3 << 20), piece, Buffer.from(`end ${seed}`)]));
  return file;
}
