import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Assembly, assemble } from '../assemble.ts';
import type { ServerConfig } from '../config.ts';
import { testConfig } from '../testing/test-config.ts';
import { operatorApi } from './operator-api.ts';

const ORIGIN = 'http://127.0.0.1:4577';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossvault-operator-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = (name: string, change: Partial<ServerConfig>): Promise<Assembly> =>
  assemble(testConfig(path.join(folder, name), { sourceRoots: [folder], ...change }));

async function ask(
  assembly: Assembly,
  method: string,
  route: string,
  { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
) {
  const request = new Request(`${ORIGIN}/_crossvault/${route}`, {
    method,
    headers: { host: '127.0.0.1:4577', 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const response = await operatorApi(assembly).fetch(request);
  const text = await response.text();
  return { status: response.status, text, answer: text.startsWith('{') ? JSON.parse(text) : undefined };
}

describe('in dev mode', () => {
  let assembly: Assembly;
  beforeAll(async () => {
    assembly = await open('dev', {});
    assembly.runner.start();
  });
  afterAll(() => assembly.close());

  test('limits of work are shown, changed one by one, and lifted', async () => {
    const none = { copyBytesPerSecond: null, copyWindow: null, scrubEvery: null };
    expect(await ask(assembly, 'GET', 'limits')).toMatchObject({ status: 200, answer: none });
    const body = { copyBytesPerSecond: 1_000_000, copyWindow: '22:00-06:00' };
    expect(await ask(assembly, 'PUT', 'limits', { body })).toMatchObject({ status: 200, answer: { ...none, ...body } });
    const answer = { copyBytesPerSecond: null, copyWindow: '22:00-06:00', scrubEvery: 'PT604800S' };
    const changes = { copyBytesPerSecond: null, scrubEvery: 'P7D' };
    expect(await ask(assembly, 'PUT', 'limits', { body: changes })).toMatchObject({ status: 200, answer });
    expect(await ask(assembly, 'PUT', 'limits', { body: { copyWindow: null, scrubEvery: null } })).toMatchObject({
      answer: none,
    });
  });

  test.each([
    { copyBytesPerSecond: 0 },
    { verifyBytesPerSecond: '5' },
    { copyWindow: '25:00-26:00' },
    { scrubEvery: 'PT1S' },
    { copyRate: 1 },
  ])('a limit that is none is refused, and it is said what would be right: %j', async (body) => {
    const { status, answer } = await ask(assembly, 'PUT', 'limits', { body });
    expect({ status, code: answer.error.code }).toEqual({ status: 400, code: `${Object.keys(body)[0]}-invalid` });
  });

  test('health and metrics are told', async () => {
    expect(await ask(assembly, 'GET', 'health')).toMatchObject({ status: 200, answer: { status: 'ok', mode: 'dev' } });
    expect((await ask(assembly, 'GET', 'metrics')).text).toContain('crossvault_jobs_total');
  });

  test('pages of other origins and names that are not loopback are refused', async () => {
    expect(await ask(assembly, 'GET', 'clock', { headers: { origin: 'https://evil.example' } })).toMatchObject({
      status: 403,
    });
    expect(await ask(assembly, 'GET', 'clock', { headers: { host: 'evil.example' } })).toMatchObject({ status: 403 });
    expect(await ask(assembly, 'GET', 'clock', { headers: { origin: ORIGIN } })).toMatchObject({ status: 200 });
  });

  test('a resource is registered, listed and removed', async () => {
    const wish = {
      account: '111122223333',
      region: 'eu-west-1',
      type: 'EFS',
      source: `file://${folder}`,
      tags: { team: 'a' },
    };
    const { status, answer } = await ask(assembly, 'POST', 'resources', { body: wish });
    expect({ status, answer }).toMatchObject({
      status: 201,
      answer: { type: 'EFS', nature: 'directory', tags: { team: 'a' } },
    });
    expect((await ask(assembly, 'GET', 'resources')).answer.resources).toMatchObject([{ arn: answer.arn }]);
    expect(await ask(assembly, 'DELETE', `resources?arn=${encodeURIComponent(answer.arn)}`)).toMatchObject({
      status: 200,
    });
    expect(await ask(assembly, 'DELETE', `resources?arn=${encodeURIComponent(answer.arn)}`)).toMatchObject({
      status: 404,
    });
  });

  test.each([
    ['account', { account: '1' }],
    ['region', { region: 'Europe' }],
    ['type', { type: 'Floppy' }],
    ['source', { source: '/srv' }],
    ['source outside the roots', { source: 'file:///etc' }],
    ['source that is not there', { source: 'file:///no/such/place' }],
    ['name', { name: '../x' }],
    ['kmsKey', { kmsKey: 'alias/nobodys' }],
    ['tags', { tags: [] }],
  ])('a resource with a wrong %s is refused with a sentence', async (_what, change) => {
    const wish = { account: '111122223333', region: 'eu-west-1', type: 'EFS', source: `file://${folder}`, ...change };
    const { status, answer } = await ask(assembly, 'POST', 'resources', { body: wish });
    expect(status).toBe(400);
    expect(answer.error.message).toMatch(/\w+ \w+ \w+/);
  });

  test.each(['', 'not json', '[]', 'null', '{"advance":5}', '{"advance":"P99999999D"}'])(
    'the body %j does not move the clock',
    async (body) => {
      const before = assembly.clock.now();
      expect(await ask(assembly, 'POST', 'clock', { body })).toMatchObject({ status: 400 });
      expect(assembly.clock.now()).toBe(before);
    },
  );

  test('a body beyond the limit is refused', async () => {
    expect(await ask(assembly, 'POST', 'clock', { body: `{"advance":"${'x'.repeat(1 << 20)}"}` })).toMatchObject({
      status: 413,
    });
  });

  test('reset empties the server, many times in a row', async () => {
    await ask(assembly, 'POST', 'resources', {
      body: { account: '111122223333', region: 'eu-west-1', type: 'EFS', source: `file://${folder}` },
    });
    for (let round = 0; round < 3; round += 1)
      expect(await ask(assembly, 'POST', 'reset')).toMatchObject({ status: 200 });
    expect((await ask(assembly, 'GET', 'resources')).answer).toEqual({ resources: [] });
  });

  test('what is not there is said', async () => {
    expect(await ask(assembly, 'GET', 'nowhere')).toMatchObject({
      status: 404,
      answer: { error: { code: 'not-found' } },
    });
    expect(await ask(assembly, 'POST', 'verify', { body: { recoveryPointArn: 'arn:x' } })).toMatchObject({
      status: 404,
    });
    expect(await ask(assembly, 'POST', 'explain', { body: { copyJobId: 'none' } })).toMatchObject({ status: 404 });
    expect(await ask(assembly, 'POST', 'explain', { body: { lang: 'fr' } })).toMatchObject({ status: 400 });
    expect(await ask(assembly, 'POST', 'explain', { body: { fix: 'by hand' } })).toMatchObject({ status: 400 });
  });
});

describe('in normal mode', () => {
  let assembly: Assembly;
  beforeAll(async () => {
    assembly = await open('normal', { isDev: false, clock: 'real' });
  });
  afterAll(() => assembly.close());

  const authorized = () => ({ headers: { authorization: `Bearer ${assembly.operatorToken}` } });

  test('only the token opens what changes or tells', async () => {
    expect(await ask(assembly, 'GET', 'resources')).toMatchObject({ status: 401 });
    expect(await ask(assembly, 'GET', 'resources', { headers: { authorization: 'Bearer nearly' } })).toMatchObject({
      status: 401,
    });
    expect(await ask(assembly, 'GET', 'resources', authorized())).toMatchObject({ status: 200 });
    expect(await ask(assembly, 'GET', 'health')).toMatchObject({ status: 200 });
  });

  test('neither the clock is moved nor the server emptied', async () => {
    expect(await ask(assembly, 'POST', 'clock', { ...authorized(), body: { advance: 'PT1M' } })).toMatchObject({
      status: 409,
    });
    expect(await ask(assembly, 'POST', 'reset', authorized())).toMatchObject({ status: 409 });
  });

  test('a second server on the same directory is refused', async () => {
    await expect(open('normal', { isDev: false })).rejects.toMatchObject({ kind: 'in-use' });
  });
});
