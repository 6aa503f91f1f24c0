import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { copyFacts } from '../../src/access/copy-facts.ts';
import { backupOperations } from '../../src/aws/services/backup/operations.ts';
import { iamOperations } from '../../src/aws/services/iam/operations.ts';
import { kmsOperations } from '../../src/aws/services/kms/operations.ts';
import type { Call, OperationTable } from '../../src/aws/services/operation.ts';
import { organizationsOperations } from '../../src/aws/services/organizations/operations.ts';
import { type Decision, decideCopy } from '../../src/decision/decide-copy.ts';
import type { CopyFacts } from '../../src/decision/facts.ts';
import { type AwsCall, awsCalls } from '../../src/decision/mends/aws-calls.ts';
import type { Remedy } from '../../src/decision/remedy.ts';
import { ServiceError } from '../../src/messages/service-error.ts';
import type { Principal } from '../../src/model/principal.ts';
import { awsManagedKeyAliasOf } from '../../src/model/resource-type.ts';
import type { Assembly } from '../../src/server/assemble.ts';
import { ensureServiceLinkedRole } from '../../src/storage/records/iam.ts';
import { keyPolicy, root, TRUST, vaultArn } from '../conformance/world.ts';
import type { KeyKind, Setup } from './setups.ts';

const SOURCE = '111111111111';
const DESTINATION = '222222222222';
const MANAGEMENT = '333333333333';
const REGION = 'eu-central-1';
const OTHER_REGION = 'eu-west-1';

const OPERATIONS: Readonly<Record<AwsCall['service'], OperationTable>> = {
  backup: backupOperations,
  iam: iamOperations,
  kms: kmsOperations,
  organizations: organizationsOperations,
  ec2: {},
};

// biome-ignore lint/suspicious/noExplicitAny: answers of whatever operation is called
type Answer = any;

export interface Ended {
  readonly state: string;
  readonly statusMessage: string | null;
  readonly copyArn: string | null;
}

/** Builds a set-up by the very operations that serve the API, then breaks what the set-up says is broken. */
export class Stage {
  readonly source = SOURCE;
  readonly destination: string;
  readonly sourceRegion = REGION;
  readonly destinationRegion: string;
  resourceKey: string | undefined;
  readonly #assembly: Assembly;
  readonly #setup: Setup;
  readonly #administrators = new Map<string, Principal>();
  #vaultKey = '';
  #destinationKey: string | undefined;
  #lifecycle: { readonly deleteAfterDays: number } | undefined;

  constructor(assembly: Assembly, setup: Setup) {
    this.#assembly = assembly;
    this.#setup = setup;
    this.destination = setup.isCrossAccount ? DESTINATION : SOURCE;
    this.destinationRegion = setup.isCrossRegion ? OTHER_REGION : REGION;
  }

