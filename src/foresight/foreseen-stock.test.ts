import { expect, test } from 'vitest';
import { SOURCE } from '../access/testing/access-world.ts';
import { type BackupWorld, openBackupWorld } from '../aws/services/backup/testing/backup-world.ts';
import { resourceByArn } from '../storage/records/resources.ts';
import { StockBook } from './foreseen-stock.ts';

const DAY_MS = 86_400_000;
/** What `completeBackup` says that a backup added. */
const ADDED = 1024;

/** A resource in whose vault `backups` points lie, a day apart; warm for three days. */
async function stocked(
  backups: number,
): Promise<{ world: BackupWorld; book: StockBook; arn: string; vaultArn: string }> {
  const world = await openBackupWorld();
  const IamRoleArn = await world.addRole(SOURCE, 'Backup');
  const { BackupVaultArn: vaultArn } = await world.call(SOURCE, 'CreateBackupVault', { BackupVaultName: 'first' });
  const arn = await world.addResource({ account: SOURCE, type: 'EFS', name: 'files' });
  for (let made = 0; made < backups; made += 1) {
    if (made > 0) world.clock.advance(DAY_MS);
    const { BackupJobId } = await world.call(SOURCE, 'StartBackupJob', {
      BackupVaultName: 'first',
      ResourceArn: arn,
      IamRoleArn,
      Lifecycle: { MoveToColdStorageAfterDays: 3, DeleteAfterDays: 100 },
    });
    await world.completeBackup(BackupJobId);
  }
  const resource = await world.records.read((db) => resourceByArn(db, arn));
  const target = { resource: resource!, attributes: {}, roleArn: IamRoleArn, since: 0 };
  const [, , , region = ''] = vaultArn.split(':');
  return { world, arn, vaultArn, book: await StockBook.open(world.records, [target], { account: SOURCE, region }) };
}

test('points that will have gone cold are told apart, and each class holds the oldest of its points in full', async () => {
  const { world, book, arn, vaultArn } = await stocked(5);
  const now = world.clock.now();
  expect(book.at(now)).toEqual([
    { vaultArn, points: 5, pointsNow: 5, coldPoints: 2, estimatedBytes: 5 * ADDED, estimatedColdBytes: 2 * ADDED },
  ]);
  book.add({ resourceArn: arn, at: now + DAY_MS }, { vaultArn, lifecycle: { moveToColdAt: now + 9 * DAY_MS } });
  expect(book.at(now + 8 * DAY_MS)).toMatchObject([
    { points: 6, pointsNow: 5, coldPoints: 5, estimatedBytes: 6 * ADDED, estimatedColdBytes: 5 * ADDED },
  ]);
  expect(book.at(now + 9 * DAY_MS)).toMatchObject([{ points: 6, coldPoints: 6, estimatedColdBytes: 6 * ADDED }]);
});
