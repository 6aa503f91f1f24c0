import { sweepDueKeys } from '../keys/sweep-due-keys.ts';
import { nextKeyDue } from '../storage/records/kms.ts';
import type { AgendaItem } from './agenda.ts';

/** Keys whose waiting time is over are destroyed, and imported material that has expired; both have been out of use since their date, whenever this runs. */
export const keyDeletions: AgendaItem = {
  name: 'key-deletions',
  keepsOwnDates: true,
  nextDue: nextKeyDue,
  async run({ records, clock, log }) {
    const destroyed = await sweepDueKeys({ records, clock });
    if (destroyed.length > 0) log.info({ keys: destroyed }, 'keys were destroyed: their waiting time is over');
  },
};
