import { pino } from 'pino';
import { expect, test } from 'vitest';
import { EngineError } from '../engine/engine-error.ts';
import * as copyMessages from '../messages/copy-job.ts';
import { ServiceError } from '../messages/service-error.ts';
import { copyJobById, insertCopyJob } from '../storage/records/copy-jobs.ts';
import { openSqlite } from '../storage/records/sqlite.ts';
import { type Claim, claimWork, enqueueWork } from '../storage/records/work.ts';
import { StorageError } from '../storage/storage-error.ts';
import { InvariantError } from '../util/invariant.ts';
import { endAfterFailure, JobPause, JobRefusal } from './failure.ts';
import type { JobContext } from './job-context.ts';
import { TRIES_MAX } from './limits.ts';

const MACHINE_NOW = 1_000;

/** A running copy job whose try threw `error`; answers what became of it. */
async function afterFailure(error: unknown, attempts = 1) {
  const records = await openSqlite(':memory:');
  await records.write(async (db) => {
    await insertCopyJob(db, {
      id: 'JOB',
      account_id: '1',
      region: 'r',
      state: 'RUNNING',
      status_message: null,
      message_category: null,
      created_at: 0,
      completed_at: null,
      resource_arn: 'a',
      resource_type: 'EFS',
      resource_name: null,
      iam_role_arn: 'role',
      percent_done: 7,
      report: null,
      source_vault_arn: 's',
      source_recovery_point_arn: 'p',
      destination_vault_arn: 'd',
      destination_recovery_point_arn: 'c',
      backup_size_bytes: null,
      lifecycle: null,
      created_by: null,
      created_by_backup_job_id: null,
    });
    await enqueueWork(db, { jobId: 'JOB', kind: 'copy', resourceArn: 'a', notBefore: 0 });
  });
  const wish = { owner: 'one', leaseMs: 10, now: 0, machineNow: 0, max: 1 };
  const [claimed] = await records.write((db) => claimWork(db, wish));
  const context = {
    records,
    clock: { now: () => 50 },
    machineClock: { now: () => MACHINE_NOW },
    log: pino({ level: 'silent' }),
    watch: { changed: () => undefined, progress: () => undefined, ended: () => undefined },
  } as unknown as JobContext;
  await endAfterFailure(context, { ...(claimed as Claim), attempts }, error);
  const job = await records.read((db) => copyJobById(db, 'JOB'));
  const work = await records.read((db) => db.selectFrom('work').selectAll().executeTakeFirst());
  await records.close();
  return { state: job?.state, message: job?.status_message, waitsUntil: work?.lease_until };
}

const keyRefused = new ServiceError({
  code: 'DisabledException',
  message: 'arn:… is disabled.',
  origin: { kind: 'inferred', from: 'a test' },
});

test('a refusal is the last word, with its own sentence', async () => {
  expect(await afterFailure(new JobRefusal(copyMessages.pointNotFound('p')))).toEqual({
    state: 'FAILED',
    message: 'Cannot find recovery point p.',
    waitsUntil: undefined,
  });
});

test('a key that refuses ends the job, however deep the refusal lies', async () => {
  const error = new EngineError('key-unavailable', {}, { cause: keyRefused });
  expect(await afterFailure(error)).toMatchObject({
    state: 'FAILED',
    message: copyMessages.keyDisabledOrDenied().text,
  });
});

test('a full disk is tried again after a pause that doubles', async () => {
  const error = new StorageError('disk-full', {});
  expect(await afterFailure(error, 1)).toEqual({ state: 'CREATED', message: null, waitsUntil: MACHINE_NOW + 1_000 });
  expect(await afterFailure(error, 3)).toMatchObject({ waitsUntil: MACHINE_NOW + 4_000 });
  expect(await afterFailure(error, 30)).toMatchObject({ waitsUntil: MACHINE_NOW + 60_000 });
});

test('a job that must wait for its hours is given back until then', async () => {
  expect(await afterFailure(new JobPause(1_050))).toMatchObject({ state: 'CREATED', waitsUntil: MACHINE_NOW + 1000 });
});

test('a full disk is not tried for ever', async () => {
  expect(await afterFailure(new StorageError('disk-full', {}), TRIES_MAX)).toMatchObject({
    state: 'FAILED',
    message: copyMessages.fatalError().text,
  });
});

test('a damaged vault and a bug of ours end the job at once', async () => {
  for (const error of [
    new EngineError('pack-corrupt', {}),
    new StorageError('blob-missing', {}),
    new InvariantError('no'),
    new TypeError('x'),
  ]) {
    expect(await afterFailure(error)).toMatchObject({ state: 'FAILED', message: copyMessages.fatalError().text });
  }
});

test('a job that was stopped with the server is given back whole', async () => {
  expect(await afterFailure(new EngineError('aborted', {}))).toEqual({
    state: 'CREATED',
    message: null,
    waitsUntil: MACHINE_NOW,
  });
});

test('whoever lost the lease writes nothing', async () => {
  expect(await afterFailure(new StorageError('lease-lost', {}))).toMatchObject({ state: 'RUNNING', waitsUntil: 10 });
});
