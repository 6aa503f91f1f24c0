import type { StartCopyJobInput, StartCopyJobOutput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import * as copyJob from '../../../messages/copy-job.ts';
import { parseArn } from '../../../model/arn.ts';
import { isContinuous } from '../../../model/recovery-point.ts';
import { parseVaultArn, type VaultName } from '../../../model/vault.ts';
import type { RequestContext } from '../../../policy/evaluation.ts';
import { insertCopyJob } from '../../../storage/records/copy-jobs.ts';
import { ensureServiceLinkedRole } from '../../../storage/records/iam.ts';
import { newCopyJob } from '../../../storage/records/new-copy-job.ts';
import { organizationPath } from '../../../storage/records/organizations.ts';
import type { Database } from '../../../storage/records/records.ts';
import { type RecoveryPointRow, recoveryPointInVault } from '../../../storage/records/recovery-points.ts';
import { tagsOf } from '../../../storage/records/tags.ts';
import { isAirGappedVault, vaultByArn } from '../../../storage/records/vaults.ts';
import { copyLane, enqueueWork } from '../../../storage/records/work.ts';
import type { Call, Operation, Services, Validated } from '../operation.ts';
import { acceptRole, BACKUP_SERVICE } from './accept-role.ts';
import { parseLifecycle } from './lifecycle-shape.ts';
import { once } from './once.ts';
import { authorizeOn, resourceTags, vaultArnOf } from './vault-access.ts';

/**
 * Starts one copy on demand. Refused at once: what is malformed, a source that is not there, a role that cannot be passed or assumed,
 * a continuous backup. All else is the job's to find out and to report, as it is with AWS: the destination belongs to somebody else.
 */
export const startCopyJob: Operation<StartCopyJobInput, StartCopyJobOutput> = async (services, input, call) => {
  const destination = parseDestination(input);
  const sourceVaultArn = vaultArnOf(call, input.SourceBackupVaultName);
  if (input.DestinationBackupVaultArn === sourceVaultArn) throw backup.copyIntoSameVault();
  await authorizeStart(services, call, { input, sourceVaultArn, destination });
  const lifecycle = parseLifecycle(input.Lifecycle);
  await services.records.read((db) => readSource(db, sourceVaultArn, input.RecoveryPointArn));
  await acceptRole(services, call, input.IamRoleArn);
  const { answer } = await services.records.write((db) =>
    once(db, { call, operation: 'StartCopyJob', input }, async () => {
      const point = await readSource(db, sourceVaultArn, input.RecoveryPointArn);
      const job = newCopyJob(
        {
          source: point,
          destinationVaultArn: input.DestinationBackupVaultArn,
          isAirGapped: await isAirGappedVault(db, input.DestinationBackupVaultArn),
          lifecycle,
          roleArn: input.IamRoleArn,
          now: call.now,
        },
        services.random,
      );
      await ensureServiceLinkedRole(db, call.principal.account, BACKUP_SERVICE, call.now, services.random);
      await insertCopyJob(db, job);
      await enqueueWork(db, {
        jobId: job.id,
        kind: 'copy',
        resourceArn: job.resource_arn,
        lane: copyLane(job),
        notBefore: call.now,
      });
      return { jobId: job.id, createdAt: job.created_at };
    }),
  );
  services.wakeJobs();
  return { CopyJobId: answer.jobId, CreationDate: new Date(answer.createdAt), IsParent: false };
};

function parseDestination(input: Validated<StartCopyJobInput>): VaultName {
  if (parseArn(input.RecoveryPointArn) === undefined) {
    throw backup.arnInvalid('RecoveryPointArn', input.RecoveryPointArn);
  }
  const destination = parseVaultArn(input.DestinationBackupVaultArn);
  if (destination === undefined) {
    throw backup.arnInvalid('DestinationBackupVaultArn', input.DestinationBackupVaultArn);
  }
  return destination;
}

/** The caller's right to start; service control policies may ask where the copy is to go. */
async function authorizeStart(
  services: Services,
  call: Call,
  {
    input,
    sourceVaultArn,
    destination,
  }: { input: Validated<StartCopyJobInput>; sourceVaultArn: string; destination: VaultName },
): Promise<void> {
  const { vault, tags, path } = await services.records.read(async (db) => ({
    vault: await vaultByArn(db, sourceVaultArn),
    tags: await tagsOf(db, input.RecoveryPointArn),
    path: await organizationPath(db, destination.account),
  }));
  const context: RequestContext = {
    ...resourceTags(tags),
    'backup:CopyTargets': [input.DestinationBackupVaultArn],
    ...(path === undefined ? {} : { 'backup:CopyTargetOrgPaths': [path] }),
  };
  await authorizeOn(services, call, {
    action: 'backup:StartCopyJob',
    resource: input.RecoveryPointArn,
    vault,
    context,
  });
}

/** The point, which must lie in the vault that the request names. */
async function readSource(db: Database, vaultArn: string, pointArn: string): Promise<RecoveryPointRow> {
  // Before we look for it: the form of the ARN is enough, and no continuous backup is ever in a vault of ours.
  if (isContinuous(pointArn)) throw backup.copyRefused(copyJob.pointIsContinuous(), 'InvalidRequestException');
  const point = await recoveryPointInVault(db, { vaultArn, arn: pointArn });
  if (point === undefined) throw backup.copyRefused(copyJob.pointNotFound(pointArn), 'ResourceNotFoundException');
  return point;
}