  async #call(
    account: string,
    table: OperationTable,
    operation: string,
    input: object = {},
    region = REGION,
  ): Promise<Answer> {
    const principal = this.#administrators.get(account);
    if (principal === undefined) throw new Error(`nobody administers ${account}`);
    const call: Call = {
      principal,
      region,
      requestId: 'simulation',
      sourceIp: '127.0.0.1',
      userAgent: 'simulation',
      isSecure: true,
      now: this.#assembly.clock.now(),
    };
    return await table[operation]!(this.#assembly.services, input, call);
  }

  /** All that must be right for the backup to be made. */
  async build(): Promise<void> {
    const { credentials, records, clock, random } = this.#assembly;
    // Asking for their credentials lets the accounts come into being, as a first request does in dev mode.
    for (const account of [SOURCE, DESTINATION, MANAGEMENT, '444444444444']) {
      this.#administrators.set(account, (await credentials.find(account))!.principal);
    }
    await records.write(async (db) => {
      for (const account of [SOURCE, DESTINATION])
        await ensureServiceLinkedRole(db, account, 'backup.amazonaws.com', clock.now(), random);
    });
    for (const account of new Set([SOURCE, this.destination])) await this.#makeRole(account);
    this.#vaultKey = await this.#makeKey(this.#setup.vaultKey);
    const usesVaultKey = this.#setup.vaultKey !== 'aws-managed';
    await this.#call(SOURCE, backupOperations, 'CreateBackupVault', {
      BackupVaultName: 'production',
      ...(usesVaultKey ? { EncryptionKeyArn: this.#vaultKey } : {}),
    });
    if (this.#setup.resourceKey !== 'none') {
      this.resourceKey =
        this.#setup.resourceKey === 'aws-managed' ? await this.#awsKey() : await this.#makeKey(this.#setup.resourceKey);
    }
    await this.#makeDestinationVault();
  }

  async #makeRole(account: string): Promise<void> {
    await this.#call(account, iamOperations, 'CreateRole', { RoleName: 'Copy', AssumeRolePolicyDocument: TRUST });
    for (const name of ['ForBackup', 'ForRestores']) {
      const PolicyArn = `arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicy${name}`;
      await this.#call(account, iamOperations, 'AttachRolePolicy', { RoleName: 'Copy', PolicyArn });
    }
  }

  async #makeKey(kind: KeyKind): Promise<string> {
    const Policy = keyPolicy(SOURCE, kind === 'not-shared' || kind === 'aws-managed' ? undefined : DESTINATION);
    return (await this.#call(SOURCE, kmsOperations, 'CreateKey', { Policy })).KeyMetadata.Arn;
  }

  async #awsKey(): Promise<string> {
    const alias = awsManagedKeyAliasOf(this.#setup.type);
    return await this.#assembly.keys.awsManagedKey({ account: SOURCE, region: REGION, alias });
  }

  async #makeDestinationVault(): Promise<void> {
    if (this.#setup.destinationKey !== 'aws-managed') {
      const { KeyMetadata } = await this.#call(
        this.destination,
        kmsOperations,
        'CreateKey',
        {},
        this.destinationRegion,
      );
      this.#destinationKey = KeyMetadata.Arn;
    }
    const key = this.#destinationKey === undefined ? {} : { EncryptionKeyArn: this.#destinationKey };
    await this.#call(
      this.destination,
      backupOperations,
      'CreateBackupVault',
      { BackupVaultName: 'offsite', ...key },
      this.destinationRegion,
    );
  }

  async backUp(ResourceArn: string): Promise<string> {
    const { BackupJobId } = await this.#call(SOURCE, backupOperations, 'StartBackupJob', {
      BackupVaultName: 'production',
      ResourceArn,
      IamRoleArn: `arn:aws:iam::${SOURCE}:role/Copy`,
    });
    const job = await this.#until(SOURCE, 'DescribeBackupJob', { BackupJobId }, (answer) => answer);
    if (job.State !== 'COMPLETED') throw new Error(`the backup of the set-up ended ${job.State}: ${job.StatusMessage}`);
    return job.RecoveryPointArn;
  }

  /** What the set-up has wrong, put wrong once the backup is there. */
  async spoil(): Promise<void> {
    await this.#spoilOrganization();
    await this.#spoilVault();
    await this.#spoilRole();
    await this.#spoilKeys();
  }

  async #spoilOrganization(): Promise<void> {
    const { membership, isSwitchedOn, serviceControl, tagPolicy } = this.#setup;
    await this.#call(MANAGEMENT, organizationsOperations, 'CreateOrganization', {});
    await this.#join(SOURCE);
    if (membership === 'together') await this.#join(DESTINATION);
    if (membership === 'two-organizations')
      await this.#call(DESTINATION, organizationsOperations, 'CreateOrganization', {});
    await this.#call(MANAGEMENT, backupOperations, 'UpdateGlobalSettings', {
      GlobalSettings: { isCrossAccountBackupEnabled: 'true' },
    });
    if (!isSwitchedOn) {
      await this.#call(MANAGEMENT, backupOperations, 'UpdateGlobalSettings', {
        GlobalSettings: { isCrossAccountBackupEnabled: 'false' },
      });
      await this.#assembly.time.advance(16 * 60_000);
    }
    if (serviceControl !== 'none') await this.#attach('SERVICE_CONTROL_POLICY', SOURCE, this.#serviceControlPolicy());
    if (tagPolicy !== 'none' && membership === 'together')
      await this.#attach('TAG_POLICY', DESTINATION, this.#tagPolicy());
  }

  async #join(account: string): Promise<void> {
    const { Handshake } = await this.#call(MANAGEMENT, organizationsOperations, 'InviteAccountToOrganization', {
      Target: { Id: account, Type: 'ACCOUNT' },
    });
    await this.#call(account, organizationsOperations, 'AcceptHandshake', { HandshakeId: Handshake.Id });
  }

  async #attach(Type: string, TargetId: string, content: object): Promise<void> {
    const { Roots } = await this.#call(MANAGEMENT, organizationsOperations, 'ListRoots');
    await this.#call(MANAGEMENT, organizationsOperations, 'EnablePolicyType', {
      RootId: Roots[0].Id,
      PolicyType: Type,
    });
    const { Policy } = await this.#call(MANAGEMENT, organizationsOperations, 'CreatePolicy', {
      Name: Type,
      Description: '',
      Type,
      Content: JSON.stringify(content),
    });
    await this.#call(MANAGEMENT, organizationsOperations, 'AttachPolicy', {
      PolicyId: Policy.PolicySummary.Id,
      TargetId,
    });
  }

  #serviceControlPolicy(): object {
    if (this.#setup.serviceControl === 'deny-role') {
      const Condition = { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/Co*' } };
      return { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*', Condition }] };
    }
    const target =
      this.#setup.serviceControl === 'deny-target'
        ? vaultArn(this.destination, 'offsite', this.destinationRegion)
        : vaultArn(this.destination, 'other');
    return {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Action: 'backup:CopyFromBackupVault',
          Resource: '*',
          Condition: { 'ForAnyValue:ArnLike': { 'backup:CopyTargets': [target] } },
        },
      ],
    };
  }

  #tagPolicy(): object {
    const values = this.#setup.tagPolicy === 'violated' ? ['none-of-these'] : ['storage', 'other'];
    const types = ['backup:recovery-point', 'ec2:snapshot', 'ec2:image', 'rds:snapshot', 'fsx:backup'];
    return {
      tags: {
        team: {
          tag_key: { '@@assign': 'team' },
          tag_value: { '@@assign': values },
          enforced_for: { '@@assign': types },
        },
      },
    };
  }

  async #spoilVault(): Promise<void> {
    const { vaultPolicy, lock } = this.#setup;
    const statement = await this.#vaultStatement(vaultPolicy);
    if (statement !== undefined) {
      const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
      await this.#call(
        this.destination,
        backupOperations,
        'PutBackupVaultAccessPolicy',
        { BackupVaultName: 'offsite', Policy },
        this.destinationRegion,
      );
    }
    if (lock === 'none') return;
    const range = lock === 'admits' ? { MinRetentionDays: 1 } : { MaxRetentionDays: 30 };
    await this.#call(
      this.destination,
      backupOperations,
      'PutBackupVaultLockConfiguration',
      { BackupVaultName: 'offsite', ...range },
      this.destinationRegion,
    );
  }

  async #vaultStatement(kind: Setup['vaultPolicy']): Promise<object | undefined> {
    const base = { Effect: 'Allow', Action: 'backup:CopyIntoBackupVault', Resource: '*' };
    if (kind === 'account') return { ...base, Principal: root(SOURCE) };
    if (kind === 'other-account') return { ...base, Principal: root('444444444444') };
    if (kind === 'deny-several') {
      const Action = ['backup:DeleteBackupVault', 'backup:CopyIntoBackupVault'];
      return { ...base, Effect: 'Deny', Principal: '*', Action };
    }
    if (kind === 'deny') return { ...base, Effect: 'Deny', Principal: '*' };
    if (kind === 'none') return undefined;
    const { Organization } = await this.#call(MANAGEMENT, organizationsOperations, 'DescribeOrganization');
    return { ...base, Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': Organization.Id } } };
  }

  async #spoilRole(): Promise<void> {
    const { rolePolicies } = this.#setup;
    const deny = {
      'deny-copy-from': 'backup:CopyFromBackupVault',
      'deny-copy-into': 'backup:CopyIntoBackupVault',
      'deny-tags': 'backup:TagResource',
    } as const;
    if (rolePolicies === 'none') {
      const PolicyArn = 'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup';
      await this.#call(SOURCE, iamOperations, 'DetachRolePolicy', { RoleName: 'Copy', PolicyArn });
    } else if (rolePolicies !== 'managed') {
      const PolicyDocument = JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Deny', Action: deny[rolePolicies], Resource: '*' }],
      });
      await this.#call(SOURCE, iamOperations, 'PutRolePolicy', {
        RoleName: 'Copy',
        PolicyName: 'spoil',
        PolicyDocument,
      });
    }
  }

  async #spoilKeys(): Promise<void> {
    await this.#spoilKey(this.#vaultKey, this.#setup.vaultKey);
    if (this.resourceKey !== undefined) await this.#spoilKey(this.resourceKey, this.#setup.resourceKey);
    if (this.#setup.destinationKey === 'disabled') {
      await this.#call(
        this.destination,
        kmsOperations,
        'DisableKey',
        { KeyId: this.#destinationKey },
        this.destinationRegion,
      );
    }
  }

  async #spoilKey(KeyId: string, kind: KeyKind | 'none'): Promise<void> {
    if (kind === 'disabled') return await this.#call(SOURCE, kmsOperations, 'DisableKey', { KeyId });
    if (kind !== 'no-grants' && kind !== 'denies-destination') return;
    const policy = JSON.parse(keyPolicy(SOURCE, DESTINATION)) as { Statement: object[] };
    if (kind === 'no-grants') policy.Statement.pop();
    else
      policy.Statement.push({ Effect: 'Deny', Principal: root(DESTINATION), Action: 'kms:CreateGrant', Resource: '*' });
    await this.#call(SOURCE, kmsOperations, 'PutKeyPolicy', {
      KeyId,
      PolicyName: 'default',
      Policy: JSON.stringify(policy),
    });
  }

  request(point: string) {
    return {
      account_id: SOURCE,
      region: REGION,
      iam_role_arn: `arn:aws:iam::${SOURCE}:role/Copy`,
      source_vault_arn: vaultArn(SOURCE, 'production'),
      source_recovery_point_arn: point,
      destination_vault_arn: vaultArn(this.destination, 'offsite', this.destinationRegion),
      lifecycle: this.#lifecycle === undefined ? null : JSON.stringify(this.#lifecycle),
    };
  }

  async explain(point: string): Promise<Decision> {
    return decideCopy(await this.facts(point));
  }

  facts(point: string): Promise<CopyFacts> {
    const { records, clock } = this.#assembly;
    return records.read((db) => copyFacts(db, this.request(point), { now: clock.now(), asOf: undefined }));
  }

  /** Carries a mend out by the very calls that the doctor prints. */
  async mend(point: string, remedy: Remedy): Promise<void> {
    if (remedy.kind === 'request-retention') {
      this.#lifecycle = { deleteAfterDays: remedy.deleteAfterDays };
      return;
    }
    for (const { service, operation, input, account, region } of awsCalls(await this.facts(point), remedy)) {
      await this.#call(account ?? MANAGEMENT, OPERATIONS[service], operation, input, region);
    }
  }

  /** Nothing where the API refused at once. */
  async copy(point: string): Promise<Ended | undefined> {
    const { iam_role_arn, destination_vault_arn } = this.request(point);
    try {
      const { CopyJobId } = await this.#call(SOURCE, backupOperations, 'StartCopyJob', {
        RecoveryPointArn: point,
        SourceBackupVaultName: 'production',
        DestinationBackupVaultArn: destination_vault_arn,
        IamRoleArn: iam_role_arn,
        ...(this.#lifecycle && { Lifecycle: { DeleteAfterDays: this.#lifecycle.deleteAfterDays } }),
      });
      const job = await this.#until(SOURCE, 'DescribeCopyJob', { CopyJobId }, ({ CopyJob }) => CopyJob);
      return {
        state: job.State,
        statusMessage: job.StatusMessage ?? null,
        copyArn: job.DestinationRecoveryPointArn ?? null,
      };
    } catch (error) {
      if (error instanceof ServiceError) return undefined;
      throw error;
    }
  }

  async pointsAt(_side: 'destination'): Promise<string[]> {
    const arn = vaultArn(this.destination, 'offsite', this.destinationRegion);
    const rows = await this.#assembly.records.read((db) =>
      db.selectFrom('recovery_points').select('arn').where('vault_arn', '=', arn).execute(),
    );
    return rows.map((row) => row.arn);
  }

  /** The source vault burns: its blobs and its key's material are gone. */
  async destroySourceVault(): Promise<void> {
    const arn = vaultArn(SOURCE, 'production');
    const { records, config } = this.#assembly;
    const domains = await records.read((db) =>
      db.selectFrom('vault_domains').select('id').where('vault_arn', '=', arn).execute(),
    );
    for (const { id } of domains) rmSync(path.join(config.dataDirectory, 'blobs', REGION, id), { recursive: true });
  }

  async restore(point: string, target: string): Promise<void> {
    const { RestoreJobId } = await this.#call(
      this.destination,
      backupOperations,
      'StartRestoreJob',
      {
        RecoveryPointArn: point,
        IamRoleArn: `arn:aws:iam::${this.destination}:role/Copy`,
        Metadata: { restoreTo: pathToFileURL(target).href },
      },
      this.destinationRegion,
    );
    const job = await this.#until(
      this.destination,
      'DescribeRestoreJob',
      { RestoreJobId },
      ({ Status, ...rest }) => ({ ...rest, State: Status }),
      this.destinationRegion,
    );
    if (job.State !== 'COMPLETED') throw new Error(`the restore ended ${job.State}: ${job.StatusMessage}`);
  }

  async #until(
    account: string,
    operation: string,
    input: object,
    pick: (answer: Answer) => Answer,
    region = REGION,
  ): Promise<Answer> {
    for (let tries = 0; tries < 2_000; tries += 1) {
      const job = pick(await this.#call(account, backupOperations, operation, input, region));
      if (['COMPLETED', 'FAILED', 'ABORTED', 'EXPIRED'].includes(job.State)) return job;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`${operation}: the job did not end`);
  }
}
