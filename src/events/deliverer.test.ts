import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SecretBytes } from '../secrets/secret-bytes.ts';
import { eventBounds, eventCursors, eventsAfter, noteWaiting } from '../storage/records/events.ts';
import type { Records } from '../storage/records/records.ts';
import { openSqlite } from '../storage/records/sqlite.ts';
import { EventDeliverer } from './deliverer.ts';
import {
  countingWatch,
  fastTimer,
  note,
  openEndpoint,
  type ReceivedRequest,
  silentLog,
  type TestEndpoint,
  trueTimer,
} from './delivery.testkit.ts';
import { openEventLog } from './event-log.ts';
import { EVENTS_KEPT, FORGET_AT_ONCE, WAITING_MAX_MS } from './limits.ts';
import type { Receiver } from './receiver.ts';
import { openWebhook } from './webhook.ts';

const SECRET = 'a secret of the operator';
let now = Date.UTC(2026, 10, 27);
const machineClock = { now: () => now };
let folder: string;
let records: Records;
let watch = countingWatch();
const open: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossvault-events-'));
  records = await openSqlite(':memory:');
  watch = countingWatch();
});
afterEach(async () => {
  for (const part of open.splice(0).toReversed()) await part.close();
  await records.close();
  rmSync(folder, { recursive: true, force: true });
});

async function endpoint(answer: Parameters<typeof openEndpoint>[0] = () => 204): Promise<TestEndpoint> {
  const opened = await openEndpoint(answer);
  open.push(opened);
  return opened;
}

const webhook = (url: string): Receiver =>
  openWebhook({
    url,
    secret: new SecretBytes(Buffer.from(SECRET)),
    machineClock,
    timer: trueTimer,
    log: silentLog,
    watch,
  });

async function deliver(...receivers: Receiver[]): Promise<EventDeliverer> {
  const deliverer = new EventDeliverer({ records, receivers, machineClock, timer: fastTimer, log: silentLog, watch });
  await deliverer.start();
  open.push(deliverer);
  return deliverer;
}

interface Told {
  readonly detail: { readonly backupVaultName: string; readonly state: string };
}
const told = (text: string): string => {
  const { detail } = JSON.parse(text) as Told;
  return `${detail.backupVaultName} ${detail.state}`;
};
const toldBy = (requests: readonly ReceivedRequest[]): string[] => requests.map(({ body }) => told(body));
const until = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 60_000, interval: 10 });

test('what happens is posted, in its order for each subject', async () => {
  const { url, requests } = await endpoint();
  await deliver(webhook(url));
  await note(records, ['a', 'CREATED'], ['b', 'CREATED'], ['a', 'MODIFIED'], ['a', 'DELETED']);
  await until(() => expect(requests).toHaveLength(4));
  expect(toldBy(requests).filter((line) => line.startsWith('a'))).toEqual(['a CREATED', 'a MODIFIED', 'a DELETED']);
  await until(async () => expect(await records.read(eventCursors)).toEqual(new Map([['webhook', 4]])));
  expect(watch.counts).toEqual({ delivered: 4 });
});

test('a request is signed as Standard Webhooks says', async () => {
  const { url, requests } = await endpoint();
  await deliver(webhook(url));
  await note(records, ['a', 'CREATED']);
  await until(() => expect(requests).toHaveLength(1));
  const { headers, body } = requests[0]!;
  const id = headers['webhook-id'];
  const seconds = headers['webhook-timestamp'];
  expect(seconds).toBe(String(now / 1000));
  expect(id).toBe((JSON.parse(body) as { id: string }).id);
  const signature = createHmac('sha256', SECRET)
    .update(`${String(id)}.${String(seconds)}.${body}`)
    .digest('base64');
  expect(headers['webhook-signature']).toBe(`v1,${signature}`);
  expect(headers['content-type']).toBe('application/json');
});

