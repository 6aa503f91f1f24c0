import { randomBytes, randomFillSync } from 'node:crypto';
import type { Records } from '../storage/records/records.ts';
import type { Clock } from '../util/clock.ts';
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

/** A clock that the operator moves. What time it shows is kept in the records, so that a restart does not turn it back. */
export interface ServiceClock extends Clock {
  readonly kind: 'real' | 'manual';
  /** Forward only; returns the new time. Throws on the real clock: ask `kind` first. */
  advance(ms: number): Promise<number>;
}

const SETTING = 'clock.manual-now';

export function realClock(machine: Clock): ServiceClock {
  return {
    kind: 'real',
    now: () => machine.now(),
    advance: () => Promise.reject(new Error('the real clock cannot be moved')),
  };
}

/** Starts where it was left, or at the machine's time when it is new. */
export async function openManualClock(records: Records, machine: Clock): Promise<ServiceClock> {
  const kept = await records.read((db) =>
    db.selectFrom('settings').select('value').where('name', '=', SETTING).executeTakeFirst(),
  );
  let now = kept === undefined ? machine.now() : Number(kept.value);
  const keep = (value: number): Promise<void> =>
    records.write(async (db) => {
      await db
        .insertInto('settings')
        .values({ name: SETTING, value: String(value) })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: String(value) }))
        .execute();
    });
  await keep(now);
  return {
    kind: 'manual',
    now: () => now,
    async advance(ms) {
      const next = now + ms;
      await keep(next);
      now = Math.max(now, next);
      return now;
    },
  };
}
