import type { ListCopyJobsInput, ListCopyJobsOutput } from '@aws-sdk/client-backup';
import { listCopyJobs as readCopyJobs } from '../../../storage/records/copy-jobs.ts';
import type { Operation } from '../operation.ts';
import { cutPage } from '../pagination.ts';
import { readArrivals, toCopyJobShape } from './copy-job-shape.ts';
import { parseJobFilter } from './job-filter.ts';
import { parsePageRequest, withOneMore } from './page-request.ts';
import { present } from './present.ts';
import { authorizeOnAll } from './vault-access.ts';

/** Copy jobs that the account started, newest first; a destination does not see what comes in. There are no child jobs. */
export const listCopyJobs: Operation<ListCopyJobsInput, ListCopyJobsOutput> = async (services, input, call) => {
  await authorizeOnAll(services, call, 'backup:ListCopyJobs');
  const page = parsePageRequest(input);
  const filter = {
    ...(await parseJobFilter(services, call, { input, state: input.ByState })),
    destinationVaultArn: input.ByDestinationVaultArn,
    sourceRecoveryPointArn: input.BySourceRecoveryPointArn,
  };
  if (input.ByParentJobId !== undefined) return { CopyJobs: [] };
  const { jobs, arrivals } = await services.records.read(async (db) => {
    const found = await readCopyJobs(db, filter, withOneMore(page));
    return { jobs: found, arrivals: await readArrivals(db, found) };
  });
  const { rows, nextToken } = cutPage(jobs, page.limit, ({ created_at, id }) => [created_at, id]);
  return present<ListCopyJobsOutput>({
    CopyJobs: rows.map((job) => toCopyJobShape(job, arrivals)),
    NextToken: nextToken,
  });
};
