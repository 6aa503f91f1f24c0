import { isWithinWindow, nextOpening } from '../model/daily-window.ts';
import { JobPause } from './failure.ts';
import type { JobContext } from './job-context.ts';
import { WINDOW_LOOK_MS } from './limits.ts';

/** When copies may move bytes again; nothing while they may. */
function opensAt({ limits, clock }: JobContext): number | undefined {
  const { copyWindow } = limits.current();
  const now = clock.now();
  return copyWindow === null || isWithinWindow(copyWindow, now) ? undefined : nextOpening(copyWindow, now);
}

/** Throws JobPause outside the hours in which copies move bytes. */
export function requireCopyHours(context: JobContext): void {
  const until = opensAt(context);
  if (until !== undefined) throw new JobPause(until);
}

/**
 * Runs a copy's work with a signal that is aborted when the hours of copies end. Then JobPause is thrown: what is stored stays, and the
 * copy goes on from there at the next opening.
 */
export async function withinCopyHours<T>(
  context: JobContext,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const closed = new AbortController();
  let cancel = (): void => undefined;
  const look = (): void => {
    if (opensAt(context) !== undefined) closed.abort();
    else cancel = context.timer.after(WINDOW_LOOK_MS, look);
  };
  cancel = context.timer.after(WINDOW_LOOK_MS, look);
  try {
    return await work(AbortSignal.any([signal, closed.signal]));
  } catch (error) {
    if (closed.signal.aborted && !signal.aborted) requireCopyHours(context);
    throw error;
  } finally {
    cancel();
  }
}
