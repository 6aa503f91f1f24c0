import { pino } from 'pino';
import { type AccessWorld, openAccessWorld } from '../../../../access/testing/access-world.ts';
import { createKeyService } from '../../../../keys/create-key-service.ts';
import type { ServiceError } from '../../../../messages/service-error.ts';
import type { AccountId } from '../../../../model/account.ts';
import type { Principal } from '../../../../model/principal.ts';
import { completeBackupJob } from '../../../../storage/records/backup-jobs.ts';
import { joinOrganization } from '../../../../storage/records/organization-members.ts';
import { insertOrganization } from '../../../../storage/records/organizations.ts';
import { type NewResource, registerResource } from '../../../../storage/records/resources.ts';
import { vaultDomain } from '../../../../storage/records/vaults.ts';
import { iamOperations } from '../../iam/operations.ts';
import { kmsOperations } from '../../kms/operations.ts';
import type { Call, OperationTable, Services } from '../../operation.ts';
import { backupOperations } from '../operations.ts';

export const REGION = 'eu-west-1';

/** Calls operations of Backup, IAM and KMS as somebody, by name, over records in memory. For tests. */
export interface BackupWorld extends AccessWorld {
  readonly services: Services;
  /** How often the runner has been told that there is work. */
  wakes(): number;
  /** A twelve-digit account stands for its administrator. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever member it is about
  call(who: AccountId | Principal, operation: string, input?: object): Promise<any>;
  /** The error's code and sentence. */
  refusal(who: AccountId | Principal, operation: string, input?: object): Promise<string>;
  /** A role that the Backup service may take on, unless another trust policy is given. Answers its ARN. */
  addRole(account: AccountId, name: string, trust?: object): Promise<string>;
  /** A user with these rights and no others. */
  addUser(account: AccountId, name: string, ...statements: object[]): Promise<Principal>;
  /** Puts accounts into one organization; the first one manages it. */
  organize(management: AccountId, ...members: AccountId[]): Promise<void>;
  addResource(resource: Partial<NewResource> & Pick<NewResource, 'account' | 'type'>): Promise<string>;
  /** Does what the runner does to a backup job whose bytes are safe. */
  completeBackup(jobId: string): Promise<void>;
}

export const TRUSTS_BACKUP = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'backup.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

const TABLES: readonly OperationTable[] = [backupOperations, iamOperations, kmsOperations];

export async function openBackupWorld(): Promise<BackupWorld> {
  const world = await openAccessWorld();
  let wakes = 0;
  const services: Services = {
    ...world,
    machineClock: world.clock,
    keys: createKeyService(world),
    log: pino({ level: 'silent' }),
    wakeJobs: () => {
      wakes += 1;
    },
    asOf: undefined,
    isDev: true,
  };

  async function call(who: AccountId | Principal, name: string, input: object = {}): Promise<unknown> {
    const principal = typeof who === 'string' ? await world.administrator(who) : who;
    const operation = TABLES.find((table) => Object.hasOwn(table, name))?.[name];
    if (operation === undefined) throw new Error(`no operation ${name}`);
    return operation(services, input, toCall(principal, world.clock.now()));
  }

  async function refusal(who: AccountId | Principal, operation: string, input?: object): Promise<string> {
    const answer = await call(who, operation, input).catch((error: ServiceError) => error);
    if (!(answer instanceof Error)) throw new Error(`${operation} was not refused`);
    return `${(answer as ServiceError).code}: ${answer.message}`;
  }

  return {
    ...world,
    services,
    wakes: () => wakes,
    call,
    refusal,
    async addRole(account, name, trust = TRUSTS_BACKUP) {
      await call(account, 'CreateRole', { RoleName: name, AssumeRolePolicyDocument: JSON.stringify(trust) });
      return `arn:aws:iam::${account}:role/${name}`;
    },
    async addUser(account, name, ...statements) {
      const { User } = (await call(account, 'CreateUser', { UserName: name })) as {
        User: { Arn: string; UserId: string };
      };
      const document = { Version: '2012-10-17', Statement: statements.map((each) => ({ Resource: '*', ...each })) };
      await call(account, 'PutUserPolicy', {
        UserName: name,
        PolicyName: 'rights',
        PolicyDocument: JSON.stringify(document),
      });
      return { kind: 'user', account, arn: User.Arn, userId: User.UserId };
    },
    organize: (management, ...members) => organize(world, management, members),
    addResource: (resource) => addResource(world, resource),
    completeBackup: (jobId) => completeBackup(world, jobId),
  };
}

const toCall = (principal: Principal, now: number): Call => ({
  principal,
  region: REGION,
  requestId: 'request',
  sourceIp: '192.0.2.1',
  userAgent: 'test',
  isSecure: true,
  now,
});

async function organize(
  { records, clock }: AccessWorld,
  management: AccountId,
  members: readonly AccountId[],
): Promise<void> {
  const organization = {
    id: 'o-abcdefghij',
    root_id: 'r-abcd',
    management_account_id: management,
    feature_set: 'ALL',
    created_at: clock.now(),
  };
  await records.write(async (db) => {
    await insertOrganization(db, organization);
    for (const account of [management, ...members]) {
      await joinOrganization(db, { organization, account, method: 'CREATED' }, clock.now());
    }
  });
}

async function addResource(
  { records, random, clock }: AccessWorld,
  resource: Partial<NewResource> & Pick<NewResource, 'account' | 'type'>,
): Promise<string> {
  const row = await records.write((db) =>
    registerResource(db, { region: REGION, source: 'file:///srv/data', ...resource }, { random, now: clock.now() }),
  );
  if (row === undefined) throw new Error('the name is taken');
  return row.arn;
}

async function completeBackup({ records, random, clock }: AccessWorld, jobId: string): Promise<void> {
  await records.write(async (db) => {
    const { vault_arn, key_arn } = await db
      .selectFrom('backup_jobs')
      .selectAll()
      .where('id', '=', jobId)
      .executeTakeFirstOrThrow();
    const now = clock.now();
    const place = { vaultArn: vault_arn, keyArn: key_arn ?? '', storageClass: 'WARM' } as const;
    const domain = await vaultDomain(db, place, { random, now });
    await completeBackupJob(db, {
      jobId,
      domainId: domain.id,
      manifestId: jobId.toLowerCase(),
      backupSizeBytes: 4096,
      bytesTransferred: 1024,
      keyArn: key_arn,
      attributes: {},
      resourceTags: { from: 'resource' },
      restoreMetadata: { newFileSystem: 'true' },
      report: {},
      now,
    });
    await db.deleteFrom('work').where('job_id', '=', jobId).execute();
  });
}
