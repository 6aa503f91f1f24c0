import type { ListBackupJobsInput, ListBackupJobsOutput } from '@aws-sdk/client-backup';
import { listBackupJobs as readBackupJobs } from '../../../storage/records/backup-jobs.ts';
import type { Operation } from '../operation.ts';
import { cutPage } from '../pagination.ts';
import { toBackupJobShape } from './backup-job-shape.ts';
import { parseJobFilter } from './job-filter.ts';
import { parsePageRequest, withOneMore } from './page-request.ts';
import { present } from './present.ts';
import { readSurroundings } from './surroundings.ts';
import { authorizeOnAll } from './vault-access.ts';

/** Backup jobs, newest first. There are no child jobs, so that a parent has none. */
export const listBackupJobs: Operation<ListBackupJobsInput, ListBackupJobsOutput> = async (services, input, call) => {
  await authorizeOnAll(services, call, 'backup:ListBackupJobs');
  const page = parsePageRequest(input);
  const filter = await parseJobFilter(services, call, { input, state: input.ByState });
  if (input.ByParentJobId !== undefined) return { BackupJobs: [] };
  const { jobs, surroundings } = await services.records.read(async (db) => {
    const found = await readBackupJobs(db, { ...filter, vaultName: input.ByBackupVaultName }, withOneMore(page));
    return {
      jobs: found,
      surroundings: await readSurroundings(db, { vaultArns: found.map(({ vault_arn }) => vault_arn) }),
    };
  });
  const { rows, nextToken } = cutPage(jobs, page.limit, ({ created_at, id }) => [created_at, id]);
  return present<ListBackupJobsOutput>({
    BackupJobs: rows.map((job) => toBackupJobShape(job, surroundings)),
    NextToken: nextToken,
  });
};
