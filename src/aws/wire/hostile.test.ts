import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RequestToSign } from './sign.ts';
import { sign } from './sign.ts';
import type { ToyServer } from './testing/toy-server.ts';
import { startToyServer, toyKey } from './testing/toy-server.ts';

let server: ToyServer;

beforeAll(async () => {
  server = await startToyServer(
    {
      backup: {
        CreateBackupVault: () => ({}),
        ListCopyJobs: () => ({}),
        ListTags: () => ({}),
        UpdateRegionSettings: () => undefined,
      },
      kms: { Encrypt: () => ({}), CreateKey: () => ({}), GenerateRandom: () => new Promise(() => undefined) },
      organizations: { CreatePolicy: () => ({}) },
      sts: { GetCallerIdentity: () => ({}), AssumeRole: () => ({}) },
      iam: { TagRole: () => undefined },
    },
    { limits: { requestBytesMax: 64 * 1024, bodyReadMsMax: 150, answerMsMax: 150 } },
  );
});

afterAll(() => server.close());

interface Answered {
  readonly status: number;
  readonly code: string;
  readonly body: string;
  readonly requestId: string | null;
}

/** The error's name as an SDK would find it: in the header, in `__type`, or in `<Code>`. */
const codeIn = (response: Response, body: string): string =>
  response.headers.get('x-amzn-errortype')?.split(':')[0] ??
  /"__type":"(\w+)"/.exec(body)?.[1] ??
  /<Code>(\w+)<\/Code>/.exec(body)?.[1] ??
  '';

type Sent = Omit<RequestToSign, 'url'> & { readonly path: string; readonly service?: string };

const sendSigned = async ({ path, service = 'backup', ...request }: Sent, base = server.url): Promise<Answered> => {
  const url = base + path;
  const { host: _, ...headers } = sign({ ...request, url }, toyKey, {
    region: 'eu-central-1',
    service,
    now: Date.now(),
  });
  const init = { method: request.method, headers, redirect: 'manual' as const };
  const response = await fetch(url, request.body === undefined ? init : { ...init, body: Buffer.from(request.body) });
  const body = await response.text();
  return {
    status: response.status,
    code: codeIn(response, body),
    body,
    requestId: response.headers.get('x-amzn-requestid'),
  };
};

const kms = (body: string | Uint8Array, operation = 'Encrypt'): Promise<Answered> =>
  sendSigned({
    method: 'POST',
    path: '/',
    service: 'kms',
    body,
    headers: { 'x-amz-target': `TrentService.${operation}`, 'content-type': 'application/x-amz-json-1.1' },
  });

const form = (body: string | Uint8Array, service = 'sts', base = server.url): Promise<Answered> => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return sendSigned({ method: 'POST', path: '/', service, body, headers }, base);
};

const identity = 'Action=GetCallerIdentity&Version=2011-06-15';

/** What a raw socket gets back for these bytes. */
const sendRaw = (bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { port, hostname } = new URL(server.url);
    const socket = connect(Number(port), hostname, () => socket.write(bytes, 'latin1'));
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });

const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

test.each([
  ['no JSON', '{"KeyId":'],
  ['a list', '[]'],
  ['a string', '"x"'],
  ['null', 'null'],
  ['a number for a string', '{"KeyId":1,"Plaintext":"AA=="}'],
  ['a structure for a string', '{"KeyId":{},"Plaintext":"AA=="}'],
  ['a list for a map', '{"KeyId":"k","Plaintext":"AA==","EncryptionContext":[]}'],
  ['a null in a list', '{"KeyId":"k","Plaintext":"AA==","GrantTokens":[null]}'],
  ['base64 with strangers', '{"KeyId":"k","Plaintext":"A*=="}'],
  ['a NUL', '{"KeyId":"k\\u0000","Plaintext":"AA=="}'],
  ['half a surrogate pair', '{"KeyId":"k\\ud800","Plaintext":"AA=="}'],
  ['a NUL in the key of a map', '{"KeyId":"k","Plaintext":"AA==","EncryptionContext":{"\\u0000":"x"}}'],
])('%s is refused as a JSON 1.1 service refuses it', async (_, body) => {
  expect(await kms(body)).toMatchObject({ status: 400, code: 'SerializationException' });
});

test('bytes that are not UTF-8 are refused', async () => {
  const bytes = Buffer.from('{"KeyId":"\u00ff"}', 'latin1');
  expect(await kms(bytes)).toMatchObject({ status: 400, code: 'SerializationException' });
  const settings = await sendSigned({ method: 'PUT', path: '/account-settings', body: bytes });
  expect(settings).toMatchObject({ status: 400, code: 'SerializationException' });
  expect(await form(Buffer.from(`${identity}&X=%ff`))).toMatchObject({ status: 404, code: 'MalformedQueryString' });
});

