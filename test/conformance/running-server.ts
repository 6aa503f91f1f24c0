import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SHIM = fileURLToPath(new URL('../../bin/crossvault.cjs', import.meta.url));

/** A server in a process of its own, started by the command as a user starts it. */
export interface ServerProcess {
  readonly url: string;
  readonly data: string;
  readonly process: ChildProcess;
  /** What the server has written to its log. */
  told(): string;
  operator(method: string, route: string, body?: object): Promise<Record<string, never>>;
  /** SIGKILL, as a power cut would; the data directory stays. */
  kill(): Promise<void>;
  /** SIGTERM, then the data directory goes too unless it was handed in. */
  stop(): Promise<void>;
}

/** Starts `crossvault serve` on a free port; `data` reopens a directory. */
export async function startServerProcess({
  flags = [],
  data,
}: {
  flags?: readonly string[];
  data?: string;
} = {}): Promise<ServerProcess> {
  const directory = data ?? mkdtempSync(path.join(tmpdir(), 'crossvault-'));
  const args = [SHIM, 'serve', '--data', directory, '--listen', '127.0.0.1:0', '--log', 'warn', ...flags];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const url = await addressOf(child, () => log);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    url,
    data: directory,
    process: child,
    told: () => log,
    async operator(method, route, body) {
      const response = await fetch(`${url}/_crossvault/${route}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const answer = (await response.json()) as Record<string, never>;
      if (!response.ok) throw new Error(`${method} ${route}: ${JSON.stringify(answer)}`);
      return answer;
    },
    async kill() {
      // The shim hands signals on, but cannot hand on SIGKILL: the server is its child.
      const pid = await serverPid(url);
      process.kill(pid, 'SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      if (data === undefined) rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function serverPid(url: string): Promise<number> {
  const { pid } = (await (await fetch(`${url}/_crossvault/health`)).json()) as { pid: number };
  return pid;
}

function addressOf(child: ChildProcess, told: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', () => {
      const url = /listens on (http:\/\/\S+?)[,\s]/.exec(told())?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened:\n${told()}`)));
  });
}
