import type { StartBackupJobInput, StartBackupJobOutput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { parseArn } from '../../../model/arn.ts';
import {
  isFullyManaged,
  type ResourceAttributes,
  type ResourceType,
  resourceTypeOf,
} from '../../../model/resource-type.ts';
import { parseVaultArn } from '../../../model/vault.ts';
import { heedsOptIn } from '../../../planning/select-resources.ts';
import { insertBackupJobs } from '../../../storage/records/backup-jobs.ts';
import { regionSettings } from '../../../storage/records/backup-settings.ts';
import { backupTarget } from '../../../storage/records/backup-target.ts';
import { ensureServiceLinkedRole } from '../../../storage/records/iam.ts';
import { newBackupJob } from '../../../storage/records/new-backup-job.ts';
import type { Database } from '../../../storage/records/records.ts';
import { attributesAtBackup, type ResourceRow, resourceByArn } from '../../../storage/records/resources.ts';
import { isAirGappedVault, type VaultRow, vaultByArn } from '../../../storage/records/vaults.ts';
import { enqueueWork } from '../../../storage/records/work.ts';
import type { Call, Operation } from '../operation.ts';
import { acceptRole, BACKUP_SERVICE } from './accept-role.ts';
import { acceptTags } from './accept-tags.ts';
import { parseBackupWindow } from './backup-window.ts';
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
  if (vault.type !== 'BACKUP_VAULT') throw backup.airGappedTargetNotServed();
  if (parseArn(input.ResourceArn) === undefined) throw backup.arnInvalid('ResourceArn', input.ResourceArn);
  const wish = { tags, lifecycle: parseLifecycle(input.Lifecycle), window: parseBackupWindow(input, call.now) };
  await acceptRole(services, call, input.IamRoleArn);
  const { answer } = await services.records.write((db) =>
    once(db, { call, operation: 'StartBackupJob', input }, async () => {
      const subject = await readSubject(db, { call, resourceArn: input.ResourceArn, vaultName: vault.name });
      const { resource, attributes } = subject;
      const target = await backupTarget(db, {
        resource,
        attributes,
        vault: { arn: subject.vault.arn, name: subject.vault.name, keyArn: subject.vault.key_arn },
        airGappedVaultArn: await acceptAirGapped(db, call, input.LogicallyAirGappedBackupVaultArn),
        lifecycle: wish.lifecycle,
      });
      const job = newBackupJob(
        {
          ...target,
          resource,
          attributes,
          roleArn: input.IamRoleArn,
          lifecycle: wish.lifecycle,
          tags: wish.tags,
          options: input.BackupOptions,
          startBy: wish.window.startBy,
          completeBy: wish.window.completeBy,
          createdAt: call.now,
        },
        services.random,
      );
      await ensureServiceLinkedRole(db, call.principal.account, BACKUP_SERVICE, call.now, services.random);
      await insertBackupJobs(db, job);
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

/** A vault of the caller's own account and Region, as for rules. Throws for any other, and for one that is not there. */
async function acceptAirGapped(db: Database, call: Call, arn: string | undefined): Promise<string | undefined> {
  if (arn === undefined) return undefined;
  const name = parseVaultArn(arn)?.name;
  if (name === undefined) throw backup.arnInvalid('LogicallyAirGappedBackupVaultArn', arn);
  if (arn !== vaultArnOf(call, name) || !(await isAirGappedVault(db, arn))) throw backup.vaultNotFound(name);
  return arn;
}

interface Subject {
  readonly resource: ResourceRow;
  readonly type: ResourceType;
  readonly attributes: ResourceAttributes;
  readonly vault: VaultRow;
}

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
  const attributes = await attributesAtBackup(db, resource);
  if (heedsOptIn({ type, attributes }) && optIn[type] === false) throw backup.resourceTypeNotOptedIn(type);
  return { resource, type, attributes, vault };
}

/** API reference, StartBackupJob: the answer has the point's ARN for EFS and DynamoDB with advanced features only. */
const tellsPointAtOnce = ({ type, attributes }: Subject): boolean =>
  type === 'EFS' || (type === 'DynamoDB' && isFullyManaged(type, attributes));
