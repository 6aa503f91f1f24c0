import { moveDueToCold, nextColdMove } from '../storage/records/recovery-points.ts';
import type { AgendaItem } from './agenda.ts';

/** Points whose day for cold storage has come. */
export const coldMoves: AgendaItem = {
  name: 'cold-moves',
  keepsOwnDates: true,
  nextDue: nextColdMove,
  async run({ records }, now) {
    await records.write((db) => moveDueToCold(db, now));
  },
};
