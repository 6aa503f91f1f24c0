import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Records } from '../storage/records/records.ts';
import { openSqlite } from '../storage/records/sqlite.ts';
import { openManualClock, openRealClock } from './clocks.ts';

let records: Records;
let machine: number;
let warnings: string[];

beforeEach(async () => {
  records = await openSqlite(':memory:');
  machine = 1_000_000;
  warnings = [];
});
afterEach(() => records.close());

const open = () => openRealClock(records, { now: () => machine }, (sentence) => warnings.push(sentence));

describe('the real clock', () => {
  test('shows the time of the machine', async () => {
    const clock = await open();
    machine += 500;
    expect(clock.now()).toBe(1_000_500);
    expect(warnings).toEqual([]);
  });

  test('does not go back with the machine, and goes on slowly until that has caught up', async () => {
    const clock = await open();
    clock.now();
    machine -= 100_000;
    expect(clock.now()).toBe(1_000_000);
    machine += 20_000;
    expect(clock.now()).toBe(1_010_000);
    machine += 980_000;
    expect(clock.now()).toBe(1_900_000);
  });

  test('does not believe a machine that was turned back while nobody ran, and says so', async () => {
    await (await open()).keep();
    machine = 400_000;
    const clock = await open();
    expect(clock.now()).toBe(1_000_000);
    expect(warnings).toEqual([expect.stringContaining('600 seconds behind')]);
    machine += 200_000;
    expect(clock.now()).toBe(1_100_000);
  });
});

test('a manual clock starts where it was left', async () => {
  await (await openManualClock(records, { now: () => machine })).set(2_000_000);
  machine = 5_000_000;
  expect((await openManualClock(records, { now: () => machine })).now()).toBe(2_000_000);
});
