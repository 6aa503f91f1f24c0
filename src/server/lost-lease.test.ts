import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { JobRunner } from '../jobs/job-runner.ts';
import { compareTrees } from '../resources/compare-trees.ts';
import type { Records } from '../storage/records/records.ts';
import { TwoVaults } from './testing/two-vaults.ts';

const ROLE = 'arn:aws:iam::111111111111:role/Copy';
let world: TwoVaults;
beforeEach(async () => {
  world = await TwoVaults.open();
});
afterEach(() => world.end());

/** Records whose n-th write waits at the door until it is let in. */
function held(records: Records, n: number) {
  let writes = 0;
  const reached = Promise.withResolvers<void>();
  const door = Promise.withResolvers<void>();
  return {
    reached: reached.promise,
    letIn: () => door.resolve(),
    writes: () => writes,
    records: {
      ...records,
      version: () => records.version(),
      write: async <Result>(change: Parameters<typeof records.write<Result>>[0]): Promise<Result> => {
        writes += 1;
        if (writes === n) {
          reached.resolve();
          await door.promise;
        }
        return await records.write(change);
      },
    } satisfies Records,
  };
}

test('a restore whose lease runs out at any of its writes is done once, wherever the one who took it over is then', async () => {
  const { RecoveryPointArn: point } = await world.backUp();
  const { jobContext, records, runner } = world.assembly;
  await runner.stop();
  let restores = 0;
  /** Both tries are held at a write of theirs; the first is let in once the second stands at its own, or has ended. */
  const tryOut = async (n: number, m: number): Promise<{ firstHeld: boolean; secondHeld: boolean }> => {
    const { RestoreJobId } = await world.backup('StartRestoreJob', {
      RecoveryPointArn: point,
      IamRoleArn: ROLE,
      Metadata: {},
    });
    restores += 1;
    const [slow, next] = [held(records, n), held(records, m)];
    const first = new JobRunner({ ...jobContext, records: slow.records });
    const second = new JobRunner({ ...jobContext, records: next.records });
    first.start();
    const firstHeld = await Promise.race([slow.reached.then(() => true), first.settled().then(() => false)]);
    await records.write((db) => db.updateTable('work').set({ lease_until: 0 }).execute());
    second.start();
    const secondHeld = await Promise.race([next.reached.then(() => true), second.settled().then(() => false)]);
    slow.letIn();
    await first.settled();
    next.letIn();
    await second.settled();
    await Promise.all([first.stop(), second.stop()]);
    const job = await world.backup('DescribeRestoreJob', { RestoreJobId });
    expect({ n, m, status: job.Status, why: job.StatusMessage }).toEqual({ n, m, status: 'COMPLETED', why: undefined });
    expect(await compareTrees(world.source, world.restored(job))).toMatchObject({ isSame: true });
    expect(readdirSync(path.dirname(world.restored(job)))).toHaveLength(restores);
    return { firstHeld, secondHeld };
  };
  let firstHeld = true;
  let n = 0;
  while (firstHeld) {
    n += 1;
    let secondHeld = true;
    for (let m = 1; secondHeld; m += 1) ({ firstHeld, secondHeld } = await tryOut(n, m));
  }
  expect(n).toBeGreaterThan(3);
});

test('a runner whose own job is claimed anew, here as well, ends the earlier try first', async () => {
  const { RecoveryPointArn: point } = await world.backUp();
  const { jobContext, records, runner } = world.assembly;
  await runner.stop();
  const { RestoreJobId } = await world.backup('StartRestoreJob', {
    RecoveryPointArn: point,
    IamRoleArn: ROLE,
    Metadata: {},
  });
  const slow = held(records, 3);
  const only = new JobRunner({ ...jobContext, records: slow.records });
  only.start();
  await slow.reached;
  await records.write((db) => db.updateTable('work').set({ lease_until: 0 }).execute());
  only.wake();
  await expect
    .poll(() => records.read((db) => db.selectFrom('work').select('fence').execute()))
    .toEqual([{ fence: 2 }]);
  // Time enough for a second try to write something; it writes nothing.
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(slow.writes()).toBe(4);
  slow.letIn();
  await only.settled();
  await only.stop();
  const job = await world.backup('DescribeRestoreJob', { RestoreJobId });
  expect(job.Status).toBe('COMPLETED');
  expect(await compareTrees(world.source, world.restored(job))).toMatchObject({ isSame: true });
});
