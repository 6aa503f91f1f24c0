import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { recoverRecords } from '../../jobs/recover-records.ts';
import { compareTrees } from '../../resources/compare-trees.ts';
import { testConfig } from '../../server/testing/test-config.ts';
import { TwoVaults } from '../../server/testing/two-vaults.ts';
import { EXIT } from '../exit-codes.ts';
import { recoverCommand } from './recover.ts';

let world: TwoVaults;
beforeEach(async () => {
  world = await TwoVaults.open();
});
afterEach(() => world.end());

/** Runs the command as the shell would; what it says, and the code that it ends with. */
async function recover() {
  const said: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
  const program = new Command();
  recoverCommand(program);
  try {
    await program.parseAsync(['recover', '--data', world.data, '--output', 'json'], { from: 'user' });
    return { code: 0, message: '', answer: JSON.parse(said.join('')) };
  } catch (error) {
    const { exitCode, message } = error as { exitCode?: number; message: string };
    return { code: exitCode, message, answer: said.length > 0 ? JSON.parse(said.join('')) : undefined };
  } finally {
    write.mockRestore();
  }
}

function loseRecords(): void {
  for (const name of readdirSync(world.data)) {
    if (name.startsWith('records.sqlite')) rmSync(path.join(world.data, name));
  }
}

async function expectRestores(recoveryPointArn: string): Promise<void> {
  const job = await world.restore(recoveryPointArn);
  expect(job).toMatchObject({ State: 'COMPLETED' });
  expect((await compareTrees(world.source, world.restored(job))).differences).toEqual([]);
}

test('records that are lost come back: accounts, keys, vaults with their locks and policies, resources, points, tags', async () => {
  const lifecycle = { Lifecycle: { DeleteAfterDays: 40 }, RecoveryPointTags: { kind: 'daily' } };
  const { RecoveryPointArn: point } = await world.backUp('near', lifecycle);
  const { DestinationRecoveryPointArn: copy } = await world.copy(point);
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Principal: '*', Action: 'backup:DeleteBackupVault', Resource: '*' }],
  });
  await world.backup('PutBackupVaultAccessPolicy', { BackupVaultName: 'far', Policy });
  await world.backup('PutBackupVaultLockConfiguration', { BackupVaultName: 'far', MinRetentionDays: 1 });
  const describe = async (name: string, arn: string) =>
    world.backup('DescribeRecoveryPoint', { BackupVaultName: name, RecoveryPointArn: arn });
  const before = [await describe('near', point), await describe('far', copy)];
  const tags = await world.backup('ListTags', { ResourceArn: point });
  await world.stop();
  loseRecords();

  const { code, answer } = await recover();
  expect(code).toBe(0);
  expect(answer.records).toMatchObject({ leftOut: [], tables: { vaults: 2, recovery_points: 2, backup_jobs: 1 } });
  await world.start();
  expect([await describe('near', point), await describe('far', copy)]).toEqual(before);
  expect(await world.backup('ListTags', { ResourceArn: point })).toEqual(tags);
  expect(await world.backup('DescribeBackupVault', { BackupVaultName: 'far' })).toMatchObject({ Locked: true });
  expect((await world.backup('GetBackupVaultAccessPolicy', { BackupVaultName: 'far' })).Policy).toContain('Deny');
  for (const arn of [point, copy]) await expectRestores(arn);
  expect(await world.backUp()).toMatchObject({ State: 'COMPLETED' });
});

