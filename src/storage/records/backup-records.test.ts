import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Random } from '../../util/random.ts';
import {
  type BackupJobRow,
  backupJobById,
  completeBackupJob,
  insertBackupJobs,
  listBackupJobs,
} from './backup-jobs.ts';
import { type CopyJobRow, completeCopyJob, copyJobById, insertCopyJob } from './copy-jobs.ts';
import { recallAnswer, rememberAnswer } from './idempotency.ts';
import { failJob, startJob, updateProgress } from './jobs.ts';
import { coldDomains } from './migrations/0070-cold-domains.ts';
import { listProtectedResources } from './protected-resources.ts';
import type { Database, Records } from './records.ts';
import { latestManifest, listRecoveryPoints, recoveryPointByArn } from './recovery-points.ts';
import { listResources, registerResource, removeResource } from './resources.ts';
import { openSqlite } from './sqlite.ts';
import { putTags, removeTags, tagsOf } from './tags.ts';
import { countRecoveryPoints, deleteVault, domainById, insertVault, type VaultRow, vaultDomain } from './vaults.ts';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 8, 1);
const SOURCE_VAULT = 'arn:aws:backup:eu-west-1:111111111111:backup-vault:source';
const DESTINATION_VAULT = 'arn:aws:backup:us-east-1:222222222222:backup-vault:destination';
const VOLUME = 'arn:aws:ec2:eu-west-1:111111111111:volume/vol-1';

let records: Records;
let seed: number;

/** Counts up: never the same bytes twice. */
const random: Random = { bytes: (count) => Uint8Array.from({ length: count }, () => (seed = (seed * 31 + 7) % 251)) };

beforeEach(async () => {
  seed = 1;
  records = await openSqlite(':memory:');
  await write(async (db) => {
    await insertVault(db, vault(SOURCE_VAULT, '111111111111', 'eu-west-1', 'source'), { team: 'one' });
    await insertVault(db, vault(DESTINATION_VAULT, '222222222222', 'us-east-1', 'destination'), {});
  });
});
afterEach(() => records.close());

const write = <Result>(change: (db: Database) => Promise<Result>): Promise<Result> => records.write(change);

const vault = (arn: string, account: string, region: string, name: string): VaultRow => ({
  arn,
  account_id: account,
  region,
  name,
  type: 'BACKUP_VAULT',
  key_arn: `arn:aws:kms:${region}:${account}:key/k`,
  creator_request_id: null,
  access_policy: null,
  min_retention_days: null,
  max_retention_days: null,
  is_locked: 0,
  lock_at: null,
  available_at: null,
  available_by_machine: null,
  created_at: NOW,
});

const job = (id: string, createdAt: number) => ({
  id,
  account_id: '111111111111',
  region: 'eu-west-1',
  state: 'CREATED',
  status_message: null,
  message_category: null,
  created_at: createdAt,
  completed_at: null,
  resource_arn: VOLUME,
  resource_type: 'EBS',
  resource_name: 'disk',
  iam_role_arn: 'arn:aws:iam::111111111111:role/Backup',
  percent_done: 0,
  report: null,
  backup_size_bytes: null,
});

const backupJob = (id: string, createdAt = NOW): BackupJobRow => ({
  ...job(id, createdAt),
  vault_arn: SOURCE_VAULT,
  vault_name: 'source',
  key_arn: null,
  recovery_point_arn: `arn:aws:ec2:eu-west-1::snapshot/${id}`,
  bytes_transferred: null,
  lifecycle: JSON.stringify({ deleteAfterDays: 35 }),
  recovery_point_tags: JSON.stringify({ plan: 'daily', team: 'job' }),
  backup_options: null,
  start_by: null,
  expected_completion_at: null,
  initiated_at: createdAt,
  plan_id: null,
  rule_id: null,
  scheduled_at: null,
  created_by: null,
  copy_actions: null,
  delete_after_event: null,
  remark: null,
});

const copyJob = (id: string, source: string): CopyJobRow => ({
  ...job(id, NOW + DAY_MS),
  source_vault_arn: SOURCE_VAULT,
  source_recovery_point_arn: source,
  destination_vault_arn: DESTINATION_VAULT,
  destination_recovery_point_arn: `arn:aws:ec2:us-east-1::snapshot/${id}`,
  lifecycle: null,
  created_by: null,
  created_by_backup_job_id: null,
});

const complete = (db: Database, jobId: string, manifestId = `manifest-${jobId}`) =>
  completeBackupJob(db, {
    jobId,
    domainId: 'domain-1',
    manifestId,
    backupSizeBytes: 1000,
    bytesTransferred: 400,
    keyArn: null,
    attributes: {},
    resourceTags: { team: 'resource', Name: 'disk' },
    restoreMetadata: { volumeSize: '1' },
    report: { files: 1 },
    now: NOW + 1000,
  });

async function backedUp(id: string, createdAt = NOW): Promise<string> {
  const row = backupJob(id, createdAt);
  await write(async (db) => {
    await insertBackupJobs(db, row);
    expect(await complete(db, id)).toBe('completed');
  });
  return row.recovery_point_arn!;
}

