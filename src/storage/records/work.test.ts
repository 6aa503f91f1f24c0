import { expect, test } from 'vitest';
import { StorageError } from '../storage-error.ts';
import type { Records } from './records.ts';
import { openSqlite } from './sqlite.ts';
import {
  type Claim,
  claimWork,
  copyLane,
  endPauses,
  enqueueWork,
  finishWork,
  freeAllLeases,
  hasDueWork,
  nextWorkDue,
  releaseWork,
  renewWork,
} from './work.ts';

const LEASE_MS = 100;

const withRecords = async (body: (records: Records) => Promise<void>): Promise<void> => {
  const records = await openSqlite(':memory:');
  await body(records);
  await records.close();
};
const enqueue = (records: Records, jobId: string, { resourceArn = jobId, notBefore = 0 } = {}) =>
  records.write((db) => enqueueWork(db, { jobId, kind: 'copy', resourceArn, notBefore }));
const claimAll = (records: Records, { machineNow = 0, now = 0, owner = 'one', max = 10 } = {}) =>
  records.write((db) => claimWork(db, { owner, leaseMs: LEASE_MS, now, machineNow, max }));
const claim = async (records: Records, times: { machineNow?: number; now?: number; owner?: string } = {}) =>
  (await claimAll(records, { ...times, max: 1 }))[0];
const expectLeaseLost = async (deed: Promise<unknown>) => {
  await expect(deed).rejects.toMatchObject({ kind: 'lease-lost' });
  await expect(deed).rejects.toBeInstanceOf(StorageError);
};

test('the job that has waited longest is claimed first, each once', () =>
  withRecords(async (records) => {
    await enqueue(records, 'late', { notBefore: 2 });
    await enqueue(records, 'early', { notBefore: 1 });
    expect(await claim(records, { now: 5 })).toMatchObject({ jobId: 'early', fence: 1, attempts: 1 });
    expect(await claim(records, { now: 5 })).toMatchObject({ jobId: 'late' });
    expect(await claim(records, { now: 5 })).toBeUndefined();
  }));

test('a job is not claimed before its time', () =>
  withRecords(async (records) => {
    await enqueue(records, 'a', { notBefore: 10 });
    expect(await records.read((db) => hasDueWork(db, { now: 9, machineNow: 0 }))).toBe(false);
    expect(await claim(records, { now: 9 })).toBeUndefined();
    expect(await claim(records, { now: 10 })).toMatchObject({ jobId: 'a' });
  }));

test('several are claimed at once, in their order, and of each resource one', () =>
  withRecords(async (records) => {
    await enqueue(records, 'c', { resourceArn: 'same', notBefore: 1 });
    await enqueue(records, 'b', { notBefore: 2 });
    await enqueue(records, 'a', { resourceArn: 'same', notBefore: 3 });
    await enqueue(records, 'd', { notBefore: 4 });
    const ids = async (max: number) => (await claimAll(records, { now: 5, max })).map(({ jobId }) => jobId);
    expect(await ids(2)).toEqual(['c', 'b']);
    expect(await ids(3)).toEqual(['d']);
    expect(await ids(3)).toEqual([]);
  }));

test('jobs on one resource wait for each other', () =>
  withRecords(async (records) => {
    await enqueue(records, 'first', { resourceArn: 'same' });
    await enqueue(records, 'second', { resourceArn: 'same' });
    const first = (await claim(records)) as Claim;
    expect(await claim(records)).toBeUndefined();
    await records.write((db) => finishWork(db, first));
    expect(await claim(records)).toMatchObject({ jobId: 'second' });
  }));

test('a lease that has run out is claimed by another, and the first writes nothing more', () =>
  withRecords(async (records) => {
    await enqueue(records, 'a');
    const first = (await claim(records)) as Claim;
    expect(await claim(records, { machineNow: LEASE_MS - 1, owner: 'two' })).toBeUndefined();
    const second = (await claim(records, { machineNow: LEASE_MS, owner: 'two' })) as Claim;
    expect(second).toMatchObject({ fence: 2, attempts: 2 });
    await expectLeaseLost(records.write((db) => renewWork(db, first, 1_000)));
    await expectLeaseLost(records.write((db) => releaseWork(db, first, { machineUntil: 1_000, until: null })));
    await expectLeaseLost(records.write((db) => finishWork(db, first)));
    await records.write((db) => finishWork(db, second));
  }));

