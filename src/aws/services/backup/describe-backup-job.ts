import type { DescribeBackupJobInput, DescribeBackupJobOutput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { backupJobById } from '../../../storage/records/backup-jobs.ts';
import type { Operation } from '../operation.ts';
import { toBackupJobShape } from './backup-job-shape.ts';
import { isForgotten } from './is-forgotten.ts';
import { readSurroundings } from './surroundings.ts';
import { authorizeOnAll } from './vault-access.ts';
import { mayWatch } from './watched-accounts.ts';

export const describeBackupJob: Operation<DescribeBackupJobInput, DescribeBackupJobOutput> = async (
  services,
  input,
  call,
) => {
  await authorizeOnAll(services, call, 'backup:DescribeBackupJob');
  const job = await services.records.read((db) => backupJobById(db, input.BackupJobId));
  if (job === undefined || isForgotten(job, call) || !(await mayWatch(services, call, job)))
    throw backup.backupJobNotFound(input.BackupJobId);
  const surroundings = await services.records.read((db) => readSurroundings(db, { vaultArns: [job.vault_arn] }));
  return toBackupJobShape(job, surroundings);
};
