import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How long nothing new must come in before what waits is let through. Not a limit on anything: only how waves are told apart. */
const QUIET_MS = 60;

export interface WaveProxy {
  readonly url: string;
  /** Calls in each wave so far: those that none of the others had to wait for. */
  waves(): readonly number[];
  close(): Promise<void>;
}

/** Stands before a server and lets calls through in waves, so that one can count how many calls have to wait for each other. */
export async function openWaveProxy(target: string): Promise<WaveProxy> {
  const waves: number[] = [];
  let waiting: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  const release = (): void => {
    const now = waiting;
    waiting = [];
    waves.push(now.length);
    for (const pass of now) pass();
  };
  const server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      waiting.push(() => forward(target, { incoming, outgoing, body: Buffer.concat(parts) }));
      clearTimeout(timer);
      timer = setTimeout(release, QUIET_MS);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    waves: () => waves,
    async close() {
      clearTimeout(timer);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function forward(
  target: string,
  { incoming, outgoing, body }: { incoming: IncomingMessage; outgoing: ServerResponse; body: Buffer },
): void {
  const url = new URL(incoming.url ?? '/', target);
  const onward = send(url, { method: incoming.method, headers: incoming.headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on('error', () => outgoing.destroy());
  onward.end(body);
}
