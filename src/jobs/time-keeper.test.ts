import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openManualClock } from '../server/clocks.ts';
import { keepTime, keptTime } from '../storage/records/kept-times.ts';
import type { Records } from '../storage/records/records.ts';
import { openSqlite } from '../storage/records/sqlite.ts';
import type { ServiceClock } from '../util/clock.ts';
import type { AgendaItem } from './agenda.ts';
import type { JobContext } from './job-context.ts';
import { TimeKeeper } from './time-keeper.ts';

const BEGIN = 1_000;

let folder: string;
let records: Records;
let clock: ServiceClock;
let deeds: string[];
let looks: (() => void)[];

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossvault-time-'));
  records = await openSqlite(path.join(folder, 'records.sqlite'));
  clock = await openManualClock(records, { now: () => BEGIN });
  deeds = [];
  looks = [];
});
afterEach(async () => {
  await records.close();
  rmSync(folder, { recursive: true });
});

/** Falls due at each of the dates, and tells when it was run for which. */
function item(name: string, dates: number[], traits: Partial<AgendaItem> = {}): AgendaItem {
  return {
    name,
    nextDue: async () => dates[0],
    async run(_context, now) {
      while (dates.length > 0 && dates[0]! <= now) deeds.push(`${name} of ${dates.shift()} at ${now}`);
    },
    ...traits,
  };
}

function keeper(...items: AgendaItem[]): TimeKeeper {
  const timer = {
    after(_ms: number, callback: () => void) {
      looks.push(callback);
      return () => undefined;
    },
  };
  const log = { error: (facts: { err: unknown }) => deeds.push(String(facts.err)) };
  const context = { records, clock, timer, log } as unknown as JobContext;
  const runner = {
    wake: () => undefined,
    settled: async () => void deeds.push(`jobs at ${clock.now()}`),
  };
  return new TimeKeeper({ context, clock, items, runner });
}

const target = () => records.read((db) => keptTime(db, 'manual-target'));

describe('a walk', () => {
  test('stops at each date in order, and lets the jobs of that moment end', async () => {
    const time = keeper(item('a', [2_000, 4_000]), item('b', [3_000, 9_000]));
    expect(await time.advance(5_000)).toBe(6_000);
    expect(deeds).toEqual([
      'jobs at 1000',
      'a of 2000 at 2000',
      'jobs at 2000',
      'jobs at 2000',
      'b of 3000 at 3000',
      'jobs at 3000',
      'jobs at 3000',
      'a of 4000 at 4000',
      'jobs at 4000',
      'jobs at 4000',
      'jobs at 6000',
    ]);
    expect(clock.now()).toBe(6_000);
  });

  test('does what has its own dates before the others, without stopping for it', async () => {
    const time = keeper(item('plan', [4_000]), item('expiry', [2_000, 3_000, 5_000], { keepsOwnDates: true }));
    await time.advanceTo(6_000);
    expect(deeds.filter((deed) => !deed.startsWith('jobs'))).toEqual([
      'expiry of 2000 at 4000',
      'expiry of 3000 at 4000',
      'plan of 4000 at 4000',
      'expiry of 5000 at 6000',
    ]);
  });

  test('goes on at the present moment as long as something follows', async () => {
    const second: number[] = [];
    const first = item('backup', [2_000], {
      async run(_context, now) {
        deeds.push(`backup at ${now}`);
        second.push(now);
        this.nextDue = async () => undefined;
      },
    });
    await keeper(item('copy', second), first).advance(1_500);
    expect(deeds.filter((deed) => !deed.startsWith('jobs'))).toEqual(['backup at 2000', 'copy of 2000 at 2000']);
  });

  test('never goes back', async () => {
    const time = keeper();
    await time.advanceTo(5_000);
    expect(await time.advanceTo(4_000)).toBe(5_000);
    await clock.set(3_000);
    expect(clock.now()).toBe(5_000);
  });

  test('waits for the one before it', async () => {
    const time = keeper(item('a', [2_000]));
    expect(await Promise.all([time.advance(1_500), time.advance(1_500)])).toEqual([2_500, 4_000]);
  });

  test('that failed stays where it was, and is not taken up again', async () => {
    const broken = item('broken', [2_000], { run: () => Promise.reject(new Error('no')) });
    await expect(keeper(broken).advance(9_000)).rejects.toThrow('broken failed');
    expect([clock.now(), await target()]).toEqual([2_000, 2_000]);
  });

  test('that was broken off goes on at the next start', async () => {
    await records.write((db) => keepTime(db, 'manual-target', 6_000));
    const time = keeper(item('a', [2_000, 7_000]));
    time.start();
    expect(await time.advance(0)).toBe(6_000);
    expect(deeds).toContain('a of 2000 at 2000');
    await time.stop();
  });
});

test('an item that fails does not keep the others waiting', async () => {
  const broken = item('broken', [1_000], { run: () => Promise.reject(new Error('no')) });
  await expect(keeper(broken, item('a', [1_000])).advance(0)).rejects.toThrow('broken failed');
  expect(deeds).toEqual(['a of 1000 at 1000']);
});

test('a look at the present does what is due, and nothing while no commit has come between', async () => {
  let asked = 0;
  const dates = [1_000];
  const time = keeper(
    item('a', dates, {
      nextDue: async () => {
        asked += 1;
        return dates[0];
      },
    }),
  );
  time.start();
  const look = async () => {
    looks.shift()!();
    await expect.poll(() => looks.length).toBe(1);
  };
  await look();
  expect(deeds).toEqual(['a of 1000 at 1000']);
  await look();
  const before = asked;
  await look();
  expect(asked).toBe(before);
  await records.write((db) => keepTime(db, 'highest', 1));
  await look();
  expect(asked).toBeGreaterThan(before);
  await time.stop();
});
