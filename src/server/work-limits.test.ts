import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ServerEvent } from './event-bus.ts';
import { TwoVaults } from './testing/two-vaults.ts';

let world: TwoVaults;
beforeEach(async () => {
  world = await TwoVaults.open();
});
afterEach(() => world.end());

const copyState = async (CopyJobId: string) => (await world.backup('DescribeCopyJob', { CopyJobId })).CopyJob.State;

test('a copy outside its hours waits for them, and is done when they come', async () => {
  const { RecoveryPointArn: point } = await world.backUp();
  const { clock, time, runner } = world.assembly;
  const hour = new Date(clock.now()).getUTCHours();
  const text = (at: number): string => `${String((hour + at) % 24).padStart(2, '0')}:00`;
  await world.operator('PUT', 'limits', { copyWindow: `${text(3)}-${text(5)}` });
  const before = await world.blobs(/packs/);
  const job = await world.startCopy(point);
  await runner.settled();
  expect(await copyState(job)).toBe('CREATED');
  await time.advance(3_600_000);
  expect(await copyState(job)).toBe('CREATED');
  expect(await world.blobs(/packs/)).toEqual(before);
  await time.advance(2 * 3_600_000);
  expect(await copyState(job)).toBe('COMPLETED');
});

test('hours that end while a copy runs give it back, and it goes on from what is stored', async () => {
  writeFileSync(path.join(world.source, 'larger'), randomBytes(90_000_000));
  const { RecoveryPointArn: point } = await world.backUp();
  await world.operator('PUT', 'limits', { copyBytesPerSecond: 4_000_000 });
  const job = await world.startCopy(point);
  world.assembly.runner.wake();
  await vi.waitFor(async () => expect(await copyState(job)).toBe('RUNNING'), 60_000);
  const hour = new Date(world.assembly.clock.now()).getUTCHours();
  const text = (at: number): string => `${String((hour + at) % 24).padStart(2, '0')}:00`;
  await world.operator('PUT', 'limits', { copyWindow: `${text(2)}-${text(4)}` });
  await vi.waitFor(async () => expect(await copyState(job)).toBe('CREATED'), 60_000);
  await world.operator('PUT', 'limits', { copyBytesPerSecond: null });
  await world.assembly.time.advance(2 * 3_600_000);
  expect(await copyState(job)).toBe('COMPLETED');
});

test('a running job tells how fast it is and how long it takes', async () => {
  writeFileSync(path.join(world.source, 'larger'), randomBytes(60_000_000));
  const { RecoveryPointArn: point } = await world.backUp();
  const told: ServerEvent[] = [];
  world.assembly.events.subscribe((event) => told.push(event));
  await world.operator('PUT', 'limits', { copyBytesPerSecond: 5_000_000 });
  const copied = world.copy(point);
  const second = () => told.filter(({ type }) => type === 'progress')[1];
  await expect.poll(second).toBeDefined();
  await world.operator('PUT', 'limits', { copyBytesPerSecond: null });
  await copied;
  const progress = second();
  expect(progress?.detail).toMatchObject({
    kind: 'copy',
    bytesPerSecond: expect.any(Number),
    bytesTotal: expect.any(Number),
  });
});

test('limits outlive a restart, and a flag at the start changes only what it names', async () => {
  await world.operator('PUT', 'limits', { copyBytesPerSecond: 1_000_000, copyWindow: '22:00-06:00' });
  await world.stop();
  await world.start({ limits: { copyBytesPerSecond: 2_000_000 } });
  expect((await world.operator('GET', 'limits')).answer).toMatchObject({
    copyBytesPerSecond: 2_000_000,
    copyWindow: '22:00-06:00',
  });
});

test('a restore brings back the paths that its metadata chooses', async () => {
  const { RecoveryPointArn: point } = await world.backUp();
  const job = await world.restore(point, { itemsToRestore: '["/below/7"]', newFileSystem: 'true' });
  expect(job).toMatchObject({ State: 'COMPLETED', PercentDone: '100.00%' });
  expect(readdirSync(world.restored(job), { recursive: true }).sort()).toEqual(['below', 'below/7']);
  const failed = await world.restore(point, { itemsToRestore: '["/below/7","/none"]' });
  expect(failed).toMatchObject({
    State: 'FAILED',
    StatusMessage: 'Restore job failed. itemsToRestore is invalid: the recovery point has no /none',
  });
  expect(existsSync(world.restored(failed))).toBe(false);
});
