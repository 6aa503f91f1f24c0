import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sdkClient } from '../conformance/clients/sdk-client.ts';
import { type ServerProcess, startServerProcess } from '../conformance/running-server.ts';
import { admin, makeImage, roleArn, vaultArn, World } from '../conformance/world.ts';

const ACCOUNT = '300000000031';
const KILLS = 6;
const DAYS_EACH = 4;

interface Told {
  readonly id: string;
  readonly 'detail-type': string;
  readonly resources: readonly string[];
  readonly detail: { readonly state?: string; readonly copyJobId?: string; readonly backupJobId?: string };
}

let folder: string;
let server: ServerProcess;
let world: World;
let receiver: Server;
let hook: string;
const posted: Told[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossvault-kill-events-'));
  receiver = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      posted.push(JSON.parse(text) as Told);
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  hook = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  await restart();
  await world.makeRoles(admin(ACCOUNT));
  for (const name of ['main', 'second'])
    await world.makeVault(admin(ACCOUNT), name, await world.makeKey(admin(ACCOUNT)));
  for (const seed of [1, 2, 3])
    await world.register(ACCOUNT, 'EBS', makeImage(path.join(folder, `disk${seed}.img`), seed), {
      name: `disk${seed}`,
    });
  const { BackupPlanId } = await backup('CreateBackupPlan', {
    BackupPlan: {
      BackupPlanName: 'nightly',
      Rules: [
        {
          RuleName: 'daily',
          TargetBackupVaultName: 'main',
          Lifecycle: { DeleteAfterDays: 7 },
          CopyActions: [{ DestinationBackupVaultArn: vaultArn(ACCOUNT, 'second') }],
        },
      ],
    },
  });
  const BackupSelection = { SelectionName: 'all', IamRoleArn: roleArn(ACCOUNT), Resources: ['*'] };
  await backup('CreateBackupSelection', { BackupPlanId, BackupSelection });
});

afterAll(async () => {
  await server?.stop();
  receiver?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function restart(): Promise<void> {
  server = await startServerProcess({
    flags: ['--dev', '--clock', 'manual', '--event-webhook', hook, '--event-log', path.join(folder, 'events.log')],
    data: path.join(folder, 'data'),
  });
  world = new World(sdkClient(server.url), server);
}

const backup = (operation: string, input: object = {}) => world.call(admin(ACCOUNT), 'backup', operation, input);
const advance = (time: string) => server.operator('POST', 'clock', { advance: time });

/** The states that each job was told to be in, in their order, without what was told twice. */
function statesOf(events: readonly Told[], type: string, idOf: (event: Told) => string | undefined) {
  const once = [...new Map(events.map((event) => [event.id, event])).values()];
  const states = new Map<string, string[]>();
  for (const event of once) {
    const id = event['detail-type'] === type ? idOf(event) : undefined;
    if (id !== undefined) states.set(id, [...(states.get(id) ?? []), String(event.detail.state)]);
  }
  return states;
}

test(`kill -9 of the server ${KILLS} times while time is advanced loses no event, and keeps the order for each job`, async () => {
  for (let kill = 0; kill < KILLS; kill += 1) {
    const moving = advance(`P${DAYS_EACH}D`).catch(() => undefined);
    // A moment that differs each time: while jobs run, while events are on their way.
    await new Promise((resolve) => setTimeout(resolve, 150 + ((kill * 397) % 1100)));
    await server.kill();
    await moving;
    await restart();
  }
  await advance('P2D');
  const { BackupJobs } = await backup('ListBackupJobs', { MaxResults: 1000 });
  const { CopyJobs } = await backup('ListCopyJobs', { MaxResults: 1000 });
  const backups: string[] = BackupJobs.map(({ BackupJobId }: { BackupJobId: string }) => BackupJobId);
  const copies: string[] = CopyJobs.map(({ CopyJobId }: { CopyJobId: string }) => CopyJobId);
  expect(Math.min(backups.length, copies.length)).toBeGreaterThan(5);
  const logged = (): Told[] =>
    readFileSync(path.join(folder, 'events.log'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Told);
  await vi.waitFor(
    () => {
      for (const events of [posted, logged()]) {
        const ofBackups = statesOf(events, 'Backup Job State Change', ({ detail }) => detail.backupJobId);
        const ofCopies = statesOf(events, 'Copy Job State Change', ({ detail }) => detail.copyJobId);
        for (const id of backups) expect([id, ofBackups.get(id)]).toEqual([id, ['CREATED', 'RUNNING', 'COMPLETED']]);
        for (const id of copies) expect([id, ofCopies.get(id)]).toEqual([id, ['RUNNING', 'COMPLETED']]);
      }
    },
    { timeout: 60_000, interval: 500 },
  );
  console.log(
    `${backups.length} backups, ${copies.length} copies, ${posted.length} requests, ${logged().length} lines`,
  );
});
