import * as backup from '../../../messages/backup.ts';
import {
  COMPLETE_WINDOW_MINUTES_DEFAULT,
  START_WINDOW_MINUTES_DEFAULT,
  START_WINDOW_MINUTES_MIN,
  WINDOW_MINUTES_MAX,
} from './limits.ts';

const MINUTE_MS = 60_000;

export interface BackupWindow {
  /** A job that has not started by then expires. */
  readonly startBy: number;
  readonly completeBy: number;
}

/** When a backup that is asked for now is to start and to complete at the latest. Throws for windows that cannot be. */
export function parseBackupWindow(
  {
    StartWindowMinutes: start = START_WINDOW_MINUTES_DEFAULT,
    CompleteWindowMinutes: complete = Math.max(COMPLETE_WINDOW_MINUTES_DEFAULT, start + START_WINDOW_MINUTES_MIN),
  }: { readonly StartWindowMinutes?: number | undefined; readonly CompleteWindowMinutes?: number | undefined },
  now: number,
): BackupWindow {
  if (start < START_WINDOW_MINUTES_MIN || start > WINDOW_MINUTES_MAX) {
    throw backup.windowInvalid(`StartWindowMinutes must be at least ${START_WINDOW_MINUTES_MIN} minutes.`);
  }
  if (complete <= start || complete > WINDOW_MINUTES_MAX * 2) {
    throw backup.windowInvalid('CompleteWindowMinutes must be greater than StartWindowMinutes.');
  }
  return { startBy: now + start * MINUTE_MS, completeBy: now + complete * MINUTE_MS };
}
