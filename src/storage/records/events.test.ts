import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BackupJobRow, insertBackupJobs } from './backup-jobs.ts';
import { mergeRegionSettings } from './backup-settings.ts';
import {
  eventBounds,
  eventCursors,
  eventsAfter,
  forgetEvents,
  noteWaiting,
  removeEventCursor,
  setEventCursor,
} from './events.ts';
import { failJob, startJob } from './jobs.ts';
import type { Database, Records } from './records.ts';
import { openSqlite } from './sqlite.ts';
import { deleteVault, insertVault, setVaultAccessPolicy, setVaultLock, type VaultRow } from './vaults.ts';

const NOW = Date.UTC(2026, 8, 1);
const VAULT = 'arn:aws:backup:eu-west-1:111111111111:backup-vault:source';
const PLACE = { account: '111111111111', region: 'eu-west-1' };

let records: Records;
beforeEach(async () => {
  records = await openSqlite(':memory:');
});
afterEach(() => records.close());

const write = <Result>(change: (db: Database) => Promise<Result>): Promise<Result> => records.write(change);

async function told(): Promise<string[]> {
  const events = await records.read((db) => eventsAfter(db, 0, 100));
  return events.map(({ kind, state }) => `${kind} ${state}`);
}

const vault: VaultRow = {
  arn: VAULT,
  account_id: PLACE.account,
  region: PLACE.region,
  name: 'source',
  type: 'BACKUP_VAULT',
  key_arn: 'arn:aws:kms:eu-west-1:111111111111:key/k',
  creator_request_id: null,
  access_policy: null,
  min_retention_days: null,
  max_retention_days: null,
  is_locked: 0,
  lock_at: null,
  available_at: null,
  available_by_machine: null,
  created_at: NOW,
};

const backupJob: BackupJobRow = {
  id: 'J1',
  account_id: PLACE.account,
  region: PLACE.region,
  state: 'CREATED',
  status_message: null,
  message_category: null,
  created_at: NOW,
  completed_at: null,
  resource_arn: 'arn:aws:ec2:eu-west-1:111111111111:volume/vol-1',
  resource_type: 'EBS',
  resource_name: 'disk',
  iam_role_arn: 'arn:aws:iam::111111111111:role/Backup',
  percent_done: 0,
  report: null,
  backup_size_bytes: null,
  vault_arn: VAULT,
  vault_name: 'source',
  key_arn: null,
  recovery_point_arn: null,
  bytes_transferred: null,
  lifecycle: null,
  recovery_point_tags: '{}',
  backup_options: null,
  start_by: null,
  expected_completion_at: null,
  initiated_at: NOW,
  plan_id: null,
  rule_id: null,
  scheduled_at: null,
  created_by: null,
  copy_actions: null,
  delete_after_event: null,
  remark: null,
};

test('a job tells of each state that it comes to, once', async () => {
  await write((db) => insertBackupJobs(db, backupJob));
  await write((db) => startJob(db, 'backup', 'J1', NOW + 1));
  // As after the death of the process that ran it.
  expect(await write((db) => startJob(db, 'backup', 'J1', NOW + 2))).toBe(true);
  const end = { jobId: 'J1', state: 'FAILED', statusMessage: 'no', messageCategory: 'X', now: NOW + 3 } as const;
  await write((db) => failJob(db, 'backup', end));
  await write((db) => failJob(db, 'backup', end));
  expect(await told()).toEqual(['backup CREATED', 'backup RUNNING', 'backup FAILED']);
});

test('an event holds the row as it was when it happened', async () => {
  await write((db) => insertBackupJobs(db, backupJob));
  await write((db) => startJob(db, 'backup', 'J1', NOW + 1));
  const [created, running] = await records.read((db) => eventsAfter(db, 0, 10));
  expect(JSON.parse(created!.detail)).toMatchObject({ id: 'J1', state: 'CREATED', vault_name: 'source' });
  expect(JSON.parse(running!.detail)).toMatchObject({ id: 'J1', state: 'RUNNING' });
  expect(running).toMatchObject({ happened_at: NOW + 1, account_id: PLACE.account, vault_arn: VAULT, subject: 'J1' });
});

test('what is undone is not told', async () => {
  const undone = write(async (db) => {
    await insertBackupJobs(db, backupJob);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await told()).toEqual([]);
});

test('vaults and Region settings tell of their changes', async () => {
  await write(async (db) => {
    await insertVault(db, vault, {});
    await setVaultLock(db, VAULT, { minRetentionDays: 1, maxRetentionDays: null, lockAt: null }, NOW);
    await setVaultAccessPolicy(db, VAULT, '{}', NOW);
    await deleteVault(db, VAULT, NOW);
    await deleteVault(db, VAULT, NOW);
    await mergeRegionSettings(db, PLACE, { optIn: { EBS: true }, management: {} }, NOW);
  });
  expect(await told()).toEqual([
    'vault CREATED',
    'vault MODIFIED',
    'vault MODIFIED',
    'vault DELETED',
    'region-settings MODIFIED',
  ]);
});

test('what is forgotten leaves the rest in its order', async () => {
  await write(async (db) => {
    for (const id of ['J1', 'J2', 'J3']) await insertBackupJobs(db, { ...backupJob, id });
  });
  expect(await records.read(eventBounds)).toEqual({ first: 1, last: 3 });
  await write((db) => forgetEvents(db, 2));
  expect(await records.read(eventBounds)).toEqual({ first: 3, last: 3 });
  await write((db) => insertBackupJobs(db, { ...backupJob, id: 'J4' }));
  expect((await records.read((db) => eventsAfter(db, 3, 10))).map(({ subject }) => subject)).toEqual(['J4']);
});

test('an event keeps the date of its first refusal, a receiver its place', async () => {
  await write((db) => insertBackupJobs(db, backupJob));
  await write((db) => noteWaiting(db, 0, 5));
  await write((db) => insertBackupJobs(db, { ...backupJob, id: 'J2' }));
  await write((db) => noteWaiting(db, 0, 9));
  expect((await records.read((db) => eventsAfter(db, 0, 9))).map((event) => event.waiting_since)).toEqual([5, 9]);
  await write((db) => setEventCursor(db, 'log', 1));
  await write((db) => setEventCursor(db, 'log', 2));
  expect(await records.read(eventCursors)).toEqual(new Map([['log', 2]]));
  await write((db) => removeEventCursor(db, 'log'));
  expect(await records.read(eventCursors)).toEqual(new Map());
});