test('a completed backup job has made its recovery point, with the tags of the resource and those of the job', async () => {
  const arn = await backedUp('J1');
  await write(async (db) => {
    expect(await backupJobById(db, 'J1')).toMatchObject({
      state: 'COMPLETED',
      percent_done: 100,
      message_category: 'SUCCESS',
    });
    expect(await recoveryPointByArn(db, arn)).toMatchObject({
      created_at: NOW,
      completed_at: NOW + 1000,
      delete_at: NOW + 35 * DAY_MS,
      is_encrypted: 0,
      backup_job_id: 'J1',
    });
    expect(await tagsOf(db, arn)).toEqual({ Name: 'disk', plan: 'daily', team: 'job' });
    expect(await countRecoveryPoints(db, [SOURCE_VAULT, DESTINATION_VAULT])).toEqual(new Map([[SOURCE_VAULT, 1]]));
  });
});

test('a job completes once', async () => {
  await backedUp('J1');
  expect(await write((db) => complete(db, 'J1'))).toBe('ended-already');
  expect(await write((db) => failJob(db, 'backup', failure('J1')))).toBe(false);
  expect(await write((db) => startJob(db, 'backup', 'J1', NOW))).toBe(false);
});

test('a backup into a vault that is gone writes no recovery point', async () => {
  await write(async (db) => {
    await insertBackupJobs(db, backupJob('J1'));
    await deleteVault(db, SOURCE_VAULT, NOW);
    expect(await complete(db, 'J1')).toBe('vault-gone');
    expect(await listRecoveryPoints(db, {}, { limit: 10 })).toEqual([]);
    expect((await backupJobById(db, 'J1'))?.completed_at).toBeNull();
  });
});

test('a copy has the creation date of its source, and expires with it', async () => {
  const source = await backedUp('J1');
  await write(async (db) => {
    await insertCopyJob(db, copyJob('C1', source));
    const point = await recoveryPointByArn(db, source);
    const key = 'arn:aws:kms:us-east-1:222222222222:key/k';
    const completion = await completeCopyJob(db, {
      jobId: 'C1',
      source: point!,
      domainId: 'domain-2',
      manifestId: 'manifest-copy',
      backupSizeBytes: 1000,
      keyArn: key,
      tags: { Name: 'disk' },
      report: {},
      now: NOW + 2 * DAY_MS,
    });
    expect(completion).toBe('completed');
    expect(await recoveryPointByArn(db, 'arn:aws:ec2:us-east-1::snapshot/C1')).toMatchObject({
      account_id: '222222222222',
      region: 'us-east-1',
      vault_name: 'destination',
      source_vault_arn: SOURCE_VAULT,
      resource_arn: VOLUME,
      created_at: NOW,
      delete_at: NOW + 35 * DAY_MS,
      is_encrypted: 1,
      key_arn: key,
      manifest_id: 'manifest-copy',
      copy_job_id: 'C1',
      backup_job_id: null,
    });
    expect(await copyJobById(db, 'C1')).toMatchObject({ state: 'COMPLETED', percent_done: 100 });
  });
});

const failure = (jobId: string) => ({
  jobId,
  state: 'FAILED' as const,
  statusMessage: 'sentence',
  messageCategory: 'ACCESS_DENIED',
  now: NOW,
});

test('a failed job says why, and no progress is written any more', async () => {
  await write(async (db) => {
    await insertBackupJobs(db, backupJob('J1'));
    expect(await startJob(db, 'backup', 'J1', NOW)).toBe(true);
    expect(await updateProgress(db, 'backup', 'J1', { percentDone: 100, backupSizeBytes: 5 })).toBe('RUNNING');
    expect((await backupJobById(db, 'J1'))?.percent_done).toBe(99);
    expect(await failJob(db, 'backup', failure('J1'))).toBe(true);
    expect(await updateProgress(db, 'backup', 'J1', { percentDone: 10 })).toBe('FAILED');
    expect(await backupJobById(db, 'J1')).toMatchObject({
      state: 'FAILED',
      status_message: 'sentence',
      percent_done: 99,
    });
  });
});

test('a list of jobs goes on where its last page ended', async () => {
  await write(async (db) => {
    for (const [index, id] of ['A', 'B', 'C', 'D'].entries()) {
      await insertBackupJobs(db, backupJob(id, NOW + Math.floor(index / 2)));
    }
    const first = await listBackupJobs(db, { accounts: ['111111111111'] }, { limit: 3 });
    expect(first.map(({ id }) => id)).toEqual(['D', 'C', 'B']);
    const after = { at: first[2]!.created_at, id: first[2]!.id };
    const second = await listBackupJobs(db, { accounts: ['111111111111'] }, { after, limit: 3 });
    expect(second.map(({ id }) => id)).toEqual(['A']);
    expect(await listBackupJobs(db, { states: ['FAILED'] }, { limit: 3 })).toEqual([]);
    await failJob(db, 'backup', failure('D'));
    const recent = await listBackupJobs(db, { endedAfter: NOW }, { limit: 9 });
    expect(recent.map(({ id }) => id)).toEqual(['C', 'B', 'A']);
    expect(await listBackupJobs(db, { createdAfter: NOW, vaultName: 'source' }, { limit: 3 })).toHaveLength(2);
  });
});

