import * as backup from '../../../messages/backup.ts';
import { watchedAccounts } from '../../../storage/records/backup-settings.ts';
import {
  countJobs,
  type SummaryDimension,
  type JobSummary as SummaryRow,
} from '../../../storage/records/job-summaries.ts';
import type { JobFilter } from '../../../storage/records/jobs.ts';
import type { WorkKind } from '../../../storage/records/work.ts';
import type { Call, Services } from '../operation.ts';
import { paginate } from '../pagination.ts';
import { SUMMARY_DAYS, SUMMARY_ROWS_MAX } from './limits.ts';
import { parseMessageCategory } from './message-category-filter.ts';
import { present } from './present.ts';
import { authorizeOnAll } from './vault-access.ts';

/** What the three requests have in common. */
export interface SummaryInput {
  readonly AccountId?: string | undefined;
  readonly State?: string | undefined;
  readonly ResourceType?: string | undefined;
  /** Restore jobs have none. */
  readonly MessageCategory?: string | undefined;
  readonly AggregationPeriod?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

/** One row of the answer; each service shape types its members more closely. */
export interface Summary {
  readonly Region: string;
  readonly AccountId: string;
  readonly State: string;
  readonly ResourceType: string;
  readonly MessageCategory?: string;
  readonly Count: number;
  readonly StartTime: Date;
  readonly EndTime: Date;
}

export interface SummaryPage {
  readonly rows: readonly Summary[];
  readonly period: 'ONE_DAY' | 'SEVEN_DAYS' | 'FOURTEEN_DAYS';
  readonly nextToken: string | undefined;
}

const DAY_MS = 86_400_000;
const ALL = 'AGGREGATE_ALL';

/** How many days one row counts, and how many days the rows reach back together. */
const PERIODS = {
  ONE_DAY: { days: 1, reach: SUMMARY_DAYS },
  SEVEN_DAYS: { days: 7, reach: 7 },
  FOURTEEN_DAYS: { days: SUMMARY_DAYS, reach: SUMMARY_DAYS },
} as const;

/**
 * Counts the jobs of one kind that were created in the last 7 or 14 days, a row for each state, type, account and category that has any;
 * `AGGREGATE_ALL` adds up. Days are those of UTC; the last one is today, as far as it has come: AWS counts it a day later.
 */
export async function summarizeJobs(
  services: Services,
  call: Call,
  { kind, operation, input }: { kind: WorkKind; operation: string; input: SummaryInput },
): Promise<SummaryPage> {
  await authorizeOnAll(services, call, `backup:${operation}`);
  const period = (input.AggregationPeriod ?? 'ONE_DAY') as keyof typeof PERIODS;
  const { days, reach } = PERIODS[period];
  const beginsAt = (Math.floor(call.now / DAY_MS) + 1 - reach) * DAY_MS;
  const periodMs = days * DAY_MS;
  const filter = await parseFilter(services, call, input);
  const dimensions = dimensionsOf(kind, input);
  const counted = await services.records.read((db) => countJobs(db, kind, { filter, dimensions, beginsAt, periodMs }));
  const rows = counted.map((row) => toSummary(row, { kind, region: call.region, periodMs })).sort(byKey);
  const limit = Math.min(input.MaxResults ?? SUMMARY_ROWS_MAX, SUMMARY_ROWS_MAX);
  const page = paginate(rows, { list: operation, token: input.NextToken, limit }, keyOf);
  if (page === undefined) throw backup.nextTokenInvalid();
  return { rows: page.rows, period, nextToken: page.nextToken };
}

async function parseFilter({ records }: Services, call: Call, input: SummaryInput): Promise<JobFilter> {
  const { State: state, ResourceType: type } = input;
  const own = call.principal.account;
  const wanted = input.AccountId ?? own;
  const watched = wanted === own ? [own] : await records.read((db) => watchedAccounts(db, own));
  const isMany = wanted === 'ANY' || wanted === ALL;
  if (!isMany && !watched.includes(wanted)) throw backup.insufficientPrivileges();
  return {
    accounts: isMany ? watched : [wanted],
    region: call.region,
    states: isOne(state) ? [state] : undefined,
    resourceType: isOne(type) ? type : undefined,
    messageCategories: parseMessageCategory(input.MessageCategory),
  };
}

const isOne = (wanted: string | undefined): wanted is string =>
  wanted !== undefined && wanted !== 'ANY' && wanted !== ALL;

/** What the rows are told apart by: all that is not to be added up. */
function dimensionsOf(kind: WorkKind, input: SummaryInput): readonly SummaryDimension[] {
  const wishes: readonly (readonly [SummaryDimension, string | undefined])[] = [
    ['account_id', input.AccountId],
    ['state', input.State],
    ['resource_type', input.ResourceType],
    ['message_category', kind === 'restore' ? ALL : input.MessageCategory],
  ];
  return wishes.flatMap(([dimension, wanted]) => (wanted === ALL ? [] : [dimension]));
}

function toSummary(
  row: SummaryRow,
  { kind, region, periodMs }: { kind: WorkKind; region: string; periodMs: number },
): Summary {
  const { account_id = ALL, state = ALL, resource_type = ALL, message_category = ALL } = row;
  return present<Summary>({
    Region: region,
    AccountId: account_id ?? ALL,
    State: state ?? ALL,
    ResourceType: resource_type ?? ALL,
    // A job that has not ended has no category.
    ...(kind === 'restore' || message_category === null ? {} : { MessageCategory: message_category }),
    Count: row.count,
    StartTime: new Date(row.begins_at),
    EndTime: new Date(row.begins_at + periodMs),
  });
}

/** Newest periods last; within one, in the order of what tells the rows apart. */
const keyOf = (row: Summary): string =>
  JSON.stringify([row.StartTime.toISOString(), row.AccountId, row.State, row.ResourceType, row.MessageCategory ?? '']);

const byKey = (one: Summary, other: Summary): number => (keyOf(one) < keyOf(other) ? -1 : 1);
