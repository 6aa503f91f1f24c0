import type { StopBackupJobInput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { backupJobById, requestBackupJobStop } from '../../../storage/records/backup-jobs.ts';
import type { Operation } from '../operation.ts';
import { authorizeOnAll } from './vault-access.ts';

/** Asks a backup job to stop: it is ABORTING, and ABORTED once the runner has let go of it. */
export const stopBackupJob: Operation<StopBackupJobInput, Record<string, never>> = async (services, input, call) => {
  await authorizeOnAll(services, call, 'backup:StopBackupJob');
  await services.records.write(async (db) => {
    const job = await backupJobById(db, input.BackupJobId);
    const isOwn = job?.account_id === call.principal.account && job.region === call.region;
    if (!isOwn) throw backup.backupJobNotFound(input.BackupJobId);
    if (!(await requestBackupJobStop(db, job.id))) throw backup.backupJobEnded(job.id);
  });
  services.wakeJobs();
  return {};
};