test('points that were made after the copy of the records come back from their manifests, with keys and tags', async () => {
  const { RecoveryPointArn: first } = await world.backUp();
  // As a power cut would leave it: the book is that of the moment before the second backup's first byte.
  const { RecoveryPointArn: second } = await world.backUp('far', {
    Lifecycle: { DeleteAfterDays: 30 },
    RecoveryPointTags: { kind: 'late' },
  });
  const shown = [
    'BackupSizeInBytes',
    'CalculatedLifecycle',
    'CreationDate',
    'EncryptionKeyArn',
    'IsEncrypted',
    'Lifecycle',
    'ResourceType',
    'Status',
  ];
  const describe = async () => {
    const point = await world.backup('DescribeRecoveryPoint', { BackupVaultName: 'far', RecoveryPointArn: second });
    return Object.fromEntries(Object.entries(point).filter(([name]) => shown.includes(name)));
  };
  const before = await describe();
  const [book = ''] = await world.blobs(/^book\//);
  const kept = readFileSync(path.join(world.data, 'blobs', book));
  await world.stop();
  for (const name of readdirSync(path.join(world.data, 'blobs', 'book')))
    rmSync(path.join(world.data, 'blobs', 'book', name));
  writeFileSync(path.join(world.data, 'blobs', book), kept);
  loseRecords();

  const { code, answer } = await recover();
  expect(code).toBe(0);
  const added = answer.domains.flatMap((domain: { added?: string[] }) => domain.added ?? []);
  expect(added).toContain(second);
  await world.start();
  expect(await describe()).toEqual(before);
  expect((await world.backup('ListTags', { ResourceArn: second })).Tags).toEqual({ kind: 'late', team: 'storage' });
  for (const arn of [first, second]) await expectRestores(arn);
});

test('a recovery that was broken off begins anew, and no server starts before it has ended', async () => {
  const { RecoveryPointArn: point } = await world.backUp();
  await world.stop();
  loseRecords();
  const { assemble } = await import('../../server/assemble.ts');
  const broken = await assemble(testConfig(world.data, { recovers: true }));
  await recoverRecords(broken.jobContext);
  await broken.close();
  await expect(world.start()).rejects.toMatchObject({ kind: 'records-lost' });
  expect((await recover()).answer.records).toBeNull();
  await world.start();
  await expectRestores(point);
});

test('a newest copy of the records that does not open gives way to the one before', async () => {
  const { RecoveryPointArn: point } = await world.backUp();
  await world.stop();
  loseRecords();
  const folder = path.join(world.data, 'blobs', 'book');
  const last = Number.parseInt(readdirSync(folder).sort().at(-1) ?? '', 16);
  writeFileSync(path.join(folder, (last + 1).toString(16).padStart(12, '0')), 'damaged');
  expect((await recover()).code).toBe(0);
  await world.start();
  await expectRestores(point);
});

test('a server does not start on new records beside old vaults, and what it would need is said', async () => {
  await world.backUp();
  await world.stop();
  loseRecords();
  await expect(world.start()).rejects.toMatchObject({ kind: 'records-lost' });
  // Not even at the second time, when the first has left an empty file.
  await expect(world.start()).rejects.toMatchObject({ kind: 'records-lost' });
  expect((await recover()).code).toBe(0);
  await world.start();
});

const COLD_AFTER_A_DAY = { Lifecycle: { MoveToColdStorageAfterDays: 1, DeleteAfterDays: 91 } };

async function recordOf(arn: string) {
  return await world.assembly.records.read((db) =>
    db.selectFrom('recovery_points').selectAll().where('arn', '=', arn).executeTakeFirstOrThrow(),
  );
}

test.each([
  ['with a book that knows of it', 'new', 'kept'],
  ['with a book from before it', 'old', 'kept'],
  ['with a book from before it, and a prune since', 'old', 'pruned'],
] as const)('a point that has gone to cold storage comes back from there, %s', async (_, book, warm) => {
  const { RecoveryPointArn: point } = await world.backUp('near', COLD_AFTER_A_DAY);
  const { RecoveryPointArn: other } = await world.backUp('near', COLD_AFTER_A_DAY);
  // Domains are in the book before their first byte: one that is cold already brings the cold domain into the older book.
  await world.assembly.records.write((db) =>
    db
      .updateTable('recovery_points')
      .set({ cold_move_at: world.assembly.clock.now() + 86_400_001 })
      .where('arn', '=', other)
      .execute(),
  );
  await world.assembly.time.advance(86_400_000);
  await world.stop();
  const books = path.join(world.data, 'blobs', 'book');
  const [oldName = ''] = readdirSync(books);
  const old = readFileSync(path.join(books, oldName));
  await world.start();
  await world.assembly.time.advance(1);
  const before = [await recordOf(point), await recordOf(other)];
  expect(before.map(({ storage_class }) => storage_class)).toEqual(['COLD', 'COLD']);
  if (warm === 'pruned') await world.operator('POST', 'prune', { graceHours: 0 });
  await world.stop();
  if (book === 'old') {
    for (const name of readdirSync(books)) rmSync(path.join(books, name));
    writeFileSync(path.join(books, oldName), old);
  }
  loseRecords();
  const { code, answer } = await recover();
  expect({ code, domains: answer.domains.map((one: { gone?: string[] }) => one.gone) }).toEqual({
    code: 0,
    domains: [[], []],
  });
  await world.start();
  expect([await recordOf(point), await recordOf(other)]).toEqual(before);
  for (const arn of [point, other]) {
    const { answer: found } = await world.operator('POST', 'verify', { recoveryPointArn: arn });
    expect(found).toMatchObject({ illnesses: [] });
  }
});

test('a point whose manifest is lost is told as gone, and the rest comes back', async () => {
  const { RecoveryPointArn: point } = await world.backUp();
  const { DestinationRecoveryPointArn: copy } = await world.copy(point);
  const { domain_id: domain } = await world.assembly.records.read((db) =>
    db.selectFrom('recovery_points').select('domain_id').where('arn', '=', copy).executeTakeFirstOrThrow(),
  );
  const [manifest = ''] = await world.blobs(new RegExp(`${domain}/manifests/`));
  await world.stop();
  rmSync(path.join(world.data, 'blobs', manifest));
  loseRecords();
  const { code, answer } = await recover();
  expect(code).toBe(EXIT.finding);
  expect(answer.domains.flatMap((one: { gone?: string[] }) => one.gone ?? [])).toEqual([copy]);
  await world.start();
  await expectRestores(point);
});

test('without the root key, or with another, it says so and makes nothing', async () => {
  await world.backUp();
  await world.stop();
  loseRecords();
  const root = path.join(world.data, 'keys', 'root');
  renameSync(root, `${root}-aside`);
  expect(await recover()).toMatchObject({ code: EXIT.missing, message: expect.stringContaining('no root key') });
  expect(existsSync(root)).toBe(false);
  writeFileSync(root, Buffer.alloc(32, 7).toString('hex'));
  chmodSync(root, 0o600);
  expect(await recover()).toMatchObject({
    code: EXIT.missing,
    message: expect.stringContaining('opens with this root key'),
  });
  renameSync(`${root}-aside`, root);
  expect((await recover()).code).toBe(0);
});

test('the material of a destroyed key is in no copy of the records', async () => {
  await world.backUp();
  const keyId = world.keys.near.split('/').at(-1)!;
  await world.kms('ScheduleKeyDeletion', { KeyId: keyId, PendingWindowInDays: 7 });
  await world.assembly.time.advance(8 * 86_400_000);
  await world.stop();
  loseRecords();
  const { answer } = await recover();
  expect(answer.records.tables.kms_keys).toBe(answer.records.tables.kms_key_material);
  const near = answer.domains.find(({ vaultArn }: { vaultArn: string }) => vaultArn.endsWith(':near'));
  expect(near.refusal).toContain('does not exist');
});

test('a folder of blobs of which nothing is on record is told, and nothing else suffers', async () => {
  const { RecoveryPointArn: point } = await world.backUp();
  const [head = ''] = await world.blobs(/\/head$/);
  await world.stop();
  const blobs = path.join(world.data, 'blobs');
  mkdirSync(path.join(blobs, 'eu-west-1', 'stray'), { recursive: true });
  writeFileSync(path.join(blobs, 'eu-west-1', 'stray', 'head'), readFileSync(path.join(blobs, head)));
  expect(await recover()).toMatchObject({ code: EXIT.finding, answer: { unknownDomains: ['blobs/eu-west-1/stray'] } });
  await world.start();
  await expectRestores(point);
});

test('a directory with nothing to recover from is refused', async () => {
  await world.stop();
  rmSync(path.join(world.data, 'blobs'), { recursive: true });
  loseRecords();
  expect(await recover()).toMatchObject({
    code: EXIT.missing,
    message: expect.stringContaining('nothing to recover from'),
  });
});