test('the latest manifest is that of the newest point of the resource in the domain', async () => {
  await backedUp('J2', NOW + 2);
  await backedUp('J1', NOW + 1);
  await write(async (db) => {
    expect(await latestManifest(db, { domainId: 'domain-1', resourceArn: VOLUME })).toBe('manifest-J2');
    expect(await latestManifest(db, { domainId: 'domain-2', resourceArn: VOLUME })).toBeUndefined();
  });
});

test('a protected resource is listed once, with its newest recovery point', async () => {
  await backedUp('J1', NOW + 1);
  const newest = await backedUp('J2', NOW + 2);
  await write(async (db) => {
    const place = { account: '111111111111', region: 'eu-west-1' };
    const listed = await listProtectedResources(db, place, { limit: 10 });
    expect(listed).toEqual([
      {
        resource_arn: VOLUME,
        resource_type: 'EBS',
        resource_name: 'disk',
        last_backup_at: NOW + 2,
        last_vault_arn: SOURCE_VAULT,
        last_recovery_point_arn: newest,
      },
    ]);
    const after = { at: listed[0]!.last_backup_at, id: VOLUME };
    expect(await listProtectedResources(db, place, { after, limit: 10 })).toEqual([]);
  });
});

test('a vault has two domains for each key, a warm and a cold one', async () => {
  await write(async (db) => {
    const find = (keyArn: string, storageClass: 'WARM' | 'COLD' = 'WARM') =>
      vaultDomain(db, { vaultArn: SOURCE_VAULT, keyArn, storageClass }, { random, now: NOW });
    const one = await find('key-1');
    const others = [await find(''), await find('key-1', 'COLD')];
    expect(await find('key-1')).toEqual(one);
    expect(new Set([one, ...others].map(({ id }) => id)).size).toBe(3);
  });
});

test('a domain from before there was cold storage is warm', async () => {
  await write(async (db) => {
    await coldDomains.down!(db);
    const before = { id: 'one', vault_arn: SOURCE_VAULT, key_arn: 'key-1', created_at: NOW };
    await sql`insert into vault_domains (id, vault_arn, key_arn, created_at) values ('one', ${SOURCE_VAULT}, 'key-1', ${NOW})`.execute(
      db,
    );
    await coldDomains.up(db);
    expect(await domainById(db, 'one')).toEqual({ ...before, storage_class: 'WARM' });
  });
});

test('a token gets its answer again, and only for the same request', async () => {
  const scope = { account: '111111111111', region: 'eu-west-1', operation: 'StartCopyJob', token: 't' };
  await write(async (db) => {
    expect(await recallAnswer(db, scope, { a: 1, b: 2 })).toEqual({ kind: 'new' });
    await rememberAnswer(db, scope, { request: { a: 1, b: 2 }, answer: 'J1', now: NOW });
    expect(await recallAnswer(db, scope, { b: 2, a: 1 })).toEqual({ kind: 'same', answer: 'J1' });
    expect(await recallAnswer(db, scope, { a: 1, b: 3 })).toEqual({ kind: 'other-request' });
    expect(await recallAnswer(db, { ...scope, account: '222222222222' }, { a: 1, b: 2 })).toEqual({ kind: 'new' });
  });
});

test('tags are added, changed and taken off one by one', async () => {
  await write(async (db) => {
    await putTags(db, SOURCE_VAULT, { team: 'two', __proto__x: 'odd' });
    await removeTags(db, SOURCE_VAULT, ['absent', '__proto__x']);
    expect(await tagsOf(db, SOURCE_VAULT)).toEqual({ team: 'two' });
    await deleteVault(db, SOURCE_VAULT, NOW);
    expect(await tagsOf(db, SOURCE_VAULT)).toEqual({});
  });
});

test('a resource gets an ARN of its type, once', async () => {
  await write(async (db) => {
    const bucket = {
      account: '111111111111',
      region: 'eu-west-1',
      type: 'S3' as const,
      name: 'logs',
      source: 'file:///srv',
    };
    const row = await registerResource(db, { ...bucket, tags: { a: 'b' } }, { random, now: NOW });
    expect(row).toMatchObject({ arn: 'arn:aws:s3:::logs', name: 'logs', nature: 'directory', kms_key_arn: null });
    expect(await registerResource(db, bucket, { random, now: NOW })).toBeUndefined();
    const disk = await registerResource(db, { ...bucket, type: 'EBS', name: 'disk' }, { random, now: NOW + 1 });
    expect(disk?.arn).toMatch(/^arn:aws:ec2:eu-west-1:111111111111:volume\/vol-0[0-9a-f]{16}$/);
    expect((await listResources(db)).map(({ name }) => name)).toEqual(['logs', 'disk']);
    expect(await removeResource(db, 'arn:aws:s3:::logs')).toBe(true);
    expect(await removeResource(db, 'arn:aws:s3:::logs')).toBe(false);
    expect(await tagsOf(db, 'arn:aws:s3:::logs')).toEqual({});
  });
});
