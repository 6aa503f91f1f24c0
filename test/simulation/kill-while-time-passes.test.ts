import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NightlyPlan } from '../conformance/nightly-plan.ts';

const KILLS = 12;
const END = '2027-05-01T00:00:00.000Z';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossvault-months-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The clock that a server shows once it has gone on with the walk that its predecessor was killed in. */
async function untilThere(plan: NightlyPlan): Promise<void> {
  await expect
    .poll(async () => (await plan.server.operator('GET', 'clock')).now, { timeout: 120_000, interval: 100 })
    .toBe(END);
}

test(`kill -9 of the server ${KILLS} times while months pass changes nothing`, async () => {
  const quiet = new NightlyPlan(path.join(folder, 'quiet'));
  await quiet.start();
  await quiet.setUp();
  await quiet.moveTo(END);
  const expected = await quiet.allPoints();
  await quiet.stop();

  const disturbed = new NightlyPlan(path.join(folder, 'disturbed'));
  await disturbed.start();
  await disturbed.setUp();
  const walk = disturbed.moveTo(END).catch(() => 'killed');
  let kills = 0;
  for (; kills < KILLS; kills += 1) {
    // A moment that differs each time: in the middle of a step, a job, a commit.
    await new Promise((resolve) => setTimeout(resolve, 100 + ((kills * 197) % 700)));
    await disturbed.server.kill();
    await disturbed.start();
  }
  await walk;
  await untilThere(disturbed);
  // A walk that is over has done all that was due; this one waits for it.
  await disturbed.moveTo(END);
  const points = await disturbed.allPoints();
  await disturbed.stop();
  expect(points).toEqual(expected);
  expect(expected.length).toBeGreaterThan(500);
  console.log(`${kills} kills, ${expected.length} recovery points`);
});
