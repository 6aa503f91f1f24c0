import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of one request. */
export type Fault =
  | 'pass'
  /** The connection ends before the store hears of it. */
  | 'cut-before'
  /** The store does it, and the connection ends before the answer comes. */
  | 'cut-answer'
  /** The connection ends in the middle of the answer's body. */
  | 'cut-body'
  /** 503, as an overloaded store says it. */
  | 'busy'
  /** 503 without a word, as what stands before a store says it. */
  | 'unavailable'
  /** The answer waits for so many milliseconds. */
  | { readonly slowMs: number };

export interface FaultyProxy {
  readonly url: string;
  /** Decides for each request from now on; `count` begins with 0. */
  decide(by: (request: { readonly method: string; readonly path: string; readonly count: number }) => Fault): void;
  /** Requests so far, as `PUT /bucket/key`. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Stands before a store and harms what goes through. Signatures stay valid, since the store is still told the proxy's own host name. */
export async function openFaultyProxy(target: string): Promise<FaultyProxy> {
  let decision: Parameters<FaultyProxy['decide']>[0] = () => 'pass';
  let count = 0;
  const requests: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const { method = '', url = '' } = incoming;
    const [path = ''] = url.split('?');
    requests.push(`${method} ${path}`);
    const fault = decision({ method, path, count });
    count += 1;
    void collect(incoming).then(
      (body) => forward(target, { incoming, outgoing, body, fault }),
      () => outgoing.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    decide(by) {
      decision = by;
      count = 0;
    },
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function collect(from: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of from) parts.push(part);
  return Buffer.concat(parts);
}

interface Passing {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly body: Buffer;
  readonly fault: Fault;
}

function forward(target: string, { incoming, outgoing, body, fault }: Passing): void {
  if (fault === 'cut-before') return void outgoing.destroy();
  if (fault === 'busy' || fault === 'unavailable') {
    const told =
      fault === 'busy' ? '<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>' : '';
    outgoing.writeHead(503, { 'content-type': 'application/xml' }).end(told);
    return;
  }
  const url = new URL(incoming.url ?? '/', target);
  const onward = send(url, { method: incoming.method, headers: incoming.headers }, (answer) => {
    void collect(answer).then(
      (told) => deliver(outgoing, { answer, told, fault }),
      () => outgoing.destroy(),
    );
  });
  onward.on('error', () => outgoing.destroy());
  onward.end(body);
}

function deliver(
  outgoing: ServerResponse,
  { answer, told, fault }: { answer: IncomingMessage; told: Buffer; fault: Fault },
): void {
  if (fault === 'cut-answer') return void outgoing.destroy();
  const finish = (): void => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    if (fault !== 'cut-body' || told.length < 2) return void outgoing.end(told);
    outgoing.write(told.subarray(0, told.length >> 1), () => outgoing.destroy());
  };
  if (typeof fault === 'object') setTimeout(finish, fault.slowMs);
  else finish();
}
