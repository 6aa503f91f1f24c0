import type { DoctorReading, DoctorSources } from '../../../doctor/sources.ts';
import { systemClock, systemRandom } from '../../../server/clocks.ts';
import type { Clock } from '../../../util/clock.ts';
import { type SourceFlags, sourcesOf } from './source-flags.ts';

/** Opens what the flags name, works with it, writes the facts where that was asked for, and closes it. */
export async function withReading(
  flags: SourceFlags,
  work: (reading: DoctorReading, now: number) => Promise<void>,
): Promise<void> {
  const sources = await sourcesOf(flags);
  // Loaded now: the command's help need not wait for eight SDKs.
  const [{ openReading }, clock] = await Promise.all([import('../../../doctor/open-reading.ts'), clockOf(sources)]);
  const reading = await openReading(sources, { clock, random: systemRandom });
  try {
    await work(reading, clock.now());
    if (flags.saveFacts !== undefined) await reading.saveFacts(flags.saveFacts, { isRedacted: flags.redact ?? false });
  } finally {
    reading.close();
  }
}

/** A Crossvault server with a manual clock lives in a time of its own, and judges by it. Everything else, AWS included, by ours. */
async function clockOf({ live }: DoctorSources): Promise<Clock> {
  if (live?.endpointUrl === undefined) return systemClock;
  const response = await fetch(new URL('/_crossvault/clock', live.endpointUrl)).catch(() => undefined);
  if (response?.ok !== true) return systemClock;
  const { now } = ((await response.json().catch(() => undefined)) ?? {}) as { readonly now?: string };
  const time = Date.parse(now ?? '');
  return Number.isNaN(time) ? systemClock : { ...systemClock, now: () => time };
}
