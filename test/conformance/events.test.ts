import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Answer } from './clients/client.ts';
import { sdkClient } from './clients/sdk-client.ts';
import { type ServerProcess, startServerProcess } from './running-server.ts';
import { admin, makeImage, vaultArn, World } from './world.ts';

const ACCOUNT = '100000000007';
const self = admin(ACCOUNT);
const SECRET = 'c2VjcmV0IG9mIHRoZSB0ZXN0';
const TOPIC = `arn:aws:sns:eu-central-1:${ACCOUNT}:backups`;

interface Envelope {
  readonly id: string;
  readonly 'detail-type': string;
  readonly account: string;
  readonly resources: readonly string[];
  readonly detail: Record<string, Answer>;
}

let folder: string;
let server: ServerProcess;
let world: World;
let volume: string;
let receiver: Server;
let hook: string;
/** What the webhook has been sent and has taken; while it is down it answers 503. */
const taken: { readonly headers: Record<string, unknown>; readonly text: string }[] = [];
let isDown = false;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossvault-events-'));
  writeFileSync(path.join(folder, 'secret'), `whsec_${SECRET}\n`);
  receiver = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      if (!isDown) taken.push({ headers: request.headers, text });
      response.writeHead(isDown ? 503 : 200).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  hook = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  await restart();
  await world.makeRoles(self);
  volume = await world.register(ACCOUNT, 'EBS', makeImage(path.join(folder, 'disk.img'), 1));
});

afterAll(async () => {
  await world?.client.close();
  await server?.stop();
  receiver?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function restart(): Promise<void> {
  const events = ['--event-webhook', hook, '--event-webhook-secret', path.join(folder, 'secret')];
  server = await startServerProcess({
    flags: ['--dev', '--clock', 'manual', '--event-log', path.join(folder, 'events.log'), ...events],
    data: path.join(folder, 'data'),
  });
  world = new World(sdkClient(server.url), server);
}

const backup = (operation: string, input: object): Promise<Answer> => world.call(self, 'backup', operation, input);
const posted = (): Envelope[] =>
  taken.filter(({ headers }) => headers['crossvault-event-form'] === 'aws.backup').map(({ text }) => JSON.parse(text));
const logged = (): Envelope[] =>
  readFileSync(path.join(folder, 'events.log'), 'utf8')
    .split('\n')
    .filter((line) => line.includes('"detail-type"'))
    .map((line) => JSON.parse(line) as Envelope);
const until = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 45_000, interval: 100 });

/** The states of a job, in the order in which they were told, without what was told twice. */
function statesOf(events: readonly Envelope[], type: string, isIt: (event: Envelope) => boolean): string[] {
  const once = [...new Map(events.map((event) => [event.id, event])).values()];
  return once
    .filter((event) => event['detail-type'] === type && isIt(event))
    .map(({ detail }) => String(detail['state'] ?? detail['status']));
}

async function copy(point: string, to: string): Promise<string> {
  const { CopyJobId } = await backup('StartCopyJob', {
    RecoveryPointArn: point,
    SourceBackupVaultName: 'first',
    DestinationBackupVaultArn: vaultArn(ACCOUNT, to),
    IamRoleArn: `arn:aws:iam::${ACCOUNT}:role/AWSBackupCopyRole`,
  });
  const ended = await world.until(async () => (await backup('DescribeCopyJob', { CopyJobId })).CopyJob);
  expect([ended.State, ended.StatusMessage]).toEqual(['COMPLETED', undefined]);
  return CopyJobId;
}

test('a backup and its copy are told by webhook and log, signed, in order, with notifications for what the vault chose', async () => {
  await backup('CreateBackupVault', { BackupVaultName: 'first' });
  await world.makeVault(self, 'second', await world.makeKey(self));
  await backup('PutBackupVaultNotifications', {
    BackupVaultName: 'first',
    SNSTopicArn: TOPIC,
    BackupVaultEvents: ['BACKUP_JOB_COMPLETED', 'COPY_JOB_FAILED'],
  });
  const job = await world.backUp(self, ACCOUNT, { resource: volume, vault: 'first' });
  const id = (await backup('ListBackupJobs', {})).BackupJobs[0].BackupJobId;
  const copyId = await copy(job.RecoveryPointArn!, 'second');
  await until(() =>
    expect(posted().some(({ detail }) => detail['copyJobId'] === copyId && detail['state'] === 'COMPLETED')).toBe(true),
  );
  const all = ['CREATED', 'RUNNING', 'COMPLETED'];
  await until(() => expect(logged().length).toBe(posted().length));
  for (const events of [posted(), logged()]) {
    expect(statesOf(events, 'Backup Job State Change', ({ detail }) => detail['backupJobId'] === id)).toEqual(all);
    const isCopy = ({ resources }: Envelope) => resources[0] === job.RecoveryPointArn;
    expect(statesOf(events, 'Copy Job State Change', isCopy)).toEqual(all);
    const vaults = events.filter((event) => event['detail-type'] === 'Backup Vault State Change');
    expect(vaults.map(({ detail }) => detail)).toEqual([
      { backupVaultName: 'first', state: 'CREATED' },
      { backupVaultName: 'second', state: 'CREATED' },
    ]);
  }
  const notifications = taken.filter(({ headers }) => headers['crossvault-event-form'] === 'sns');
  expect(notifications.map(({ text }) => JSON.parse(text) as object)).toMatchObject([
    {
      Type: 'Notification',
      TopicArn: TOPIC,
      Subject: 'Notification from AWS Backup',
      Message: expect.stringContaining('An AWS Backup job was completed successfully. Recovery point ARN: '),
      MessageAttributes: { State: { Type: 'String', Value: 'COMPLETED' }, Id: { Type: 'String', Value: id } },
    },
  ]);
  for (const { headers, text } of taken) {
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${text}`;
    const expected = createHmac('sha256', Buffer.from(SECRET, 'base64')).update(signed).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${expected}`);
  }
});

