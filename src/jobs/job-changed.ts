import { jobSummary } from '../storage/records/jobs.ts';
import type { Claim } from '../storage/records/work.ts';
import type { JobContext } from './job-context.ts';

/** Tells those who watch what state a job is in now; ended jobs are counted as well. */
export async function jobChanged(
  context: JobContext,
  claim: Claim,
  { storedBytes }: { storedBytes: number },
): Promise<void> {
  const job = await context.records.read((db) => jobSummary(db, claim.kind, claim.jobId));
  if (job === undefined) return;
  context.watch.changed({
    id: claim.jobId,
    kind: claim.kind,
    account: job.account_id,
    state: job.state,
    statusMessage: job.status_message,
  });
  if (job.completed_at === null) return;
  context.watch.ended({
    kind: claim.kind,
    state: job.state,
    seconds: Math.max(0, job.completed_at - job.created_at) / 1000,
    storedBytes,
  });
}
