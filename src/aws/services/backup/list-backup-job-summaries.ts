import type {
  BackupJobSummary,
  ListBackupJobSummariesInput,
  ListBackupJobSummariesOutput,
} from '@aws-sdk/client-backup';
import type { Operation } from '../operation.ts';
import { summarizeJobs } from './job-summaries.ts';
import { present } from './present.ts';

/** How many backup jobs there were in the last days, by state, type and account. */
export const listBackupJobSummaries: Operation<ListBackupJobSummariesInput, ListBackupJobSummariesOutput> = async (
  services,
  input,
  call,
) => {
  const page = await summarizeJobs(services, call, { kind: 'backup', operation: 'ListBackupJobSummaries', input });
  return present<ListBackupJobSummariesOutput>({
    BackupJobSummaries: page.rows as BackupJobSummary[],
    AggregationPeriod: page.period,
    NextToken: page.nextToken,
  });
};
