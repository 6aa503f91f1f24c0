import type {
  ListRestoreJobSummariesInput,
  ListRestoreJobSummariesOutput,
  RestoreJobSummary,
} from '@aws-sdk/client-backup';
import type { Operation } from '../operation.ts';
import { summarizeJobs } from './job-summaries.ts';
import { present } from './present.ts';

/** How many restore jobs there were in the last days, by state, type and account. */
export const listRestoreJobSummaries: Operation<ListRestoreJobSummariesInput, ListRestoreJobSummariesOutput> = async (
  services,
  input,
  call,
) => {
  const page = await summarizeJobs(services, call, { kind: 'restore', operation: 'ListRestoreJobSummaries', input });
  return present<ListRestoreJobSummariesOutput>({
    RestoreJobSummaries: page.rows as RestoreJobSummary[],
    AggregationPeriod: page.period,
    NextToken: page.nextToken,
  });
};