test('a lost lease undoes the whole transaction that relied on it', () =>
  withRecords(async (records) => {
    await enqueue(records, 'a');
    const first = (await claim(records)) as Claim;
    await claim(records, { machineNow: LEASE_MS, owner: 'two' });
    const finish = records.write(async (db) => {
      await db.insertInto('settings').values({ name: 'outcome', value: 'false' }).execute();
      await finishWork(db, first);
    });
    await expectLeaseLost(finish);
    expect(
      await records.read((db) => db.selectFrom('settings').selectAll().where('name', '=', 'outcome').execute()),
    ).toEqual([]);
  }));

test('a renewed lease holds on, a released one pauses in the time of the machine', () =>
  withRecords(async (records) => {
    await enqueue(records, 'a');
    const first = (await claim(records)) as Claim;
    await records.write((db) => renewWork(db, first, 500));
    expect(await claim(records, { machineNow: 499 })).toBeUndefined();
    await records.write((db) => releaseWork(db, first, { machineUntil: 700, until: 40 }));
    expect(await claim(records, { machineNow: 699 })).toBeUndefined();
    expect(await claim(records, { machineNow: 700 })).toMatchObject({ jobId: 'a', attempts: 2 });
  }));

test('a pause also ends in the time of the service, when its clock is moved', () =>
  withRecords(async (records) => {
    await enqueue(records, 'a');
    const first = (await claim(records)) as Claim;
    await records.write((db) => releaseWork(db, first, { machineUntil: 700, until: 40 }));
    expect(await records.read((db) => nextWorkDue(db, 0))).toBe(40);
    await records.write((db) => endPauses(db, 39));
    expect(await claim(records, { machineNow: 699 })).toBeUndefined();
    await records.write((db) => endPauses(db, 40));
    expect(await claim(records, { machineNow: 699 })).toMatchObject({ jobId: 'a', attempts: 2 });
    expect(await records.read((db) => nextWorkDue(db, 0))).toBeUndefined();
  }));

test('who alone holds the records may free every lease', () =>
  withRecords(async (records) => {
    await enqueue(records, 'a');
    await claim(records);
    await records.write(freeAllLeases);
    expect(await claim(records)).toMatchObject({ jobId: 'a' });
  }));

test('copies of a resource into other accounts run beside each other, into one vault one after the other', () =>
  withRecords(async (records) => {
    const lane = (vault: string) =>
      copyLane({
        account_id: '111111111111',
        resource_arn: 'r',
        destination_vault_arn: `arn:aws:backup:eu-west-1:${vault}`,
      });
    const vaults = ['111111111111:own', '222222222222:near', '222222222222:near', '333333333333:far'];
    for (const [index, vault] of vaults.entries()) {
      const work = { jobId: `${index}`, kind: 'copy' as const, resourceArn: 'r', notBefore: 0 };
      await records.write((db) => enqueueWork(db, { ...work, lane: lane(vault.replace(':', ':backup-vault:')) }));
    }
    expect((await claimAll(records)).map(({ jobId }) => jobId)).toEqual(['0', '1', '3']);
  }));

test('a job that pauses between two tries keeps no other of its lane waiting', () =>
  withRecords(async (records) => {
    await enqueue(records, '1', { resourceArn: 'r' });
    const first = await claim(records);
    await records.write((db) => releaseWork(db, first!, { machineUntil: 1_000_000, until: null }));
    await enqueue(records, '2', { resourceArn: 'r' });
    expect((await claim(records))?.jobId).toBe('2');
  }));

test('a long line for one resource hides no job of another', () =>
  withRecords(async (records) => {
    const line = Array.from({ length: 80 }, (_, n) => ({ jobId: `a${n}`, kind: 'backup' as const, resourceArn: 'a' }));
    await records.write((db) => enqueueWork(db, ...line.map((work) => ({ ...work, notBefore: 0 }))));
    await enqueue(records, 'b', { notBefore: 1 });
    expect((await claimAll(records, { now: 1, max: 2 })).map(({ jobId }) => jobId)).toEqual(['a0', 'b']);
  }));
