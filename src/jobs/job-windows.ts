import * as messages from '../messages/backup-job.ts';
import { expireJob, lateToStart, nextWindowEnd, stopOverdue } from '../storage/records/job-windows.ts';
import type { AgendaItem } from './agenda.ts';
import type { JobContext } from './job-context.ts';
import { LATE_JOBS_AT_ONCE } from './limits.ts';

/**
 * The windows of backup jobs. One that has not started within its start window is EXPIRED; one that runs on when its completion window is
 * over is asked to stop, and ABORTED once it has. A job that a worker holds has started, whatever its state says yet.
 */
export const jobWindows: AgendaItem = {
  name: 'job-windows',
  nextDue: nextWindowEnd,
  async run({ records }: JobContext, now) {
    await records.write((db) => stopOverdue(db, now));
    for (;;) {
      const expired = await records.write(async (db) => {
        const late = await lateToStart(db, now, LATE_JOBS_AT_ONCE);
        for (const { job, isBehindAnother } of late) {
          const sentence = isBehindAnother ? messages.runningJobForSameResource() : messages.expiredBeforeCompletion();
          await expireJob(db, job, sentence);
        }
        return late.length;
      });
      if (expired < LATE_JOBS_AT_ONCE) return;
    }
  },
};
