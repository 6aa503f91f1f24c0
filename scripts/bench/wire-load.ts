/** The client of the wire bench, a process of its own: asks over keep-alive connections, one question at a time on each. Prints a WireRun. */
import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { sign } from '../../src/aws/wire/sign.ts';

/** What the process is told, as JSON in its first argument. */
export interface WireTask {
  readonly url: string;
  readonly path: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly connections: number;
  readonly requests: number;
}

export interface WireRun {
  readonly requests: number;
  readonly seconds: number;
  readonly medianMs: number;
  readonly slowestHundredthMs: number;
}

/** Signed ahead, so that the client's arithmetic is not on the clock; each has a signature of its own. */
const DIFFERENT_REQUESTS = 2_000;

console.log(JSON.stringify(await load(JSON.parse(process.argv[2] ?? '') as WireTask)));

async function load(task: WireTask): Promise<WireRun> {
  const questions = Array.from({ length: Math.min(task.requests, DIFFERENT_REQUESTS) }, () => signed(task));
  const sockets = await Promise.all(Array.from({ length: task.connections }, () => open(task.url)));
  const times = new Float64Array(task.requests);
  let next = 0;
  const begun = performance.now();
  await Promise.all(
    sockets.map(async (socket) => {
      while (next < task.requests) {
        const index = next++;
        const asked = performance.now();
        await ask(socket, questions[index % questions.length]!);
        times[index] = performance.now() - asked;
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1_000;
  for (const socket of sockets) socket.destroy();
  times.sort();
  const at = (share: number): number => times[Math.floor(times.length * share)]!;
  return { requests: task.requests, seconds, medianMs: at(0.5), slowestHundredthMs: at(0.99) };
}

/** One request as bytes, with the headers that an SDK signs. */
function signed({ url, path, region, credentials }: WireTask): Buffer {
  const headers = {
    'amz-sdk-invocation-id': randomUUID(),
    'amz-sdk-request': 'attempt=1; max=3',
    'user-agent': 'aws-sdk-js/3.1092.0 ua/2.1 os/linux lang/js md/nodejs#26.10.0 api/backup#3.1092.0 m/E,e',
  };
  const sent = sign({ method: 'GET', url: url + path, headers }, credentials, {
    region,
    service: 'backup',
    now: Date.now(),
  });
  const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1');
}

function open(url: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const { port, hostname } = new URL(url);
    const socket = connect({ port: Number(port), host: hostname, noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Rejects at any answer but a whole 200. Answers are small: they come in one piece, or the pieces are put together. */
function ask(socket: Socket, question: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    const finish = (settle: () => void): void => {
      socket.off('data', onData).off('close', onClose);
      settle();
    };
    const onClose = (): void => finish(() => reject(new Error('the server hung up')));
    const onData = (part: Buffer): void => {
      text += part.toString('latin1');
      const head = text.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1]);
      if (text.length < head + 4 + length) return;
      if (text.startsWith('HTTP/1.1 200 ')) finish(resolve);
      else finish(() => reject(new Error(`the server answered ${text.slice(0, 1_000)}`)));
    };
    socket.on('data', onData).on('close', onClose);
    socket.write(question);
  });
}
