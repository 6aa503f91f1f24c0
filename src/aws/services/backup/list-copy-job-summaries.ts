import type { CopyJobSummary, ListCopyJobSummariesInput, ListCopyJobSummariesOutput } from '@aws-sdk/client-backup';
import type { Operation } from '../operation.ts';
import { summarizeJobs } from './job-summaries.ts';
import { present } from './present.ts';

/** How many copy jobs there were in the last days, by state, type and account. */
export const listCopyJobSummaries: Operation<ListCopyJobSummariesInput, ListCopyJobSummariesOutput> = async (
  services,
  input,
  call,
) => {
  const page = await summarizeJobs(services, call, { kind: 'copy', operation: 'ListCopyJobSummaries', input });
  return present<ListCopyJobSummariesOutput>({
    CopyJobSummaries: page.rows as CopyJobSummary[],
    AggregationPeriod: page.period,
    NextToken: page.nextToken,
  });
};
