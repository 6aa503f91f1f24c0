import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACCOUNT, NightlyPlan, OTHER } from './nightly-plan.ts';
import { admin, roleArn, vaultArn } from './world.ts';

let folder: string;
let stage: NightlyPlan;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossvault-role-'));
  stage = new NightlyPlan(folder);
  await stage.start();
  await stage.setUp();
});
afterAll(async () => {
  await stage?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('where the role is deleted during a copy, the copy is whole and says that the share could not be undone', async () => {
  const { world } = stage;
  const image = path.join(folder, 'large.img');
  writeFileSync(image, randomBytes(24 << 20));
  const resource = await world.register(ACCOUNT, 'EBS', image, { name: 'large' });
  const { RecoveryPointArn } = await world.backUp(admin(ACCOUNT), ACCOUNT, { resource, vault: 'production' });
  await stage.server.operator('PUT', 'limits', { copyBytesPerSecond: 4_000_000 });
  const { CopyJobId } = await stage.backup('StartCopyJob', {
    RecoveryPointArn,
    SourceBackupVaultName: 'production',
    DestinationBackupVaultArn: vaultArn(OTHER, 'offsite'),
    IamRoleArn: roleArn(ACCOUNT),
  });
  const describe = async () => (await stage.backup('DescribeCopyJob', { CopyJobId })).CopyJob;
  await expect.poll(async () => (await describe()).State, { timeout: 30_000, interval: 20 }).toBe('RUNNING');
  for (const name of ['ForBackup', 'ForRestores']) {
    const PolicyArn = `arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicy${name}`;
    await world.call(admin(ACCOUNT), 'iam', 'DetachRolePolicy', { RoleName: 'AWSBackupCopyRole', PolicyArn });
  }
  await world.call(admin(ACCOUNT), 'iam', 'DeleteRole', { RoleName: 'AWSBackupCopyRole' });
  expect((await describe()).State).toBe('RUNNING');
  await stage.server.operator('PUT', 'limits', { copyBytesPerSecond: null });
  const ended = await world.until(describe);
  expect(ended).toMatchObject({ State: 'COMPLETED', StatusMessage: 'Failed to unshare snapshot' });
  const copies = await stage.pointsIn('offsite', OTHER);
  expect(copies).toMatchObject([{ resource: 'large' }]);
});
