import type { JobFilter } from '../../../storage/records/jobs.ts';
import type { Call, Services } from '../operation.ts';
import { JOB_HISTORY_MS } from './limits.ts';
import { parseMessageCategory } from './message-category-filter.ts';
import { toTime } from './present.ts';
import { parseAccountFilter } from './watched-accounts.ts';

/** What the three lists of jobs have in common. */
export interface JobListInput {
  readonly ByAccountId?: string | undefined;
  readonly ByResourceArn?: string | undefined;
  readonly ByResourceType?: string | undefined;
  readonly ByMessageCategory?: string | undefined;
  readonly ByCreatedBefore?: Date | undefined;
  readonly ByCreatedAfter?: Date | undefined;
  readonly ByCompleteBefore?: Date | undefined;
  readonly ByCompleteAfter?: Date | undefined;
}

/** The filter of a list of jobs: of this Region, and of the last 30 days, as AWS lists them. */
export async function parseJobFilter(
  services: Services,
  call: Call,
  { input, state }: { input: JobListInput; state: string | undefined },
): Promise<JobFilter> {
  return {
    accounts: await parseAccountFilter(services, call, input.ByAccountId),
    region: call.region,
    states: state === undefined ? undefined : [state],
    resourceArn: input.ByResourceArn,
    resourceType: input.ByResourceType,
    messageCategories: parseMessageCategory(input.ByMessageCategory),
    createdBefore: toTime(input.ByCreatedBefore),
    createdAfter: toTime(input.ByCreatedAfter),
    completeBefore: toTime(input.ByCompleteBefore),
    completeAfter: toTime(input.ByCompleteAfter),
    endedAfter: call.now - JOB_HISTORY_MS,
  };
}