test('JSON of any depth is refused or passed over, never a failure of ours', async () => {
  for (const depth of [50, 5_000, 10_000]) {
    const answer = await kms(nested(depth), 'CreateKey');
    expect(answer).toMatchObject({ status: 200 });
    expect((await kms(`{"Tags":${nested(depth)}}`, 'CreateKey')).status).toBe(400);
  }
});

test('a key named __proto__ is a key like any other', async () => {
  await kms('{"KeyId":"k","Plaintext":"AA==","EncryptionContext":{"__proto__":"x"},"__proto__":{"KeyId":"y"}}');
  const { input } = server.calls.at(-1)! as { input: { KeyId: string; EncryptionContext: object } };
  expect(input.KeyId).toBe('k');
  expect(Object.entries(input.EncryptionContext)).toEqual([['__proto__', 'x']]);
});

test.each([
  ['a broken escape in the path', '/tags/arn%3Aaws%zz', 400, 'SerializationException'],
  ['a path that is not UTF-8', '/tags/%ff', 400, 'SerializationException'],
  ['a NUL in the path', '/tags/a%00b', 400, 'SerializationException'],
  ['a number that is none', '/copy-jobs/?maxResults=ten', 400, 'SerializationException'],
  ['a number out of range', '/copy-jobs/?maxResults=0', 400, 'InvalidParameterValueException'],
  ['a fraction for a whole number', '/copy-jobs/?maxResults=1.5', 400, 'SerializationException'],
  ['a date that is none', '/copy-jobs/?createdAfter=yesterday', 400, 'SerializationException'],
  ['a state that there is not', '/copy-jobs/?state=DONE', 400, 'InvalidParameterValueException'],
  ['an unknown path', '/no/such/thing', 404, 'UnknownOperationException'],
  ['the root', '/', 404, 'UnknownOperationException'],
])('%s is refused in the form of Backup', async (_, path, status, code) => {
  expect(await sendSigned({ method: 'GET', path })).toMatchObject({ status, code });
});

test('a broken escape in the query string is refused', async () => {
  const url = `${server.url}/copy-jobs/`;
  const { host: _, ...headers } = sign({ method: 'GET', url }, toyKey, {
    region: 'eu-central-1',
    service: 'backup',
    now: Date.now(),
  });
  const response = await fetch(`${url}?state=%zz`, { headers });
  expect(response.status).toBe(400);
  expect(response.headers.get('x-amzn-errortype')).toMatch(/^SerializationException:/);
});

test.each([
  ['no action', 'Version=2011-06-15', 400, 'MissingAction'],
  ['nothing', '', 400, 'MissingAction'],
  ['an unknown action', 'Action=Nonsense&Version=2011-06-15', 400, 'InvalidAction'],
  ['a name that every object has', 'Action=constructor&Version=2011-06-15', 400, 'InvalidAction'],
  ['another version', 'Action=GetCallerIdentity&Version=2010-05-08', 400, 'InvalidAction'],
  ['a broken escape', `${identity}&X=%zz`, 404, 'MalformedQueryString'],
  ['a number that is none', 'Action=AssumeRole&Version=2011-06-15&DurationSeconds=long', 400, 'MalformedInput'],
  ['a list without numbers', 'Action=AssumeRole&Version=2011-06-15&Tags.member.x.Key=a', 400, 'MalformedInput'],
  ['a missing member', 'Action=AssumeRole&Version=2011-06-15&RoleSessionName=me', 400, 'ValidationError'],
  ['depth', `Action=AssumeRole&Version=2011-06-15&${'a.'.repeat(500)}=1`, 400, 'MalformedInput'],
  ['numbers', `Action=AssumeRole&Version=2011-06-15${'&a=1'.repeat(11_000)}`, 400, 'MalformedInput'],
])('a form with %s is refused in the form of the query services', async (_, body, status, code) => {
  const answer = await form(body);
  expect(answer).toMatchObject({ status, code });
  expect(answer.body).toMatch(
    /^<ErrorResponse xmlns="https:\/\/sts\.amazonaws\.com\/doc\/2011-06-15\/"><Error><Type>Sender<\/Type>/,
  );
  expect(answer.body).toContain(`<RequestId>${answer.requestId}</RequestId>`);
});

test('an unknown target is an unknown operation', async () => {
  for (const operation of ['Nonsense', 'constructor', '']) {
    expect(await kms('{}', operation)).toMatchObject({ status: 400, code: 'UnknownOperationException' });
  }
});

test('a signature for another service names the right one', async () => {
  const answer = await sendSigned({
    method: 'POST',
    path: '/',
    service: 's3',
    headers: { 'x-amz-target': 'TrentService.Encrypt' },
  });
  expect(answer).toMatchObject({ status: 400, code: 'InvalidSignatureException' });
  expect(answer.body).toContain("Credential should be scoped to correct service: 'kms'.");
});

