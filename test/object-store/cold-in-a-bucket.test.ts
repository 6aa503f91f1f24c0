import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareTrees } from '../../src/resources/compare-trees.ts';
import { sdkClient } from '../conformance/clients/sdk-client.ts';
import { type ServerProcess, startServerProcess } from '../conformance/running-server.ts';
import { admin, roleArn, World } from '../conformance/world.ts';
import { hasObjectStore, newBucket, type TestBucket, useCredentials } from './object-store.ts';

const ACCOUNT = '600000000001';

describe.runIf(hasObjectStore)('cold storage in a bucket', () => {
  let folder: string;
  let bucket: TestBucket;
  let restoreCredentials: () => void;
  let server: ServerProcess;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'crossvault-cold-'));
    bucket = await newBucket();
    restoreCredentials = useCredentials(bucket);
    const blobs = bucket.url({ more: '&cold-storage-class=STANDARD_IA' });
    const flags = ['--dev', '--clock', 'manual', '--blobs', blobs];
    server = await startServerProcess({ flags, data: path.join(folder, 'data') });
  });
  afterAll(async () => {
    await server?.stop();
    restoreCredentials?.();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Packs in the bucket by their storage class. */
  async function packs(): Promise<Record<string, number>> {
    const client = new S3Client({ ...bucket, region: 'us-east-1', forcePathStyle: true });
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket.bucket }));
    client.destroy();
    const classes = Contents.filter(({ Key }) => Key?.includes('/packs/')).map(
      ({ StorageClass = 'STANDARD' }) => StorageClass,
    );
    return Object.fromEntries(
      [...new Set(classes)].map((name) => [name, classes.filter((one) => one === name).length]),
    );
  }

  test('objects of a point that has gone cold have the cold class, and are restored from there', async () => {
    const as = admin(ACCOUNT);
    const world = new World(sdkClient(server.url), server);
    const tree = path.join(folder, 'tree');
    mkdirSync(tree);
    writeFileSync(path.join(tree, 'noise'), randomBytes(3 << 20));
    await world.makeRoles(as);
    await world.makeVault(as, 'production', await world.makeKey(as));
    const { BackupJobId } = await world.call(as, 'backup', 'StartBackupJob', {
      BackupVaultName: 'production',
      ResourceArn: await world.register(ACCOUNT, 'EFS', tree),
      IamRoleArn: roleArn(ACCOUNT),
      Lifecycle: { MoveToColdStorageAfterDays: 1, DeleteAfterDays: 91 },
    });
    const backup = await world.until(() => world.call(as, 'backup', 'DescribeBackupJob', { BackupJobId }));
    expect(Object.keys(await packs())).toEqual(['STANDARD']);
    await server.operator('POST', 'clock', { advance: 'P2D' });
    const point = { BackupVaultName: 'production', RecoveryPointArn: backup.RecoveryPointArn };
    expect(await world.call(as, 'backup', 'DescribeRecoveryPoint', point)).toMatchObject({ StorageClass: 'COLD' });
    await server.operator('POST', 'prune', { graceHours: 0 });
    expect(Object.keys(await packs())).toEqual(['STANDARD_IA']);

    const target = path.join(folder, 'restored');
    const { RestoreJobId } = await world.call(as, 'backup', 'StartRestoreJob', {
      RecoveryPointArn: backup.RecoveryPointArn,
      IamRoleArn: roleArn(ACCOUNT),
      Metadata: { restoreTo: pathToFileURL(target).href },
    });
    await server.operator('POST', 'clock', { advance: 'PT4H' });
    const restored = await world.until(async () => {
      const { Status, ...job } = await world.call(as, 'backup', 'DescribeRestoreJob', { RestoreJobId });
      return { ...job, State: Status };
    });
    expect(restored).toMatchObject({ State: 'COMPLETED' });
    expect((await compareTrees(tree, target)).differences).toEqual([]);
  });
});
