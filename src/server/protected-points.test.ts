import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readBook } from '../jobs/book.ts';
import { recoverRecords } from '../jobs/recover-records.ts';
import { type RecoveredDomain, recoverVaults } from '../jobs/recover-vaults.ts';
import { compareTrees } from '../resources/compare-trees.ts';
import { endRecovering } from '../storage/records/book-mark.ts';
import { assemble } from './assemble.ts';
import { startServer } from './start-server.ts';
import { testConfig } from './testing/test-config.ts';
import { TwoVaults } from './testing/two-vaults.ts';

// What a lock in compliance mode or a legal hold protects, against everything that an operator has at hand.

const DAY_MS = 86_400_000;
let world: TwoVaults;
beforeEach(async () => {
  world = await TwoVaults.open();
});
afterEach(() => world.end());

const config = () => testConfig(world.data, { isDev: false, clock: 'real' });

/** A copy in `far`, which is then in compliance mode for good. */
async function lockedCopy(): Promise<string> {
  const { RecoveryPointArn: point } = await world.backUp();
  const { DestinationRecoveryPointArn: copy } = await world.copy(point);
  await world.backup('PutBackupVaultLockConfiguration', {
    BackupVaultName: 'far',
    ChangeableForDays: 3,
    MinRetentionDays: 1,
  });
  await world.assembly.time.advance(4 * DAY_MS);
  return copy;
}

async function holdAll(): Promise<void> {
  const RecoveryPointSelection = { VaultNames: ['near'] };
  await world.backup('CreateLegalHold', { Title: 'case', Description: 'why', RecoveryPointSelection });
}

async function expectWhole(recoveryPointArn: string): Promise<void> {
  const job = await world.restore(recoveryPointArn);
  expect(job).toMatchObject({ State: 'COMPLETED' });
  expect((await compareTrees(world.source, world.restored(job))).differences).toEqual([]);
}

const describe = (vault: string, arn: string) =>
  world.backup('DescribeRecoveryPoint', { BackupVaultName: vault, RecoveryPointArn: arn });

const isOfRecords = (name: string): boolean => name.startsWith('records.sqlite');

function takeRecordsAway(): void {
  for (const name of readdirSync(world.data).filter(isOfRecords)) rmSync(path.join(world.data, name));
}

function copyRecords(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from).filter(isOfRecords)) cpSync(path.join(from, name), path.join(to, name));
}

/** What `recover` does where the records are gone. */
async function recoverAll(): Promise<RecoveredDomain[]> {
  const { jobContext, records, close } = await assemble({ ...config(), recovers: true });
  try {
    await recoverRecords(jobContext);
    const domains = await recoverVaults(jobContext, { fromBook: true });
    await records.write(endRecovering);
    return domains;
  } finally {
    await close();
  }
}

async function manifestOf(arn: string): Promise<string> {
  const { manifest_id: id, domain_id: domain } = await world.assembly.records.read((db) =>
    db
      .selectFrom('recovery_points')
      .select(['manifest_id', 'domain_id'])
      .where('arn', '=', arn)
      .executeTakeFirstOrThrow(),
  );
  const [name = ''] = await world.blobs(new RegExp(`${domain}/manifests/${id}$`));
  return path.join(world.data, 'blobs', name);
}

test('no call and no prune without grace takes a byte of what a lock or a hold protects', async () => {
  const copy = await lockedCopy();
  const { RecoveryPointArn: held } = await world.backUp();
  await holdAll();
  for (const [name, arn] of [
    ['far', copy],
    ['near', held],
  ] as const) {
    const point = { BackupVaultName: name, RecoveryPointArn: arn };
    await expect(world.backup('DeleteRecoveryPoint', point)).rejects.toMatchObject({ code: 'InvalidRequestException' });
    await expect(world.backup('DeleteBackupVault', { BackupVaultName: name })).rejects.toBeDefined();
  }
  const shorter = { BackupVaultName: 'far', RecoveryPointArn: copy, Lifecycle: { DeleteAfterDays: 1 } };
  await expect(world.backup('UpdateRecoveryPointLifecycle', shorter)).rejects.toBeDefined();
  await expect(world.backup('DisassociateRecoveryPoint', shorter)).rejects.toBeDefined();
  for (let run = 0; run < 3; run += 1) {
    const { answer } = await world.operator('POST', 'prune', { graceHours: 0 });
    expect(answer.domains.every(({ refusal }: { refusal?: string }) => refusal === undefined)).toBe(true);
  }
  await world.assembly.time.advance(400 * DAY_MS);
  await world.operator('POST', 'prune', { graceHours: 0 });
  for (const arn of [copy, held]) await expectWhole(arn);
});

