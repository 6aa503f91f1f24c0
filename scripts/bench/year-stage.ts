import { pathToFileURL } from 'node:url';
import { backupOperations } from '../../src/aws/services/backup/operations.ts';
import { iamOperations } from '../../src/aws/services/iam/operations.ts';
import { kmsOperations } from '../../src/aws/services/kms/operations.ts';
import type { Call, OperationTable } from '../../src/aws/services/operation.ts';
import { organizationsOperations } from '../../src/aws/services/organizations/operations.ts';
import { type Assembly, assemble } from '../../src/server/assemble.ts';
import { registerResource } from '../../src/storage/records/resources.ts';

const SOURCE = '111111111111';
const DESTINATION = '222222222222';
const REGION = 'eu-central-1';
const DAY_MS = 86_400_000;

export interface YearFigures {
  readonly seconds: number;
  /** Of the whole process, all threads. */
  readonly cpuSeconds: number;
  /** Of the main thread, which is the limit where the disk is not. */
  readonly mainSeconds: number;
  readonly backups: number;
  readonly copies: number;
  readonly expired: number;
  readonly failed: number;
}

/** Two accounts of one organization with all that copies need, and a plan, in a server without its wire. */
export class YearStage {
  readonly #assembly: Assembly;

  private constructor(assembly: Assembly) {
    this.#assembly = assembly;
  }

  static async open(dataDirectory: string, sources: readonly string[]): Promise<YearStage> {
    const assembly = await assemble({
      dataDirectory,
      host: '127.0.0.1',
      port: 0,
      isDev: true,
      clock: 'manual',
      asOf: undefined,
      rootKeyFile: undefined,
      sourceRoots: ['/'],
      logLevel: 'error',
    });
    await setUp(assembly);
    for (const [index, source] of sources.entries()) {
      const wish = { account: SOURCE, region: REGION, type: 'EFS' as const, name: `files-${index}` };
      const row = await assembly.records.write((db) =>
        registerResource(
          db,
          { ...wish, source: pathToFileURL(source).href },
          { random: assembly.random, now: assembly.clock.now() },
        ),
      );
      if (row === undefined) throw new Error('the name is taken');
    }
    await makePlan(assembly);
    assembly.runner.start();
    assembly.time.start();
    return new YearStage(assembly);
  }

  async pass(days: number): Promise<YearFigures> {
    const { records, time } = this.#assembly;
    const begun = performance.now();
    const before = process.cpuUsage();
    const mainBefore = process.threadCpuUsage();
    await time.advance(days * DAY_MS);
    const seconds = (performance.now() - begun) / 1000;
    const cpuSeconds = inSeconds(process.cpuUsage(before));
    const mainSeconds = inSeconds(process.threadCpuUsage(mainBefore));
    const counts = await records.read(async (db) => {
      const backups = await db.selectFrom('backup_jobs').select(['state']).execute();
      const copies = await db.selectFrom('copy_jobs').select(['state', 'status_message']).execute();
      const points = await db.selectFrom('recovery_points').select('arn').execute();
      return { backups, copies, points: points.length };
    });
    const done = (jobs: readonly { state: string }[]) => jobs.filter(({ state }) => state === 'COMPLETED').length;
    const [backups, copies] = [done(counts.backups), done(counts.copies)];
    const failed = counts.backups.length + counts.copies.length - backups - copies;
    return { seconds, cpuSeconds, mainSeconds, backups, copies, expired: backups + copies - counts.points, failed };
  }

  close(): Promise<void> {
    return this.#assembly.close();
  }
}

const inSeconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6;

// biome-ignore lint/suspicious/noExplicitAny: answers of whatever operation is called
type Answer = any;

