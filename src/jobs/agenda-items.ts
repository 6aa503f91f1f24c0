import type { AgendaItem } from './agenda.ts';
import { jobRecords } from './job-records.ts';
import { jobWindows } from './job-windows.ts';
import { keyDeletions } from './key-deletions.ts';
import { planRuns } from './plan-runs.ts';
import { pointExpiry } from './point-expiry.ts';

/** Everything that falls due by its date alone. Those that keep their own dates come first, whatever the order here. */
export const agendaItems = ({
  keepJobRecordsMs,
  coldMoves,
}: {
  keepJobRecordsMs: number;
  coldMoves: AgendaItem;
}): readonly AgendaItem[] => [
  keyDeletions,
  pointExpiry,
  jobRecords(keepJobRecordsMs),
  // Not at a later stop: a key may be deleted between a point's day and that.
  coldMoves,
  jobWindows,
  planRuns,
];
