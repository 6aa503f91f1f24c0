import type { Progress } from '../engine/engine.ts';
import { updateProgress } from '../storage/records/jobs.ts';
import type { Claim } from '../storage/records/work.ts';
import type { JobContext } from './job-context.ts';
import { PROGRESS_EVERY_MS } from './limits.ts';
import { RecentRate } from './recent-rate.ts';

/**
 * Writes a job's progress down now and then, and aborts the work when the job has been asked to stop. `percentMax` below 100
 * leaves room for what follows the engine's part.
 */
export function progressWriter(context: JobContext, claim: Claim, abort: () => void): (progress: Progress) => void {
  const { records, machineClock, watch, log } = context;
  const rate = new RecentRate(machineClock.now());
  // A job that is done before then tells of its end alone.
  let lastAt = machineClock.now();
  let isWriting = false;
  const write = async (percentDone: number): Promise<void> => {
    isWriting = true;
    try {
      const state = await records.write((db) => updateProgress(db, claim.kind, claim.jobId, { percentDone }));
      if (state === 'ABORTING') abort();
    } catch (error) {
      log.warn({ err: error, job: claim.jobId }, 'progress could not be written');
    } finally {
      isWriting = false;
    }
  };
  return ({ bytesDone, bytesTotal }) => {
    const now = machineClock.now();
    if (isWriting || now - lastAt < PROGRESS_EVERY_MS) return;
    lastAt = now;
    const percentDone = bytesTotal === undefined || bytesTotal === 0 ? 0 : (100 * bytesDone) / bytesTotal;
    const bytesPerSecond = rate.at(now, bytesDone);
    const secondsLeft =
      bytesTotal === undefined || bytesPerSecond === 0
        ? undefined
        : Math.ceil((bytesTotal - bytesDone) / bytesPerSecond);
    watch.progress({
      id: claim.jobId,
      kind: claim.kind,
      percentDone,
      bytesDone,
      bytesTotal,
      bytesPerSecond,
      secondsLeft,
    });
    void write(percentDone);
  };
}
