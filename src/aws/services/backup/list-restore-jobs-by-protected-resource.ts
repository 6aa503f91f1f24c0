import type {
  ListRestoreJobsByProtectedResourceInput,
  ListRestoreJobsByProtectedResourceOutput,
} from '@aws-sdk/client-backup';
import { listRestoreJobs } from '../../../storage/records/restore-jobs.ts';
import type { Operation } from '../operation.ts';
import { cutPage } from '../pagination.ts';
import { parsePageRequest, withOneMore } from './page-request.ts';
import { present, toTime } from './present.ts';
import { toRestoreJobShape } from './restore-job-shape.ts';
import { authorizeOnAll } from './vault-access.ts';

export const listRestoreJobsByProtectedResource: Operation<
  ListRestoreJobsByProtectedResourceInput,
  ListRestoreJobsByProtectedResourceOutput
> = async (services, input, call) => {
  await authorizeOnAll(services, call, 'backup:ListRestoreJobsByProtectedResource');
  const page = parsePageRequest(input);
  const filter = {
    accounts: [call.principal.account],
    region: call.region,
    resourceArn: input.ResourceArn,
    states: input.ByStatus === undefined ? undefined : [input.ByStatus],
    pointCreatedAfter: toTime(input.ByRecoveryPointCreationDateAfter),
    pointCreatedBefore: toTime(input.ByRecoveryPointCreationDateBefore),
  };
  const jobs = await services.records.read((db) => listRestoreJobs(db, filter, withOneMore(page)));
  const { rows, nextToken } = cutPage(jobs, page.limit, ({ created_at, id }) => [created_at, id]);
  return present<ListRestoreJobsByProtectedResourceOutput>({
    RestoreJobs: rows.map(toRestoreJobShape),
    NextToken: nextToken,
  });
};