test.each([
  ['GET', '/copy-jobs/', {}, 'MissingAuthenticationTokenException'],
  ['OPTIONS', '/copy-jobs', {}, 'MissingAuthenticationTokenException'],
  ['POST', '/', { 'x-amz-target': 'TrentService.Encrypt' }, 'MissingAuthenticationTokenException'],
  ['POST', '/?Action=GetCallerIdentity&Version=2011-06-15', {}, 'MissingAuthenticationToken'],
])('%s %s without a signature lacks a token', async (method, path, headers, code) => {
  const response = await fetch(server.url + path, { method, headers });
  const body = await response.text();
  expect({ status: response.status, code: codeIn(response, body) }).toEqual({ status: 403, code });
});

test('HEAD is answered without a body and the connection lives on', async () => {
  for (let turn = 0; turn < 3; turn += 1) {
    const response = await fetch(`${server.url}/copy-jobs`, { method: 'HEAD' });
    expect(response.status).toBe(403);
    expect(await response.text()).toBe('');
  }
});

test('a body beyond the bound is too large', async () => {
  expect(await kms('x'.repeat(65 * 1024))).toMatchObject({ status: 413, code: 'RequestEntityTooLargeException' });
  expect(await form(`${identity}&X=${'x'.repeat(65 * 1024)}`)).toMatchObject({
    status: 413,
    code: 'RequestEntityTooLarge',
  });
});

test('a length beyond everything is refused before the body comes', async () => {
  const answer = await sendRaw('PUT /copy-jobs HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toMatch(/connection: close/i);
});

test('a body that does not come is given up', async () => {
  const answer = await sendRaw('PUT /copy-jobs HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc');
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(answer).toMatch(/x-amzn-errortype: RequestTimeoutException/i);
});

test.each([
  ['headers beyond the bound', `GET / HTTP/1.1\r\nHost: x\r\nX-Big: ${'x'.repeat(200_000)}\r\n\r\n`, 413],
  ['no HTTP', 'hello\r\n\r\n', 400],
  ['a NUL in a header', 'GET / HTTP/1.1\r\nHost: x\r\nX-Nul: a\u0000b\r\n\r\n', 400],
  ['two lengths', 'PUT /copy-jobs HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
])('%s: refused in the form of AWS and cut off', async (_, bytes, status) => {
  const answer = await sendRaw(bytes);
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(answer).toMatch(/x-amzn-errortype: /i);
});

test('a target with scheme and host is understood', async () => {
  const answer = await sendRaw(
    'GET http://backup.eu-central-1.amazonaws.com/copy-jobs/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  );
  expect(answer).toMatch(/^HTTP\/1\.1 403 /);
});

test('an operation that does not end is a service that is not available', async () => {
  expect(await kms('{}', 'GenerateRandom')).toMatchObject({ status: 503, code: 'ServiceUnavailable' });
});

test('one request too many at once is told to come back', async () => {
  const gate = Promise.withResolvers<void>();
  const narrow = await startToyServer(
    { sts: { GetCallerIdentity: () => gate.promise } },
    { limits: { requestsAtOnceMax: 2 } },
  );
  const ask = () => form(identity, 'sts', narrow.url);
  const first = [ask(), ask()];
  await expect.poll(() => narrow.calls.length).toBe(2);
  expect(await ask()).toMatchObject({ status: 400, code: 'Throttling' });
  gate.resolve();
  expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200]);
  expect((await ask()).status).toBe(200);
  await narrow.close();
});

test('requests that are never sent to their end take no place from others', async () => {
  const narrow = await startToyServer(
    { sts: { GetCallerIdentity: () => ({}) } },
    { limits: { requestsAtOnceMax: 2, bodyReadMsMax: 10_000 } },
  );
  const { port, hostname } = new URL(narrow.url);
  const halfSent = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const socket = connect(Number(port), hostname);
      await new Promise<void>((resolve) => {
        socket.write('PUT /copy-jobs HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc', () => resolve());
      });
      return socket;
    }),
  );
  expect((await form(identity, 'sts', narrow.url)).status).toBe(200);
  for (const socket of halfSent) socket.destroy();
  await narrow.close();
});

test('a client that goes away in the middle takes nothing with it', async () => {
  const { port, hostname } = new URL(server.url);
  const before = server.log.length;
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write('PUT /copy-jobs HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc', () =>
        socket.resetAndDestroy(),
      );
    });
    socket.on('close', () => resolve());
  });
  await expect.poll(() => server.log.length).toBe(before + 1);
  expect(server.log.at(-1)).toMatchObject({ code: 'RequestAbortedException' });
  expect((await kms('{}', 'CreateKey')).status).toBe(200);
});

test('nothing hostile was ever answered with the failure of ours', () => {
  expect(server.log.filter(({ status }) => (status as number) >= 500).map(({ code }) => code)).toEqual(
    expect.not.arrayContaining(['InternalFailure']),
  );
});