async function call(
  { services, credentials, clock }: Assembly,
  account: string,
  table: OperationTable,
  operation: string,
  input: object = {},
): Promise<Answer> {
  const principal = (await credentials.find(account))!.principal;
  const request: Call = {
    principal,
    region: REGION,
    requestId: 'bench',
    sourceIp: '127.0.0.1',
    userAgent: 'bench',
    isSecure: true,
    now: clock.now(),
  };
  return await table[operation]!(services, input, request);
}

async function setUp(assembly: Assembly): Promise<void> {
  const source = (table: OperationTable, operation: string, input: object = {}) =>
    call(assembly, SOURCE, table, operation, input);
  const destination = (table: OperationTable, operation: string, input: object = {}) =>
    call(assembly, DESTINATION, table, operation, input);
  await destination(iamOperations, 'ListRoles');
  await source(organizationsOperations, 'CreateOrganization');
  const { Handshake } = await source(organizationsOperations, 'InviteAccountToOrganization', {
    Target: { Id: DESTINATION, Type: 'ACCOUNT' },
  });
  await destination(organizationsOperations, 'AcceptHandshake', { HandshakeId: Handshake.Id });
  await source(backupOperations, 'UpdateGlobalSettings', { GlobalSettings: { isCrossAccountBackupEnabled: 'true' } });
  const trust = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'backup.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  };
  await source(iamOperations, 'CreateRole', { RoleName: 'Copy', AssumeRolePolicyDocument: JSON.stringify(trust) });
  await source(iamOperations, 'AttachRolePolicy', {
    RoleName: 'Copy',
    PolicyArn: 'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup',
  });
  await makeVault(source, 'production', DESTINATION);
  await makeVault(destination, 'offsite', SOURCE);
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: root(SOURCE), Action: 'backup:CopyIntoBackupVault', Resource: '*' }],
  });
  await destination(backupOperations, 'PutBackupVaultAccessPolicy', { BackupVaultName: 'offsite', Policy });
}

/** A backup every day, kept 35 days; that of each Sunday is copied into the other account and kept there for 90. */
async function makePlan(assembly: Assembly): Promise<void> {
  const rule = {
    TargetBackupVaultName: 'production',
    StartWindowMinutes: 60,
    Lifecycle: { DeleteAfterDays: 35 },
  };
  const copy = {
    DestinationBackupVaultArn: `arn:aws:backup:${REGION}:${DESTINATION}:backup-vault:offsite`,
    Lifecycle: { DeleteAfterDays: 90 },
  };
  const { BackupPlanId } = await call(assembly, SOURCE, backupOperations, 'CreateBackupPlan', {
    BackupPlan: {
      BackupPlanName: 'year',
      Rules: [
        { ...rule, RuleName: 'daily', ScheduleExpression: 'cron(0 5 ? * 2-7 *)' },
        { ...rule, RuleName: 'weekly', ScheduleExpression: 'cron(0 5 ? * 1 *)', CopyActions: [copy] },
      ],
    },
  });
  await call(assembly, SOURCE, backupOperations, 'CreateBackupSelection', {
    BackupPlanId,
    BackupSelection: {
      SelectionName: 'all',
      IamRoleArn: `arn:aws:iam::${SOURCE}:role/Copy`,
      Resources: ['*'],
    },
  });
}

const root = (...accounts: string[]): object => ({ AWS: accounts.map((account) => `arn:aws:iam::${account}:root`) });

async function makeVault(
  as: (table: OperationTable, operation: string, input: object) => Promise<Answer>,
  BackupVaultName: string,
  guest: string,
): Promise<void> {
  const { KeyMetadata } = await as(kmsOperations, 'CreateKey', {});
  const owner = KeyMetadata.AWSAccountId;
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: root(owner, guest), Action: 'kms:*', Resource: '*' }],
  });
  await as(kmsOperations, 'PutKeyPolicy', { KeyId: KeyMetadata.KeyId, PolicyName: 'default', Policy });
  await as(backupOperations, 'CreateBackupVault', { BackupVaultName, EncryptionKeyArn: KeyMetadata.Arn });
}
