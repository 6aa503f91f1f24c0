import type { ListRestoreJobsInput, ListRestoreJobsOutput } from '@aws-sdk/client-backup';
import { listRestoreJobs as readRestoreJobs } from '../../../storage/records/restore-jobs.ts';
import type { Operation } from '../operation.ts';
import { cutPage } from '../pagination.ts';
import { parseJobFilter } from './job-filter.ts';
import { parsePageRequest, withOneMore } from './page-request.ts';
import { present } from './present.ts';
import { toRestoreJobShape } from './restore-job-shape.ts';
import { authorizeOnAll } from './vault-access.ts';

/** Restore jobs, newest first. There are no child jobs and no restore testing plans yet, so that neither has any. */
export const listRestoreJobs: Operation<ListRestoreJobsInput, ListRestoreJobsOutput> = async (
  services,
  input,
  call,
) => {
  await authorizeOnAll(services, call, 'backup:ListRestoreJobs');
  const page = parsePageRequest(input);
  const filter = await parseJobFilter(services, call, { input, state: input.ByStatus });
  if (input.ByParentJobId !== undefined || input.ByRestoreTestingPlanArn !== undefined) return { RestoreJobs: [] };
  const jobs = await services.records.read((db) => readRestoreJobs(db, filter, withOneMore(page)));
  const { rows, nextToken } = cutPage(jobs, page.limit, ({ created_at, id }) => [created_at, id]);
  return present<ListRestoreJobsOutput>({ RestoreJobs: rows.map(toRestoreJobShape), NextToken: nextToken });
};
