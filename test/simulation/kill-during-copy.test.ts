import { createCipheriv, createHash } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sdkClient } from '../conformance/clients/sdk-client.ts';
import { type ServerProcess, startServerProcess } from '../conformance/running-server.ts';
import { admin, admitAccount, roleArn, vaultArn, World } from '../conformance/world.ts';

const KILLS = 20;
const IMAGE_BYTES = 1 << 30;
const ACCOUNT = '300000000003';
const OTHER = '300000000004';

let folder: string;
let server: ServerProcess;
let world: World;
let image: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossvault-kill-'));
  image = path.join(folder, 'disk.img');
  writeNoise(image, IMAGE_BYTES);
  await restart();
});

afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Bytes that never repeat, the same in every run: a stretch that does not compress, and one that does, whose packs a copy writes past the page cache. */
function writeNoise(file: string, size: number): void {
  const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16, 7), Buffer.alloc(16));
  const zeros = Buffer.alloc(8 << 20);
  const stretch = 64 << 20;
  const descriptor = openSync(file, 'w');
  for (let written = 0; written < size; written += zeros.length) {
    const noise = cipher.update(zeros);
    const isThin = Math.floor(written / stretch) % 2 === 1;
    for (let at = 0; isThin && at < noise.length; at += 4096) noise.fill(0, at + 1500, at + 4096);
    writeSync(descriptor, noise);
  }
  closeSync(descriptor);
}

function digest(file: string): string {
  const hash = createHash('sha256');
  const descriptor = openSync(file, 'r');
  const buffer = Buffer.alloc(8 << 20);
  for (let read = readSync(descriptor, buffer); read > 0; read = readSync(descriptor, buffer))
    hash.update(buffer.subarray(0, read));
  closeSync(descriptor);
  return hash.digest('hex');
}

async function restart(): Promise<void> {
  server = await startServerProcess({ flags: ['--dev'], data: path.join(folder, 'data') });
  world = new World(sdkClient(server.url), server);
}

async function setStage(): Promise<string> {
  await world.call(admin(ACCOUNT), 'organizations', 'CreateOrganization', {});
  const { Handshake } = await world.call(admin(ACCOUNT), 'organizations', 'InviteAccountToOrganization', {
    Target: { Id: OTHER, Type: 'ACCOUNT' },
  });
  await world.call(admin(OTHER), 'organizations', 'AcceptHandshake', { HandshakeId: Handshake.Id });
  await world.call(admin(ACCOUNT), 'backup', 'UpdateGlobalSettings', {
    GlobalSettings: { isCrossAccountBackupEnabled: 'true' },
  });
  for (const account of [ACCOUNT, OTHER]) await world.makeRoles(admin(account));
  await world.makeVault(admin(ACCOUNT), 'production', await world.makeKey(admin(ACCOUNT)));
  const resource = await world.register(ACCOUNT, 'EBS', image);
  const job = await world.backUp(admin(ACCOUNT), ACCOUNT, { resource, vault: 'production' });
  expect(job).toMatchObject({ State: 'COMPLETED' });
  return job.RecoveryPointArn!;
}

async function startCopy(point: string, round: number): Promise<string> {
  const name = `offsite-${round}`;
  await world.makeVault(admin(OTHER), name, await world.makeKey(admin(OTHER)));
  await world.call(admin(OTHER), 'backup', 'PutBackupVaultAccessPolicy', {
    BackupVaultName: name,
    Policy: admitAccount(ACCOUNT),
  });
  const { CopyJobId } = await world.call(admin(ACCOUNT), 'backup', 'StartCopyJob', {
    RecoveryPointArn: point,
    SourceBackupVaultName: 'production',
    DestinationBackupVaultArn: vaultArn(OTHER, name),
    IamRoleArn: roleArn(ACCOUNT),
  });
  return CopyJobId;
}

const describeCopy = async (CopyJobId: string) =>
  (await world.call(admin(ACCOUNT), 'backup', 'DescribeCopyJob', { CopyJobId })).CopyJob;

test(`kill -9 of the server ${KILLS} times during copies of 1 GiB loses nothing`, async () => {
  const point = await setStage();
  let round = 0;
  let jobId = await startCopy(point, round);
  const ended: string[] = [];
  for (let kills = 0; kills < KILLS; kills += 1) {
    // A moment that differs each time: in the middle of a pack, an index segment, a commit.
    await new Promise((resolve) => setTimeout(resolve, 30 + ((kills * 97) % 300)));
    await server.kill();
    await restart();
    const { State, StatusMessage } = await describeCopy(jobId);
    expect([State, StatusMessage]).toEqual([expect.stringMatching(/CREATED|RUNNING|COMPLETED/), undefined]);
    if (State === 'COMPLETED') {
      ended.push(jobId);
      round += 1;
      jobId = await startCopy(point, round);
    }
  }
  const last = await world.until(() => describeCopy(jobId));
  expect(last).toMatchObject({ State: 'COMPLETED' });
  const target = path.join(folder, 'restored.img');
  const restored = await world.restore(admin(OTHER), OTHER, {
    point: last.DestinationRecoveryPointArn!,
    metadata: { restoreTo: pathToFileURL(target).href },
  });
  expect(restored).toMatchObject({ State: 'COMPLETED' });
  expect(digest(target)).toBe(digest(image));
  console.log(`${KILLS} kills, ${ended.length + 1} copies completed`);
});

test('the server’s log tells no secret', () => {
  const rootKey = readFileSync(path.join(folder, 'data', 'keys', 'root'), 'utf8').trim();
  expect(rootKey.length).toBeGreaterThan(30);
  expect(server.told()).not.toContain(rootKey);
});
