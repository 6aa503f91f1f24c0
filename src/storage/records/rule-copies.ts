import type { CopyAction } from '../../model/backup-plan.ts';
import { invariant } from '../../util/invariant.ts';
import type { Random } from '../../util/random.ts';
import type { BackupJobRow } from './backup-jobs.ts';
import { insertCopyJob } from './copy-jobs.ts';
import { newCopyJob } from './new-copy-job.ts';
import type { Database } from './records.ts';
import { recoveryPointByArn } from './recovery-points.ts';
import { isAirGappedVault } from './vaults.ts';
import { copyLane, enqueueWork } from './work.ts';

/**
 * Starts a job for each copy action of the rule that made a backup, in the transaction that completes it: the copies come with the backup or
 * not at all, and never twice. None where the backup was asked for by hand or its rule copies nothing.
 */
export async function startRuleCopies(
  db: Database,
  backupJob: BackupJobRow,
  { random, now }: { random: Random; now: number },
): Promise<void> {
  if (backupJob.copy_actions === null) return;
  invariant(backupJob.recovery_point_arn, 'a backup job has the ARN of its recovery point from the start');
  const source = await recoveryPointByArn(db, backupJob.recovery_point_arn);
  invariant(source, 'a backup that has completed has its recovery point');
  for (const { destinationVaultArn, lifecycle } of JSON.parse(backupJob.copy_actions) as readonly CopyAction[]) {
    const isAirGapped = await isAirGappedVault(db, destinationVaultArn);
    const job = newCopyJob(
      { source, destinationVaultArn, isAirGapped, lifecycle, roleArn: backupJob.iam_role_arn, now, backupJob },
      random,
    );
    await insertCopyJob(db, job);
    await enqueueWork(db, {
      jobId: job.id,
      kind: 'copy',
      resourceArn: job.resource_arn,
      lane: copyLane(job),
      notBefore: now,
    });
  }
}