test('what is not taken comes again until it is, under the same id, and nothing is missing', async () => {
  const { url, requests } = await endpoint(
    (_request, count) => [500, undefined, 302, 404][count - 1] ?? (count > 4 ? 200 : undefined),
  );
  await deliver(webhook(url));
  await note(records, ['a', 'CREATED'], ['a', 'MODIFIED']);
  await until(() => expect(requests).toHaveLength(6));
  expect(toldBy(requests)).toEqual([...Array<string>(5).fill('a CREATED'), 'a MODIFIED']);
  expect(new Set(requests.slice(0, 5).map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(watch.counts.failed).toBe(4);
});

test('of a batch only what was not taken comes again', async () => {
  const { url, requests } = await endpoint(({ body }, count) => (told(body) === 'b MODIFIED' && count < 6 ? 500 : 200));
  await deliver(webhook(url));
  await note(records, ['a', 'CREATED'], ['b', 'CREATED'], ['b', 'MODIFIED'], ['a', 'DELETED'], ['b', 'DELETED']);
  await until(() => expect(toldBy(requests)).toContain('b DELETED'));
  const counts = Map.groupBy(toldBy(requests), (line) => line);
  for (const line of ['a CREATED', 'b CREATED', 'a DELETED', 'b DELETED']) expect(counts.get(line)).toHaveLength(1);
  expect(toldBy(requests).lastIndexOf('b MODIFIED')).toBeLessThan(toldBy(requests).indexOf('b DELETED'));
});

test('a dead webhook is not asked for each of its jobs, and one job that it refuses does not keep the others back', async () => {
  const dead = await endpoint(() => 503);
  const first = await deliver(webhook(dead.url));
  await note(records, ...Array.from({ length: 100 }, (_, index) => [`s${index}`, 'CREATED'] as const));
  await until(() => expect(watch.counts.failed).toBeGreaterThan(0));
  await first.stop();
  // Eight refusals end a round, and seven more may be under way by then; the last round may not be counted yet.
  expect(dead.requests.length).toBeLessThanOrEqual(15 * ((watch.counts.failed ?? 0) + 1));
  const { url, requests } = await endpoint(({ body }) => (/ s[0-9] /.test(` ${told(body)}`) ? 500 : 200));
  await deliver(webhook(url));
  await until(() => expect(new Set(toldBy(requests)).size).toBe(100));
});

test('a restart goes on where the last one stopped', async () => {
  const refusing = await endpoint(() => 503);
  const first = await deliver(webhook(refusing.url));
  await note(records, ['a', 'CREATED'], ['a', 'MODIFIED']);
  await until(() => expect(refusing.requests.length).toBeGreaterThan(1));
  await first.stop();
  await note(records, ['a', 'DELETED']);
  const { url, requests } = await endpoint();
  await deliver(webhook(url));
  await until(() => expect(toldBy(requests)).toEqual(['a CREATED', 'a MODIFIED', 'a DELETED']));
});

test('a receiver that is new hears of what happens from now on', async () => {
  await note(records, ['old', 'CREATED']);
  const { url, requests } = await endpoint();
  await deliver(webhook(url));
  await note(records, ['new', 'CREATED']);
  await until(() => expect(toldBy(requests)).toEqual(['new CREATED']));
});

test('a message that the receiver will never take is given up, and holds nothing back', async () => {
  const { url, requests } = await endpoint((_request, count) => (count === 1 ? 422 : 200));
  await deliver(webhook(url));
  await note(records, ['a', 'CREATED'], ['a', 'MODIFIED']);
  await until(() => expect(toldBy(requests)).toEqual(['a CREATED', 'a MODIFIED']));
  expect(watch.counts.givenUp).toBe(1);
});

test('what a receiver did not take for a day is given up', async () => {
  const { url, requests } = await endpoint();
  const begun = await deliver(webhook(url));
  await begun.stop();
  await note(records, ['old', 'CREATED']);
  await records.write((db) => noteWaiting(db, 0, now));
  now += WAITING_MAX_MS + 1;
  await note(records, ['new', 'CREATED']);
  await deliver(webhook(url));
  await until(() => expect(toldBy(requests)).toEqual(['new CREATED']));
  expect(watch.counts.givenUp).toBe(1);
});

test('a dead receiver does not hold back another', async () => {
  const { url } = await endpoint(() => undefined);
  const file = path.join(folder, 'events.log');
  await deliver(webhook(url), openEventLog(file));
  await note(records, ['a', 'CREATED']);
  await until(() => expect(readFileSync(file, 'utf8').trim().split('\n').map(told)).toEqual(['a CREATED']));
});

test('the log file has one JSON a line, goes on after a half line, and is begun anew when it was moved', async () => {
  const file = path.join(folder, 'events.log');
  writeFileSync(file, '{"whole":1}\n{"half":');
  await deliver(openEventLog(file));
  await note(records, ['a', 'CREATED']);
  const lines = (name: string): string[] => readFileSync(path.join(folder, name), 'utf8').split('\n').slice(0, -1);
  await until(() => expect(lines('events.log')).toHaveLength(2));
  expect(lines('events.log')[0]).toBe('{"whole":1}');
  renameSync(file, `${file}.1`);
  await note(records, ['a', 'MODIFIED']);
  await until(() => expect(lines('events.log').map(told)).toEqual(['a MODIFIED']));
  expect(lines('events.log.1').slice(1).map(told)).toEqual(['a CREATED']);
});

test('old events are forgotten where nobody waits for them, and the newest stay', async () => {
  const many = EVENTS_KEPT + FORGET_AT_ONCE;
  await note(records, ...Array.from({ length: many }, (_, index) => [String(index), 'CREATED'] as const));
  await deliver();
  await until(async () =>
    expect(await records.read(eventBounds)).toEqual({ first: many - EVENTS_KEPT + 1, last: many }),
  );
});

test('what a receiver waits for is not forgotten', async () => {
  const { url } = await endpoint(() => 500);
  await deliver(webhook(url));
  const many = EVENTS_KEPT + FORGET_AT_ONCE;
  await note(records, ...Array.from({ length: many }, () => ['a', 'CREATED'] as const));
  await until(() => expect(watch.counts.failed).toBeGreaterThan(0));
  expect((await records.read((db) => eventsAfter(db, 0, 1)))[0]?.seq).toBe(1);
});
