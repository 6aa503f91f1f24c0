import type { StartBackupJobInput, StartBackupJobOutput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { parseArn } from '../../../model/arn.ts';
import type { Lifecycle } from '../../../model/lifecycle.ts';
import { recoveryPointArn } from '../../../model/recovery-point.ts';
import {
  isFullyManaged,
  type ResourceAttributes,
  type ResourceType,
  resourceTypeOf,
} from '../../../model/resource-type.ts';
import { type BackupJobRow, insertBackupJob } from '../../../storage/records/backup-jobs.ts';
import { regionSettings } from '../../../storage/records/backup-settings.ts';
import { ensureServiceLinkedRole } from '../../../storage/records/iam.ts';
import type { Database } from '../../../storage/records/records.ts';
import { attributesAtBackup, type ResourceRow, resourceByArn } from '../../../storage/records/resources.ts';
import type { Tags } from '../../../storage/records/tags.ts';
import { type VaultRow, vaultByArn } from '../../../storage/records/vaults.ts';
import { enqueueWork } from '../../../storage/records/work.ts';
import { randomUuid } from '../../../util/random.ts';
import type { Call, Operation, Services, Validated } from '../operation.ts';
import { acceptRole, BACKUP_SERVICE } from './accept-role.ts';
import { acceptTags } from './accept-tags.ts';
import { type BackupWindow, parseBackupWindow } from './backup-window.ts';
import { parseLifecycle } from './lifecycle-shape.ts';
import { once } from './once.ts';
import { findVault, requestTags, vaultArnOf } from './vault-access.ts';

/** Starts one backup on demand. The answer comes once the job is on record; how it fares, the job tells. */
export const startBackupJob: Operation<StartBackupJobInput, StartBackupJobOutput> = async (services, input, call) => {
  const tags = acceptTags(input.RecoveryPointTags);
  const vault = await findVault(services, call, {
    action: 'backup:StartBackupJob',
    vaultName: input.BackupVaultName,
    context: requestTags(tags),
  });
  if (vault === undefined) throw backup.vaultNotFound(input.BackupVaultName);
  if (input.LogicallyAirGappedBackupVaultArn !== undefined || vault.type !== 'BACKUP_VAULT') {
    throw backup.airGappedTargetNotServed();
  }
  if (parseArn(input.ResourceArn) === undefined) throw backup.arnInvalid('ResourceArn', input.ResourceArn);
  const wish = { tags, lifecycle: parseLifecycle(input.Lifecycle), window: parseBackupWindow(input, call.now) };
  await acceptRole(services, call, input.IamRoleArn);
  const { answer } = await services.records.write((db) =>
    once(db, { call, operation: 'StartBackupJob', input }, async () => {
      const subject = await readSubject(db, { call, resourceArn: input.ResourceArn, vaultName: vault.name });
      const job = toRow(services, call, { input, subject, wish });
      await ensureServiceLinkedRole(db, call.principal.account, BACKUP_SERVICE, call.now, services.random);
      await insertBackupJob(db, job);
      await enqueueWork(db, { jobId: job.id, kind: 'backup', resourceArn: job.resource_arn, notBefore: call.now });
      return {
        jobId: job.id,
        createdAt: job.created_at,
        ...(tellsPointAtOnce(subject) ? { pointArn: job.recovery_point_arn } : {}),
      };
    }),
  );
  services.wakeJobs();
  return {
    BackupJobId: answer.jobId,
    ...(answer.pointArn ? { RecoveryPointArn: answer.pointArn } : {}),
    CreationDate: new Date(answer.createdAt),
    IsParent: false,
  };
};

interface Subject {
  readonly resource: ResourceRow;
  readonly type: ResourceType;
  readonly attributes: ResourceAttributes;
  readonly vault: VaultRow;
}

/** The types that share the ARNs of `rds` heed the opt-in even when they are named. Developer Guide, "Assigning resources". */
const HEEDS_OPT_IN: readonly ResourceType[] = ['Aurora', 'DocumentDB', 'Neptune'];

async function readSubject(
  db: Database,
  { call, resourceArn, vaultName }: { call: Call; resourceArn: string; vaultName: string },
): Promise<Subject> {
  const place = { account: call.principal.account, region: call.region };
  const resource = await resourceByArn(db, resourceArn);
  if (resource === undefined || resource.account_id !== place.account || resource.region !== place.region) {
    throw resourceTypeOf(resourceArn) === undefined
      ? backup.unsupportedResource(resourceArn)
      : backup.resourceNotFound(resourceArn);
  }
  const vault = await vaultByArn(db, vaultArnOf(call, vaultName));
  if (vault === undefined) throw backup.vaultNotFound(vaultName);
  const type = resource.type as ResourceType;
  const { optIn } = await regionSettings(db, place);
  if (HEEDS_OPT_IN.includes(type) && optIn[type] === false) throw backup.resourceTypeNotOptedIn(type);
  return { resource, type, attributes: await attributesAtBackup(db, resource), vault };
}

/** API reference, StartBackupJob: the answer has the point's ARN for EFS and DynamoDB with advanced features only. */
const tellsPointAtOnce = ({ type, attributes }: Subject): boolean =>
  type === 'EFS' || (type === 'DynamoDB' && isFullyManaged(type, attributes));

function toRow(
  { random }: Services,
  { principal, region, now }: Call,
  {
    input,
    subject: { resource, type, attributes, vault },
    wish,
  }: {
    input: Validated<StartBackupJobInput>;
    subject: Subject;
    wish: { tags: Tags; lifecycle: Lifecycle | undefined; window: BackupWindow };
  },
): BackupJobRow {
  const id = randomUuid(random).toUpperCase();
  const { account } = principal;
  const origin = { type, attributes, account, region, resourceArn: resource.arn, jobId: id, createdAt: now, random };
  return {
    id,
    account_id: account,
    region,
    state: 'CREATED',
    status_message: null,
    message_category: null,
    created_at: now,
    completed_at: null,
    resource_arn: resource.arn,
    resource_type: type,
    resource_name: resource.name,
    iam_role_arn: input.IamRoleArn,
    percent_done: 0,
    report: null,
    vault_arn: vault.arn,
    vault_name: vault.name,
    key_arn: isFullyManaged(type, attributes) ? vault.key_arn : resource.kms_key_arn,
    recovery_point_arn: recoveryPointArn({ ...origin, isCopy: false }),
    backup_size_bytes: null,
    bytes_transferred: null,
    lifecycle: wish.lifecycle === undefined ? null : JSON.stringify(wish.lifecycle),
    recovery_point_tags: JSON.stringify(wish.tags),
    backup_options: input.BackupOptions === undefined ? null : JSON.stringify(input.BackupOptions),
    start_by: wish.window.startBy,
    expected_completion_at: wish.window.completeBy,
    initiated_at: now,
  };
}