test('a held point whose last day has passed stays, through prune and a recovery, until the hold is lifted', async () => {
  const { RecoveryPointArn: held } = await world.backUp('near', { Lifecycle: { DeleteAfterDays: 2 } });
  await holdAll();
  await world.assembly.time.advance(30 * DAY_MS);
  await world.operator('POST', 'prune', { graceHours: 0 });
  await world.stop();
  takeRecordsAway();
  expect(await recoverAll()).toMatchObject([{ gone: [] }]);
  await world.start();
  await world.assembly.time.advance(DAY_MS);
  await world.operator('POST', 'prune', { graceHours: 0 });
  await expectWhole(held);
});

test('a recovery leaves a protected point on record whose manifest is gone, and says so', async () => {
  const copy = await lockedCopy();
  const { RecoveryPointArn: free } = await world.backUp();
  const lost = [await manifestOf(copy), await manifestOf(free)];
  await world.stop();
  for (const manifest of lost) rmSync(manifest);
  takeRecordsAway();
  const domains = await recoverAll();
  expect(domains.flatMap(({ gone = [] }) => gone).sort()).toEqual([copy, free].sort());
  expect(domains.flatMap(({ protectedGone = [] }) => protectedGone)).toEqual([copy]);
  await world.start();
  expect(await describe('far', copy)).toMatchObject({ Status: 'COMPLETED' });
  await expect(describe('near', free)).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
});

test('records from before, put back, are not served: what came since is not theirs to prune', async () => {
  await world.backUp();
  await world.stop();
  const before = path.join(world.folder, 'before');
  copyRecords(world.data, before);
  await world.start();
  const copy = await lockedCopy();
  await world.stop();
  takeRecordsAway();
  copyRecords(before, world.data);
  await expect(world.start()).rejects.toMatchObject({ kind: 'records-older' });
  takeRecordsAway();
  await recoverAll();
  await world.start();
  await expectWhole(copy);
});

test('a hold is in the copy of the records soon, so that it outlives them', async () => {
  const { RecoveryPointArn: held } = await world.backUp();
  await holdAll();
  // The book looks every few seconds; killed then, it has not been written at a stop.
  const { records } = world.assembly;
  const heldNow = await records.read((db) => db.selectFrom('legal_holds').select('id').execute());
  await expect.poll(() => booksHolds(), { timeout: 60_000, interval: 500 }).toEqual(heldNow.map(({ id }) => id));
  expect(await describe('near', held)).toBeDefined();
});

async function booksHolds(): Promise<unknown[]> {
  const { tables } = (await readBook(world.assembly.jobContext))!;
  const { columns, rows } = tables['legal_holds']!;
  return rows.map((row) => row[columns.indexOf('id')]);
}

/** A lock whose cooling-off ended yesterday, by the machine's clock. */
async function lockSinceYesterday(): Promise<void> {
  await world.backup('PutBackupVaultLockConfiguration', { BackupVaultName: 'near', ChangeableForDays: 3 });
  const change = { lock_at: Date.now() - DAY_MS };
  await world.assembly.records.write((db) => db.updateTable('vaults').set(change).where('name', '=', 'near').execute());
}

test.each([
  ['a lock', lockSinceYesterday],
  ['a hold', holdAll],
])(
  'what was served in earnest is neither emptied nor moved in time while %s protects anything in it',
  async (_, protect) => {
    const { RecoveryPointArn: point } = await world.backUp();
    await protect();
    await world.stop();
    await (await startServer(config())).close();
    await expect(world.start({ clock: 'manual' })).rejects.toMatchObject({ kind: 'protected' });
    await world.start({ clock: 'real' });
    const refused = { status: 409, answer: { error: expect.objectContaining({ code: 'protected' }) } };
    expect(await world.operator('POST', 'reset')).toMatchObject(refused);
    expect(await describe('near', point)).toMatchObject({ Status: 'COMPLETED' });
  },
);

test('a server for tests is emptied whatever is locked in it', async () => {
  await lockedCopy();
  expect(await world.operator('POST', 'reset')).toMatchObject({ status: 200 });
});
