import { randomBytes, randomFillSync } from 'node:crypto';
import { keepTime, keptTime } from '../storage/records/kept-times.ts';
import type { Records } from '../storage/records/records.ts';
import type { Clock, ServiceClock } from '../util/clock.ts';
import type { Random } from '../util/random.ts';
import type { Timer } from '../util/timer.ts';

export const systemClock: Clock = { now: () => Date.now() };

export const systemRandom: Random = {
  bytes: (count) => (count > SMALL_BYTES ? freshBytes(count) : pooledBytes(count)),
};

const freshBytes = (count: number): Uint8Array => new Uint8Array(randomBytes(count));

/** Every request needs a few random bytes for its id, and asking the system costs the same for many. */
const SMALL_BYTES = 64;
const pool = new Uint8Array(8_192);
let used = pool.length;

/** Bytes of the pool are handed out once, and do not stay in it. */
function pooledBytes(count: number): Uint8Array {
  if (used + count > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = pool.slice(used, used + count);
  pool.fill(0, used, used + count);
  used += count;
  return bytes;
}

export const systemTimer: Timer = {
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * The machine's clock, except that it never goes back: turned back while we run, or found behind what the records have seen, it is not
 * believed, and the service's time goes on at half the pace until the machine's has caught up. So plans still run, and no lock opens again.
 */
export async function openRealClock(
  records: Records,
  machine: Clock,
  warn: (sentence: string) => void,
): Promise<ServiceClock> {
  const highest = (await records.read((db) => keptTime(db, 'highest'))) ?? 0;
  let anchor = { machine: machine.now(), service: highest };
  let seen = anchor.machine;
  let shown = highest;
  if (highest > anchor.machine) {
    const behind = Math.round((highest - anchor.machine) / 1000);
    warn(
      `The machine's clock is ${behind} seconds behind what this data directory has seen (${new Date(highest).toISOString()}). The service's time does not go back: it runs at half the pace until the machine's clock has caught up.`,
    );
  }
  const now = (): number => {
    const time = machine.now();
    if (time < seen) anchor = { machine: time, service: shown };
    seen = time;
    shown = Math.max(shown, time, Math.floor(anchor.service + (time - anchor.machine) / 2));
    return shown;
  };
  return {
    kind: 'real',
    now,
    set: () => Promise.reject(new Error('the real clock cannot be moved')),
    keep: () => records.write((db) => keepTime(db, 'highest', now())),
  };
}

/** A clock that the operator moves. What it shows is kept in the records. Starts where it was left, or at the machine's time when it is new. */
export async function openManualClock(records: Records, machine: Clock): Promise<ServiceClock> {
  let now = (await records.read((db) => keptTime(db, 'manual-now'))) ?? machine.now();
  const keep = (): Promise<void> => records.write((db) => keepTime(db, 'manual-now', now));
  await keep();
  return {
    kind: 'manual',
    now: () => now,
    async set(time) {
      if (time <= now) return;
      now = time;
      await keep();
    },
    keep: async () => undefined,
  };
}
