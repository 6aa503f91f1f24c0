import type { Call } from '../operation.ts';
import { JOB_HISTORY_MS } from './limits.ts';

/** Whether a job ended so long ago that AWS no longer knows it: its record vanishes 30 days after the end, here from the API alone. */
export const isForgotten = ({ completed_at }: { completed_at: number | null }, { now }: Call): boolean =>
  completed_at !== null && completed_at <= now - JOB_HISTORY_MS;