test('nothing is lost when the server is killed while the webhook is down', async () => {
  isDown = true;
  const job = await world.backUp(self, ACCOUNT, { resource: volume, vault: 'first' });
  const ids = [await copy(job.RecoveryPointArn!, 'second')];
  await server.kill();
  await restart();
  ids.push(await copy(job.RecoveryPointArn!, 'second'));
  await server.kill();
  isDown = false;
  await restart();
  ids.push(await copy(job.RecoveryPointArn!, 'second'));
  const isEnd = (id: string, { detail }: Envelope) => detail['copyJobId'] === id && detail['state'] === 'COMPLETED';
  await until(() => {
    for (const id of ids) expect(posted().some((event) => isEnd(id, event))).toBe(true);
  });
  for (const id of ids) {
    const isIt = ({ detail }: Envelope) => detail['copyJobId'] === id;
    for (const events of [posted(), logged()])
      expect(statesOf(events, 'Copy Job State Change', isIt)).toEqual(['RUNNING', 'COMPLETED']);
  }
  const metrics = await (await fetch(`${server.url}/_crossvault/metrics`)).text();
  expect(metrics).toMatch(/crossvault_events_delivered_total\{receiver="webhook"\} [1-9]/);
});

/** Reads the event stream until `count` AWS events have come; returns them with their ids. */
async function listen(query: string, count: number, lastId?: string): Promise<{ id: string; event: Envelope }[]> {
  const abort = new AbortController();
  const headers = lastId === undefined ? {} : { 'last-event-id': lastId };
  const response = await fetch(`${server.url}/_crossvault/events?${query}`, { headers, signal: abort.signal });
  const found: { id: string; event: Envelope }[] = [];
  let text = '';
  for await (const part of response.body!) {
    text += Buffer.from(part as Uint8Array).toString();
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const id = /^id: (.*)$/m.exec(block)?.[1];
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (id !== undefined && data !== undefined) found.push({ id, event: JSON.parse(data) as Envelope });
    }
    if (found.length >= count) break;
  }
  abort.abort();
  return found;
}

test('a listener comes back with the id of the last event it saw, and misses none', async () => {
  const query = 'types=aws.backup&detail-type=Backup%20Vault%20State%20Change';
  const live = listen(query, 1);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await backup('CreateBackupVault', { BackupVaultName: 'third' });
  const [first] = await live;
  expect(first?.event.detail).toEqual({ backupVaultName: 'third', state: 'CREATED' });
  await backup('PutBackupVaultLockConfiguration', { BackupVaultName: 'third', MinRetentionDays: 1 });
  await backup('DeleteBackupVaultLockConfiguration', { BackupVaultName: 'third' });
  await backup('DeleteBackupVault', { BackupVaultName: 'third' });
  const missed = await listen(query, 3, first!.id);
  expect(missed.map(({ event }) => event.detail)).toEqual([
    { backupVaultName: 'third', state: 'MODIFIED', isLocked: 'true' },
    { backupVaultName: 'third', state: 'MODIFIED', isLocked: 'false' },
    { backupVaultName: 'third', state: 'DELETED' },
  ]);
});

test('a deleted recovery point, a plan and Region settings are told', async () => {
  const [point] = (await backup('ListRecoveryPointsByBackupVault', { BackupVaultName: 'second' })).RecoveryPoints;
  await backup('DeleteRecoveryPoint', { BackupVaultName: 'second', RecoveryPointArn: point.RecoveryPointArn });
  const { BackupPlanId } = await backup('CreateBackupPlan', {
    BackupPlan: { BackupPlanName: 'plan', Rules: [{ RuleName: 'rule', TargetBackupVaultName: 'first' }] },
  });
  await backup('DeleteBackupPlan', { BackupPlanId });
  await backup('UpdateRegionSettings', { ResourceTypeOptInPreference: { EBS: true } });
  const told = () =>
    logged()
      .slice(-4)
      .map((event) => [event['detail-type'], event.detail['status'] ?? event.detail['state']]);
  await until(() =>
    expect(told()).toEqual([
      ['Recovery Point State Change', 'DELETING'],
      ['Backup Plan State Change', 'CREATED'],
      ['Backup Plan State Change', 'DELETED'],
      ['Region Setting State Change', 'MODIFIED'],
    ]),
  );
});
