import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sign } from './sign.ts';
import { startToyServer, type ToyServer, toyKey } from './testing/toy-server.ts';

// What HTTP/1.1 allows beside the plain request of an SDK: over a socket, byte by byte as written here.

let server: ToyServer;

beforeAll(async () => {
  server = await startToyServer({
    backup: {
      DescribeBackupVault: ({ BackupVaultName }: { BackupVaultName: string }) => ({ BackupVaultName }),
      UpdateRegionSettings: () => undefined,
    },
    kms: { CreateKey: () => ({}) },
  });
});

afterAll(() => server.close());

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
  readonly service?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The head of a signed request, without its empty line; `unsigned` headers come behind the others. */
function head(
  { service = 'backup', path, ...request }: Sent,
  { target = path, unsigned = [] }: { target?: string; unsigned?: readonly string[] } = {},
): string {
  const scope = { region: 'eu-central-1', service, now: Date.now() };
  const headers = sign({ ...request, url: server.url + path }, toyKey, scope);
  const lines = [...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), ...unsigned];
  return `${request.method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n`;
}

/** Opens a connection, sends the pieces one after the other's answer has `until` in it, and gives back all that came. */
async function talk(pieces: readonly { readonly send: string; readonly until: RegExp }[]): Promise<string> {
  const { port, hostname } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  let text = '';
  let heard = Promise.withResolvers<void>();
  socket.on('data', (part) => {
    text += part.toString('latin1');
    heard.resolve();
  });
  socket.on('close', () => heard.reject(new Error(`hung up after ${text}`)));
  try {
    for (const { send, until } of pieces) {
      const before = text.length;
      socket.write(send, 'latin1');
      while (!until.test(text.slice(before))) {
        await heard.promise;
        heard = Promise.withResolvers<void>();
      }
    }
    return text;
  } finally {
    socket.removeAllListeners('close').destroy();
  }
}

const statuses = (text: string): number[] => [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, code]) => Number(code));

const vault = (name: string): Sent => ({ method: 'GET', path: `/backup-vaults/${name}` });

test('requests that come in a row without waiting are answered in their order', async () => {
  const names = ['one', 'two', 'three', 'four'];
  const send = names.map((name) => `${head(vault(name))}\r\n`).join('');
  const text = await talk([{ send, until: /"four"/ }]);
  expect([...text.matchAll(/"BackupVaultName":"(\w+)"/g)].map(([, name]) => name)).toEqual(names);
});

test('a refused request in a row does not harm its neighbours', async () => {
  const bad = head(vault('bad')).replace(/Signature=./, 'Signature=x');
  const send = `${head(vault('one'))}\r\n${bad}\r\n${head(vault('two'))}\r\n`;
  expect(statuses(await talk([{ send, until: /"two"/ }]))).toEqual([200, 403, 200]);
});

const settings: Sent = {
  method: 'PUT',
  path: '/account-settings',
  headers: { 'content-type': 'application/json' },
  body: '{"ResourceTypeOptInPreference":{"EFS":true}}',
};

test('who expects to be told to go on is told so', async () => {
  const length = `Content-Length: ${settings.body!.length}`;
  const text = await talk([
    { send: `${head(settings, { unsigned: [length, 'Expect: 100-continue'] })}\r\n`, until: /100 Continue/ },
    { send: settings.body!, until: /HTTP\/1\.1 200/ },
  ]);
  expect(statuses(text)).toEqual([100, 200]);
  expect(server.calls.at(-1)!.input).toEqual({ ResourceTypeOptInPreference: { EFS: true } });
});

test('a body in chunks is put together before it is verified', async () => {
  const [one, two] = [settings.body!.slice(0, 10), settings.body!.slice(10)];
  const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`;
  const start = `${head(settings, { unsigned: ['Transfer-Encoding: chunked'] })}\r\n`;
  const text = await talk([{ send: start + chunk(one) + chunk(two) + chunk(''), until: /HTTP\/1\.1 \d{3} / }]);
  expect(statuses(text)).toEqual([200]);
  expect(server.calls.at(-1)!.input).toEqual({ ResourceTypeOptInPreference: { EFS: true } });
  const altered = start + chunk(one) + chunk(`${two} `) + chunk('');
  expect(statuses(await talk([{ send: altered, until: /HTTP\/1\.1 \d{3} / }]))).toEqual([403]);
});

test("S3's chunks with signatures of their own are no body of these services", async () => {
  const headers = {
    'content-encoding': 'aws-chunked',
    'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
    'x-amz-decoded-content-length': '2',
  };
  const body = `2;chunk-signature=${'0'.repeat(64)}\r\n{}\r\n0;chunk-signature=${'0'.repeat(64)}\r\n\r\n`;
  const sent = head({ ...settings, headers, body }, { unsigned: [`Content-Length: ${body.length}`] });
  const text = await talk([{ send: `${sent}\r\n${body}`, until: /\}$/ }]);
  expect(statuses(text)).toEqual([403]);
  expect(text).toMatch(/x-amzn-errortype: InvalidSignatureException:/i);
});

test('a target in absolute form is the path behind the host', async () => {
  const sent = vault('home');
  const text = await talk([{ send: `${head(sent, { target: server.url + sent.path })}\r\n`, until: /"home"/ }]);
  expect(statuses(text)).toEqual([200]);
});

test('methods that no operation has are unknown operations, with or without a body to say so', async () => {
  const ask = (method: string) =>
    talk([{ send: `${head({ ...vault('home'), method })}\r\n${head(vault('next'))}\r\n`, until: /"next"/ }]);
  for (const method of ['HEAD', 'OPTIONS', 'PATCH', 'TRACE', 'PROPFIND']) {
    const text = await ask(method);
    expect(statuses(text), method).toEqual([404, 200]);
    expect(text).toMatch(/x-amzn-errortype: UnknownOperationException:/i);
  }
});

test('an unknown operation of a JSON service has a name and no sentence', async () => {
  const sent = { method: 'POST', path: '/', service: 'kms', headers: { 'x-amz-target': 'TrentService.ListKeys' } };
  const text = await talk([{ send: `${head(sent)}Content-Length: 0\r\n\r\n`, until: /\}$/ }]);
  expect(statuses(text)).toEqual([400]);
  expect(text.split('\r\n\r\n')[1]).toBe('{"__type":"UnknownOperationException"}');
});

test('a header over several lines, which HTTP/1.1 has given up, is refused and not read by half', async () => {
  const folded = `${head(vault('home'))}X-Note: one\r\n two\r\n\r\n`;
  expect(statuses(await talk([{ send: folded, until: /\}$/ }]))).toEqual([400]);
});

test('a request with two hosts is refused', async () => {
  const send = `${head(vault('home'), { unsigned: ['Host: other'] })}\r\n`;
  expect(statuses(await talk([{ send, until: /\}$/ }]))).toEqual([403]);
});
