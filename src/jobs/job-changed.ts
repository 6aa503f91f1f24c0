import { jobSummary } from '../storage/records/jobs.ts';
import type { Claim } from '../storage/records/work.ts';
import type { JobContext } from './job-context.ts';

/** What of a job's row is told. */
export interface ToldJob {
  readonly account_id: string;
  readonly state: string;
  readonly status_message: string | null;
  readonly created_at: number;
  readonly completed_at: number | null;
  /** JSON of the engine's report. */
  readonly report: string | null;
}

/** Tells those who watch what state a job is in now; ended jobs are counted as well. */
export async function jobChanged(
  context: JobContext,
  claim: Claim,
  { storedBytes }: { storedBytes: number },
): Promise<void> {
  const job = await context.records.read((db) => jobSummary(db, claim.kind, claim.jobId));
  if (job !== undefined) tellJob(context, claim, job, { storedBytes });
}

/** The same of a job that the caller has changed, and so knows. */
export function tellJob(context: JobContext, claim: Claim, job: ToldJob, { storedBytes = 0 } = {}): void {
  const { account_id: account, state, status_message: statusMessage } = job;
  context.watch.changed({
    id: claim.jobId,
    kind: claim.kind,
    account,
    state,
    statusMessage,
    figures: figuresOf(job.report),
  });
  if (job.completed_at === null) return;
  const seconds = Math.max(0, job.completed_at - job.created_at) / 1000;
  context.watch.ended({ kind: claim.kind, state, seconds, storedBytes });
}

function figuresOf(report: string | null): Record<string, number> {
  if (report === null) return {};
  const entries = Object.entries(JSON.parse(report) as Record<string, unknown>);
  return Object.fromEntries(entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
}
