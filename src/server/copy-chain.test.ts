import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noise } from '../engine/engine.testkit.ts';
import { TwoVaults } from './testing/two-vaults.ts';

const DAY = 86_400_000;
/** What cannot be compressed of the resource, and what one change of it is. */
const FULL = 4_000_000;
const CHANGE = 150_000;
/** Nodes, indexes, manifests, and what is compressed. */
const OVERHEAD = 60_000;

let world: TwoVaults;
beforeEach(async () => {
  world = await TwoVaults.open();
  writeFileSync(path.join(world.source, 'noise'), noise('all', FULL));
});
afterEach(() => world.end());

let changes = 0;
/** Changes a little, and backs it up. */
async function backUp(vault = 'near'): Promise<string> {
  changes += 1;
  writeFileSync(path.join(world.source, 'changing'), noise(`change ${changes}`, CHANGE));
  return (await world.backUp(vault)).RecoveryPointArn;
}

async function bytesStored(): Promise<number> {
  let sum = 0;
  for await (const { name, sizeBytes } of world.assembly.blobs.list(''))
    if (!name.startsWith('book/')) sum += sizeBytes;
  return sum;
}

/** What `work` adds to all vaults together. */
async function added<Result>(work: () => Promise<Result>): Promise<{ bytes: number; result: Result }> {
  const before = await bytesStored();
  const result = await work();
  return { bytes: (await bytesStored()) - before, result };
}

async function expectCopy(size: 'full' | 'incremental' | 'nothing', point: string, more: object = {}): Promise<string> {
  const { bytes, result } = await added(() => world.copy(point, more));
  expect(result).toMatchObject({ State: 'COMPLETED' });
  // AWS's figure is the size of what a restore gives back, however little has moved.
  expect(result.BackupSizeInBytes).toBeGreaterThan(FULL);
  const least = { full: FULL, incremental: CHANGE, nothing: 0 }[size];
  expect(bytes).toBeGreaterThanOrEqual(least);
  // Small files share chunks: one that holds files which are still there brings an older change along.
  expect(bytes).toBeLessThan(least + (size === 'full' ? 3 * CHANGE : 0) + OVERHEAD);
  return result.DestinationRecoveryPointArn;
}

const remove = (RecoveryPointArn: string, BackupVaultName = 'far') =>
  world.backup('DeleteRecoveryPoint', { BackupVaultName, RecoveryPointArn });
const prune = () => world.operator('POST', 'prune', { graceHours: 0 });
const vaultArn = (name: string): string => `arn:aws:backup:eu-central-1:111111111111:backup-vault:${name}`;

async function makeVault(name: string): Promise<void> {
  const { KeyMetadata } = await world.kms('CreateKey', {});
  await world.backup('CreateBackupVault', { BackupVaultName: name, EncryptionKeyArn: KeyMetadata.Arn });
}

test('the first copy is full, a later one what has changed, and one of the same point nothing', async () => {
  await expectCopy('full', await backUp());
  const point = await backUp();
  await expectCopy('incremental', point);
  await expectCopy('nothing', point);
});

test('the chain holds as long as one earlier copy is left', async () => {
  const first = await expectCopy('full', await backUp());
  const second = await expectCopy('incremental', await backUp());
  await remove(first);
  await prune();
  const third = await expectCopy('incremental', await backUp());
  await remove(second);
  await remove(third);
  await prune();
  await expectCopy('full', await backUp());
});

test('deleted copies serve the chain until they are pruned', async () => {
  await remove(await expectCopy('full', await backUp()));
  await expectCopy('incremental', await backUp());
});

test('a copy whose retention is over before the next comes breaks the chain', async () => {
  await expectCopy('full', await backUp(), { Lifecycle: { DeleteAfterDays: 1 } });
  await world.assembly.time.advance(2 * DAY);
  await prune();
  await expectCopy('full', await backUp());
});

test('another vault has a chain of its own', async () => {
  await makeVault('third');
  const point = await backUp();
  await expectCopy('full', point);
  await expectCopy('full', point, { DestinationBackupVaultArn: vaultArn('third') });
  const next = await backUp();
  await expectCopy('incremental', next);
  await expectCopy('incremental', next, { DestinationBackupVaultArn: vaultArn('third') });
});

test('a vault that was made anew under another key begins a new chain', async () => {
  await remove(await expectCopy('full', await backUp()));
  await world.backup('DeleteBackupVault', { BackupVaultName: 'far' });
  await makeVault('far');
  await expectCopy('full', await backUp());
});

test('which vault and key a copy comes from does not matter to the chain', async () => {
  await expectCopy('full', await backUp());
  await makeVault('third');
  const point = await backUp('third');
  await expectCopy('incremental', point, { SourceBackupVaultName: 'third' });
});

test('copies that go cold leave the chain to those that stay warm', async () => {
  const cold = { Lifecycle: { MoveToColdStorageAfterDays: 1, DeleteAfterDays: 91 } };
  await expectCopy('full', await backUp(), cold);
  await world.assembly.time.advance(DAY);
  await prune();
  await expectCopy('full', await backUp());
});

test('the first backup is full, a later one what has changed, and one of a resource under another key full again', async () => {
  const file = path.join(world.folder, 'disk.img');
  writeFileSync(file, noise('disk', FULL));
  await world.useImage(file, world.keys.near);
  const sizes: number[] = [];
  const measure = async () => sizes.push((await added(() => world.backUp())).bytes);
  await measure();
  await measure();
  await world.assembly.records.write((db) =>
    db.updateTable('resources').set({ kms_key_arn: world.keys.far }).where('arn', '=', world.resourceArn).execute(),
  );
  await measure();
  expect(sizes.map((bytes) => bytes > FULL)).toEqual([true, false, true]);
  expect(sizes[1]).toBeLessThan(OVERHEAD);
});
