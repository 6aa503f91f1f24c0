import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { noteEvent } from '../storage/records/events.ts';
import type { Records } from '../storage/records/records.ts';
import type { Timer } from '../util/timer.ts';
import type { DeliveryWatch } from './receiver.ts';

/** What a receiver's endpoint has been sent. */
export interface ReceivedRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface TestEndpoint {
  readonly url: string;
  readonly requests: readonly ReceivedRequest[];
  close(): Promise<void>;
}

/** A real HTTP server that keeps what it is sent and answers what `answer` says: a status, or nothing at all for a broken connection. */
export async function openEndpoint(
  answer: (request: ReceivedRequest, count: number) => number | undefined,
): Promise<TestEndpoint> {
  const requests: ReceivedRequest[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => (body += part));
    request.on('end', () => {
      const received = { headers: request.headers, body };
      requests.push(received);
      const status = answer(received, requests.length);
      if (status === undefined) return request.socket.destroy();
      response.writeHead(status).end('whatever');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const timerAt = (speed: number): Timer => ({
  after(ms, callback) {
    const timer = setTimeout(callback, ms / speed);
    return () => clearTimeout(timer);
  },
});

/** Pauses pass a hundred times faster: what is told does not depend on it. */
export const fastTimer = timerAt(100);

/** For what must not run out on a busy machine. */
export const trueTimer = timerAt(1);

export const silentLog = pino({ level: 'silent' });

/** Counts what happened, by its name. */
export function countingWatch(): DeliveryWatch & { readonly counts: Record<string, number> } {
  const counts: Record<string, number> = {};
  const count = (name: string, by = 1): void => {
    counts[name] = (counts[name] ?? 0) + by;
  };
  return {
    counts,
    waiting: () => undefined,
    delivered: (_receiver, by) => count('delivered', by),
    failed: () => count('failed'),
    givenUp: (_receiver, by) => count('givenUp', by),
  };
}

/** Puts events on record: `subject` is a vault, `state` whatever is to be recognised. */
export async function note(records: Records, ...events: (readonly [subject: string, state: string])[]): Promise<void> {
  await records.write(async (db) => {
    for (const [subject, state] of events) {
      const detail = { name: subject, is_locked: 0 };
      await noteEvent(db, {
        kind: 'vault',
        subject,
        account: '111122223333',
        region: 'eu-west-1',
        state,
        detail,
        now: 1,
      });
    }
  });
}
