import { Buffer } from 'node:buffer';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ColdMover } from '../jobs/cold-mover.ts';
import type { JobContext } from '../jobs/job-context.ts';
import { compareTrees } from '../resources/compare-trees.ts';
import type { BlobStore } from '../storage/blobs/blob-store.ts';
import { StorageError } from '../storage/storage-error.ts';
import { TwoVaults } from './testing/two-vaults.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const COLD_AFTER_A_DAY = { Lifecycle: { MoveToColdStorageAfterDays: 1, DeleteAfterDays: 91 } };

let world: TwoVaults;
beforeEach(async () => {
  world = await TwoVaults.open();
});
afterEach(() => world.end());

const advance = (ms: number) => world.assembly.time.advance(ms);
const recordOf = (arn: string) =>
  world.assembly.records.read((db) =>
    db.selectFrom('recovery_points').selectAll().where('arn', '=', arn).executeTakeFirstOrThrow(),
  );
const classOf = async (RecoveryPointArn: string, BackupVaultName = 'near') =>
  (await world.backup('DescribeRecoveryPoint', { BackupVaultName, RecoveryPointArn })).StorageClass;
const prune = async () => (await world.operator('POST', 'prune', { graceHours: 0 })).answer.domains;

async function sizeOf(blobs: BlobStore, pattern: RegExp): Promise<number> {
  let sum = 0;
  for await (const { name, sizeBytes } of blobs.list('')) if (pattern.test(name)) sum += sizeBytes;
  return sum;
}
const packBytes = async () => ({
  warm: await sizeOf(world.assembly.blobs, /\/packs\//),
  cold: await sizeOf(world.assembly.coldBlobs, /\/packs\//),
});

async function expectHealthy(recoveryPointArn: string): Promise<void> {
  const { answer } = await world.operator('POST', 'verify', { recoveryPointArn });
  expect(answer).toMatchObject({ illnesses: [] });
  expect(answer.bytes).toBeGreaterThan(3_000_000);
}

/** From cold storage, four hours later. */
async function expectRestores(recoveryPointArn: string): Promise<void> {
  const { RestoreJobId } = await world.restore(recoveryPointArn);
  await advance(4 * HOUR);
  expect(await world.backup('DescribeRestoreJob', { RestoreJobId })).toMatchObject({ Status: 'COMPLETED' });
  expect((await compareTrees(world.source, world.restored({ RestoreJobId }))).differences).toEqual([]);
}

test('on its day a point lies in cold storage alone, and is restored from there', async () => {
  const { RecoveryPointArn: point } = await world.backUp('near', COLD_AFTER_A_DAY);
  await advance(DAY - 1);
  expect(await classOf(point)).toBe('WARM');
  expect((await packBytes()).cold).toBe(0);
  await advance(1);
  expect(await classOf(point)).toBe('COLD');
  const told = await world.assembly.records.read((db) =>
    db.selectFrom('events').select(['happened_at', 'detail']).where('subject', '=', point).orderBy('seq').execute(),
  );
  expect(told.map(({ detail }) => JSON.parse(detail).storage_class)).toEqual(['WARM', 'COLD']);
  expect(told[1]!.happened_at).toBe((await recordOf(point)).move_to_cold_at);
  await prune();
  const { warm, cold } = await packBytes();
  expect(warm).toBe(0);
  expect(cold).toBeGreaterThan(0);
  await expectHealthy(point);
  await expectRestores(point);
});

test('a restore from cold storage is RUNNING for four hours under a manual clock', async () => {
  const { RecoveryPointArn: point } = await world.backUp('near', COLD_AFTER_A_DAY);
  await advance(DAY);
  const { RestoreJobId } = await world.restore(point);
  const status = async () => (await world.backup('DescribeRestoreJob', { RestoreJobId })).Status;
  expect(await status()).toBe('RUNNING');
  await advance(4 * HOUR - 1);
  expect(await status()).toBe('RUNNING');
  // A server that ends meanwhile does not shorten it.
  await world.stop();
  await world.start();
  await world.assembly.runner.settled();
  expect(await status()).toBe('RUNNING');
  await advance(1);
  expect(await status()).toBe('COMPLETED');
});

test('on the real clock a restore from cold storage begins at once', async () => {
  const { RecoveryPointArn: point } = await world.backUp('near', COLD_AFTER_A_DAY);
  await advance(DAY);
  await world.stop();
  await world.start({ clock: 'real' });
  expect(await world.restore(point)).toMatchObject({ State: 'COMPLETED' });
});

test('points in cold storage share what they have in common, and warm ones keep what is theirs', async () => {
  const { RecoveryPointArn: first } = await world.backUp('near', COLD_AFTER_A_DAY);
  const { RecoveryPointArn: second } = await world.backUp('near', COLD_AFTER_A_DAY);
  const { RecoveryPointArn: warm } = await world.backUp('near');
  const before = await packBytes();
  await advance(DAY);
  expect([await classOf(first), await classOf(second), await classOf(warm)]).toEqual(['COLD', 'COLD', 'WARM']);
  await prune();
  const after = await packBytes();
  expect(after.warm).toBe(before.warm);
  expect(after.cold).toBeLessThan(1.1 * before.warm);
  for (const point of [first, second, warm]) await expectHealthy(point);
});

test('a snapshot that opted in goes to the archive, and comes back from there in three days', async () => {
  const image = path.join(world.folder, 'disk.img');
  writeFileSync(image, Buffer.alloc(5_000_000, 'disk '));
  await world.useImage(image, world.keys.far);
  const archived = { Lifecycle: { ...COLD_AFTER_A_DAY.Lifecycle, OptInToArchiveForSupportedResources: true } };
  const { RecoveryPointArn: point } = await world.backUp('near', archived);
  await advance(DAY);
  expect(await classOf(point)).toBe('COLD');
  await prune();
  expect((await packBytes()).warm).toBe(0);
  const { RestoreJobId } = await world.restore(point);
  await advance(72 * HOUR - 1);
  expect(await world.backup('DescribeRestoreJob', { RestoreJobId })).toMatchObject({ Status: 'RUNNING' });
  await advance(1);
  expect(await world.backup('DescribeRestoreJob', { RestoreJobId })).toMatchObject({ Status: 'COMPLETED' });
  expect(readFileSync(world.restored({ RestoreJobId })).equals(readFileSync(image))).toBe(true);
});

test('on the real clock other things go on beside a move, and a stop breaks it off for the next start', async () => {
  const { RecoveryPointArn: point } = await world.backUp('near', COLD_AFTER_A_DAY);
  const { clock, jobContext, records } = world.assembly;
  await clock.set(clock.now() + DAY);
  const { begin: _begin, ...plain } = jobContext.coldBlobs;
  const reached = Promise.withResolvers<void>();
  const mayGoOn = Promise.withResolvers<void>();
  const put: BlobStore['put'] = async (name, bytes) => {
    reached.resolve();
    await mayGoOn.promise;
    await plain.put(name, bytes);
  };
  const slow = { ...jobContext, coldBlobs: { ...plain, location: undefined, put } };
  const mover = new ColdMover(slow, { waitsForEnd: false, movesAtOnce: 1 });
  await mover.run(slow, clock.now());
  await reached.promise;
  expect(await records.read((db) => mover.nextDue(db))).toBe(undefined);
  const stopped = mover.stop();
  mayGoOn.resolve();
  await stopped;
  expect(await classOf(point)).toBe('WARM');
  expect(await records.read((db) => mover.nextDue(db))).toBe((await recordOf(point)).move_to_cold_at);
  await mover.run(slow, clock.now());
  await expect.poll(() => classOf(point), { timeout: 30_000 }).toBe('COLD');
  await mover.stop();
});

test('a copy goes cold in its own vault, by its own lifecycle', async () => {
  const { RecoveryPointArn: point } = await world.backUp();
  const { DestinationRecoveryPointArn: copy } = await world.copy(point, COLD_AFTER_A_DAY);
  await advance(DAY);
  expect([await classOf(point), await classOf(copy, 'far')]).toEqual(['WARM', 'COLD']);
  await prune();
  for (const arn of [point, copy]) await expectHealthy(arn);
});

test('a lifecycle that is changed before the day changes the day', async () => {
  const { RecoveryPointArn } = await world.backUp('near', COLD_AFTER_A_DAY);
  const place = { BackupVaultName: 'near', RecoveryPointArn };
  const Lifecycle = { MoveToColdStorageAfterDays: 3, DeleteAfterDays: 93 };
  await world.backup('UpdateRecoveryPointLifecycle', { ...place, Lifecycle });
  await advance(3 * DAY - 1);
  expect(await classOf(RecoveryPointArn)).toBe('WARM');
  await advance(1);
  expect(await classOf(RecoveryPointArn)).toBe('COLD');
  await world.backup('UpdateRecoveryPointLifecycle', { ...place, Lifecycle: { ...Lifecycle, DeleteAfterDays: 400 } });
  expect(await recordOf(RecoveryPointArn)).toMatchObject({ storage_class: 'COLD', cold_move_at: null });
});

test('while its key is disabled a point stays warm, and is moved the day after', async () => {
  const { RecoveryPointArn: point } = await world.backUp('near', COLD_AFTER_A_DAY);
  await world.kms('DisableKey', { KeyId: world.keys.near });
  await advance(DAY);
  expect(await classOf(point)).toBe('WARM');
  await world.kms('EnableKey', { KeyId: world.keys.near });
  await expectHealthy(point);
  await advance(DAY);
  expect(await classOf(point)).toBe('COLD');
  await expectHealthy(point);
});

test('a legal hold delays the move until it is lifted', async () => {
  const { RecoveryPointArn: point } = await world.backUp('near', COLD_AFTER_A_DAY);
  const { LegalHoldId } = await world.backup('CreateLegalHold', {
    Title: 'case',
    Description: 'why',
    RecoveryPointSelection: { VaultNames: ['near'] },
  });
  await advance(40 * DAY);
  expect(await classOf(point)).toBe('WARM');
  await world.backup('CancelLegalHold', { LegalHoldId, CancelDescription: 'over' });
  await advance(1);
  expect(await classOf(point)).toBe('COLD');
});

test('a restore that has begun keeps the point where it is', async () => {
  const { RecoveryPointArn: point } = await world.backUp('near', COLD_AFTER_A_DAY);
  const { RestoreJobId } = await world.restore(point);
  const set = (completed_at: number | null) =>
    world.assembly.records.write((db) =>
      db.updateTable('restore_jobs').set({ completed_at }).where('id', '=', RestoreJobId).execute(),
    );
  await set(null);
  await advance(DAY);
  expect(await classOf(point)).toBe('WARM');
  await set(world.assembly.clock.now());
  await advance(HOUR);
  expect(await classOf(point)).toBe('COLD');
});

test('what was marked as cold before bytes were moved can be restored, and is moved at the first chance', async () => {
  const { RecoveryPointArn: point } = await world.backUp('near', COLD_AFTER_A_DAY);
  await advance(DAY - 1);
  // As the migration leaves it.
  await world.assembly.records.write((db) =>
    db.updateTable('recovery_points').set({ storage_class: 'COLD' }).where('arn', '=', point).execute(),
  );
  await expectHealthy(point);
  expect((await packBytes()).cold).toBe(0);
  await advance(1);
  expect((await packBytes()).cold).toBeGreaterThan(0);
  await prune();
  expect((await packBytes()).warm).toBe(0);
  await expectRestores(point);
});

test('deleting a point in cold storage frees it there', async () => {
  const { RecoveryPointArn } = await world.backUp('near', COLD_AFTER_A_DAY);
  await advance(DAY);
  await world.backup('DeleteRecoveryPoint', { BackupVaultName: 'near', RecoveryPointArn });
  await prune();
  expect(await packBytes()).toEqual({ warm: 0, cold: 0 });
  await world.assembly.reset();
  expect(readdirSync(path.join(world.data, 'cold'))).toEqual([]);
});

/** Stores and records whose n-th write fails, before it is made or after. */
function failing(context: JobContext, n: number): { context: JobContext; wasReached: () => boolean } {
  let writes = 0;
  const count = (isAfter: boolean): void => {
    if (!isAfter) writes += 1;
    // An odd try fails before its write, an even one after it.
    if (writes === Math.ceil(n / 2) && isAfter === (n % 2 === 0)) throw new StorageError('io', { write: n });
  };
  const counted = async <Value>(write: () => Promise<Value>): Promise<Value> => {
    count(false);
    const value = await write();
    count(true);
    return value;
  };
  const { records, coldBlobs } = context;
  const { begin: _begin, ...plain } = coldBlobs;
  return {
    wasReached: () => writes >= Math.ceil(n / 2),
    context: {
      ...context,
      records: {
        read: (query) => records.read(query),
        write: (change) => counted(() => records.write(change)),
        version: () => records.version(),
        close: () => records.close(),
      },
      // Without a location: all is written on this thread, where it is counted.
      coldBlobs: {
        ...plain,
        location: undefined,
        put: (name, bytes) => counted(() => coldBlobs.put(name, bytes)),
        replace: (name, bytes) => counted(() => coldBlobs.replace(name, bytes)),
      },
    },
  };
}

test('whichever write of a move fails, the point is whole, prune takes nothing of it, and the next try ends the move', async () => {
  const { clock, jobContext } = world.assembly;
  const move = async (context: JobContext) => {
    const mover = new ColdMover(context, { waitsForEnd: true, movesAtOnce: 1 });
    await mover.run(context, clock.now()).catch(() => undefined);
  };
  let n = 0;
  for (let wasReached = true; wasReached; ) {
    n += 1;
    expect(n).toBeLessThan(40);
    writeFileSync(path.join(world.source, 'changing'), Buffer.alloc(100_000, `change ${n}`));
    const { RecoveryPointArn: point } = await world.backUp('near', COLD_AFTER_A_DAY);
    await clock.set(clock.now() + DAY);
    const broken = failing(jobContext, n);
    await move(broken.context);
    wasReached = broken.wasReached();
    await expectHealthy(point);
    if (n % 3 === 0) await prune();
    await expectHealthy(point);
    await clock.set(clock.now() + HOUR);
    await move(jobContext);
    expect({ n, storage: await classOf(point) }).toEqual({ n, storage: 'COLD' });
    await prune();
    await expectHealthy(point);
  }
  expect(n).toBeGreaterThan(10);
  expect((await packBytes()).warm).toBe(0);
});

test('cold storage may lie on another disk; one that is not there is told, and begun anew by nobody', async () => {
  const disk = path.join(world.folder, 'disk');
  await world.stop();
  await world.start({ coldDirectory: disk });
  const { RecoveryPointArn: first } = await world.backUp('near', COLD_AFTER_A_DAY);
  await advance(DAY);
  expect(existsSync(path.join(disk, 'cold', 'eu-central-1'))).toBe(true);
  await world.stop();
  renameSync(disk, `${disk}-unmounted`);

  const notices: string[] = [];
  await world.start({ coldDirectory: disk, onNotice: (sentence) => notices.push(sentence) });
  expect(notices.join('\n')).toContain(`${path.join(disk, 'cold')} has nothing of`);
  const pruned = (await prune()) as { storageClass: string; refusal?: string }[];
  expect(pruned.find(({ storageClass }) => storageClass === 'COLD')?.refusal).toContain('nothing of it is there');
  const { RecoveryPointArn: second } = await world.backUp('near', COLD_AFTER_A_DAY);
  await advance(DAY);
  expect(await classOf(second)).toBe('WARM');
  expect(readdirSync(path.join(disk, 'cold'))).toEqual([]);
  await expectHealthy(second);
  await world.stop();
  renameSync(disk, `${disk}-empty`);
  renameSync(`${disk}-unmounted`, disk);

  await world.start({ coldDirectory: disk });
  await advance(HOUR);
  expect(await classOf(second)).toBe('COLD');
  for (const point of [first, second]) await expectHealthy(point);
});
