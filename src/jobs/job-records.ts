import { forgetEndedJobs, oldestEnd } from '../storage/records/ended-jobs.ts';
import type { AgendaItem } from './agenda.ts';
import { FORGOTTEN_AT_ONCE_MAX } from './limits.ts';

/** Records of jobs that ended long ago are removed. AWS's lists leave them out after 30 days; operators keep them as long as they say. */
export const jobRecords = (keepMs: number): AgendaItem => ({
  name: 'job-records',
  keepsOwnDates: true,
  async nextDue(db) {
    const oldest = await oldestEnd(db);
    return oldest === undefined ? undefined : oldest + keepMs;
  },
  async run({ records }, now) {
    const endedBefore = now - keepMs;
    while ((await records.write((db) => forgetEndedJobs(db, { endedBefore, limit: FORGOTTEN_AT_ONCE_MAX }))) > 0);
  },
});
