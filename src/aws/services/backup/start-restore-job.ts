import type { StartRestoreJobInput, StartRestoreJobOutput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { ensureServiceLinkedRole } from '../../../storage/records/iam.ts';
import { type RecoveryPointRow, recoveryPointByArn } from '../../../storage/records/recovery-points.ts';
import { insertRestoreJob, type RestoreJobRow } from '../../../storage/records/restore-jobs.ts';
import { tagsOf } from '../../../storage/records/tags.ts';
import { vaultByArn } from '../../../storage/records/vaults.ts';
import { enqueueWork } from '../../../storage/records/work.ts';
import { randomUuid } from '../../../util/random.ts';
import type { Call, Operation, Services, Validated } from '../operation.ts';
import { acceptRole, BACKUP_SERVICE } from './accept-role.ts';
import { RESTORE_METADATA_ENTRIES_MAX, RESTORE_METADATA_LENGTH_MAX } from './limits.ts';
import { once } from './once.ts';
import { authorizeOn, resourceTags } from './vault-access.ts';

/** Starts a restore of a point of the caller's own account. It always makes a new resource; AWS offers no restore across accounts. */
export const startRestoreJob: Operation<StartRestoreJobInput, StartRestoreJobOutput> = async (
  services,
  input,
  call,
) => {
  const point = await openPoint(services, call, input.RecoveryPointArn);
  const { ResourceType: asked, IamRoleArn: roleArn } = input;
  if (asked !== undefined && asked !== point.resource_type) {
    throw backup.restoreTypeMismatch({ asked, actual: point.resource_type });
  }
  requireBounded(input.Metadata);
  if (roleArn === undefined) throw backup.roleMissing();
  await acceptRole(services, call, roleArn);
  const { answer } = await services.records.write((db) =>
    once(db, { call, operation: 'StartRestoreJob', input }, async () => {
      if ((await recoveryPointByArn(db, point.arn)) === undefined) throw backup.recoveryPointNotFound(point.arn);
      const job = toRow(services, call, { input, roleArn, point });
      await ensureServiceLinkedRole(db, call.principal.account, BACKUP_SERVICE, call.now, services.random);
      await insertRestoreJob(db, job);
      // A restore makes a resource of its own: it waits for other restores of this point, not for backups of the resource.
      await enqueueWork(db, { jobId: job.id, kind: 'restore', resourceArn: point.arn, notBefore: call.now });
      return { jobId: job.id };
    }),
  );
  services.wakeJobs();
  return { RestoreJobId: answer.jobId };
};

/** What the entries say (keys, places, new names) is for the job to judge, with the role's rights. */
function requireBounded(metadata: Readonly<Record<string, string>>): void {
  const entries = Object.entries(metadata);
  const length = entries.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (entries.length > RESTORE_METADATA_ENTRIES_MAX || length > RESTORE_METADATA_LENGTH_MAX) {
    throw backup.restoreMetadataInvalid('It is too large.');
  }
}

async function openPoint(services: Services, call: Call, arn: string): Promise<RecoveryPointRow> {
  const { point, vault, tags } = await services.records.read(async (db) => {
    const found = await recoveryPointByArn(db, arn);
    const isOwn = found?.account_id === call.principal.account && found.region === call.region;
    if (!isOwn) return { point: undefined, vault: undefined, tags: {} };
    return { point: found, vault: await vaultByArn(db, found.vault_arn), tags: await tagsOf(db, arn) };
  });
  await authorizeOn(services, call, {
    action: 'backup:StartRestoreJob',
    resource: arn,
    vault,
    context: resourceTags(tags),
  });
  if (point === undefined) throw backup.recoveryPointNotFound(arn);
  return point;
}

function toRow(
  { random }: Services,
  { principal, region, now }: Call,
  {
    input,
    roleArn,
    point,
  }: {
    input: Validated<StartRestoreJobInput>;
    roleArn: string;
    point: RecoveryPointRow;
  },
): RestoreJobRow {
  return {
    id: randomUuid(random).toUpperCase(),
    account_id: principal.account,
    region,
    state: 'PENDING',
    status_message: null,
    message_category: null,
    created_at: now,
    completed_at: null,
    resource_arn: point.resource_arn,
    resource_type: point.resource_type,
    resource_name: point.resource_name,
    iam_role_arn: roleArn,
    percent_done: 0,
    report: null,
    recovery_point_arn: point.arn,
    source_vault_arn: point.vault_arn,
    metadata: JSON.stringify(input.Metadata),
    copies_source_tags: input.CopySourceTagsToRestoredResource === true ? 1 : 0,
    created_resource_arn: null,
    backup_size_bytes: point.backup_size_bytes,
    recovery_point_created_at: point.created_at,
    readable_at: null,
    readable_by_machine: null,
  };
}
