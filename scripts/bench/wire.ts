/**
 * `npm run bench -- wire`: signed DescribeBackupVault requests a second. The server is a process of its own, started as a user starts
 * it, on a real data directory; the client is another, whose requests were signed ahead. Each request is verified, authorised by the
 * caller's policies as they then are, and answered from the records.
 */
import { execFile, spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { BackupClient, CreateBackupVaultCommand } from '@aws-sdk/client-backup';
import { AttachUserPolicyCommand, CreateAccessKeyCommand, CreateUserCommand, IAMClient } from '@aws-sdk/client-iam';
import { commit, machineFacts } from './machine.ts';
import { UsageError } from './options.ts';
import type { WireRun, WireTask } from './wire-load.ts';

const CLI = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const LOAD = fileURLToPath(new URL('./wire-load.ts', import.meta.url));

const REGION = 'eu-central-1';
const VAULT = 'bench';
/** Compiled and cached code is what a server runs on: the first requests are off the clock. */
const WARM_REQUESTS = 5_000;
/** Linux counts process times in hundredths of a second. */
const MS_PER_TICK = 10;

const HELP = `Measures signed DescribeBackupVault requests a second on one server process.

  npm run bench -- wire [options]

Options:
  --requests N       requests of each run (default 30000)
  --connections N    keep-alive connections, one question at a time on each (default 32)
  --runs N           runs on one server; all are told (default 3)
  --log LEVEL        the server's log (default info: a line for each request)
  --directory DIR    where the server's data directory is made (default: bench-results)
  --help
`;

interface WireFigures extends WireRun {
  /** Of the server, user and system; nothing where the system does not tell (not Linux). */
  readonly cpuMicrosecondsEach: number | undefined;
}

/** Prints a line for each run and adds them to the history. Returns the exit code. */
export async function benchWire(args: readonly string[], history: string): Promise<number> {
  const options = parse(args);
  if (options === 'help') {
    console.log(HELP);
    return 0;
  }
  mkdirSync(options.directory, { recursive: true });
  const data = mkdtempSync(join(options.directory, 'wire-'));
  const machine = machineFacts(options.directory);
  const server = await startServer(data, options.log);
  const runs: WireFigures[] = [];
  try {
    const task = await prepare(server.url, options.connections);
    await runLoad({ ...task, requests: WARM_REQUESTS });
    console.log(`${machine.cores} cores, ${machine.processor}; ${options.connections} connections, log ${options.log}`);
    for (let run = 0; run < options.runs; run += 1) {
      const before = cpuMs(server.pid);
      const told = await runLoad({ ...task, requests: options.requests });
      const figures = { ...told, cpuMicrosecondsEach: eachMicroseconds(before, cpuMs(server.pid), told.requests) };
      runs.push(figures);
      console.log(lineOf(figures));
    }
  } finally {
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  }
  const record = {
    at: new Date().toISOString(),
    commit: commit(),
    machine,
    works: ['wire'],
    ...options,
    results: runs,
  };
  appendFileSync(history, `${JSON.stringify(record)}\n`);
  return 0;
}

interface WireOptions {
  readonly requests: number;
  readonly connections: number;
  readonly runs: number;
  readonly log: string;
  readonly directory: string;
}

/** Throws UsageError. */
function parse(args: readonly string[]): WireOptions | 'help' {
  const { help, ...values } = parsed(args);
  if (help) return 'help';
  const { requests, connections, runs } = values;
  return {
    ...values,
    requests: wholeNumber('--requests', requests),
    connections: wholeNumber('--connections', connections),
    runs: wholeNumber('--runs', runs),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        requests: { type: 'string', default: '30000' },
        connections: { type: 'string', default: '32' },
        runs: { type: 'string', default: '3' },
        log: { type: 'string', default: 'info' },
        directory: { type: 'string', default: 'bench-results' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value <= 0)
    throw new UsageError(`${option} takes a whole number above zero, not "${text}"`);
  return value;
}

const lineOf = ({ requests, seconds, medianMs, slowestHundredthMs, cpuMicrosecondsEach }: WireFigures): string =>
  `${Math.round(requests / seconds)} requests/s; median ${medianMs.toFixed(1)} ms, slowest hundredth ${slowestHundredthMs.toFixed(1)} ms; ` +
  `${cpuMicrosecondsEach?.toFixed(0) ?? '-'} µs of the server's processor each`;

interface Server {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Dev mode only lets the bench make its user: the requests that are measured come with an ordinary key. */
function startServer(data: string, log: string): Promise<Server> {
  const flags = ['serve', '--dev', '--data', data, '--listen', '127.0.0.1:0', '--log', log];
  const child = spawn(process.execPath, [...process.execArgv, CLI, ...flags], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    let told = '';
    // Read on to the end: a full pipe would hold the server up.
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      const known = told;
      told = (told + text).slice(0, 10_000);
      const url = /listens on (http:\/\/\S+?)[,\s]/.exec(told)?.[1];
      if (url === undefined || known === told) return;
      const stop = async (): Promise<void> => {
        child.kill('SIGTERM');
        await ended;
      };
      resolve({ url, pid: child.pid!, stop });
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${told}`)));
  });
}

/** A user with a key and AWS's policy for administrators, and the vault that is asked about. */
async function prepare(url: string, connections: number): Promise<Omit<WireTask, 'requests'>> {
  const administrator = { accessKeyId: '111122223333', secretAccessKey: 'dev' };
  const settings = { endpoint: url, region: REGION, credentials: administrator };
  const [iam, backup] = [new IAMClient(settings), new BackupClient(settings)];
  const UserName = 'bench';
  await iam.send(new CreateUserCommand({ UserName }));
  const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
  await iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
  await backup.send(new CreateBackupVaultCommand({ BackupVaultName: VAULT, BackupVaultTags: { stage: 'bench' } }));
  for (const client of [iam, backup]) client.destroy();
  const credentials = { accessKeyId: AccessKey!.AccessKeyId!, secretAccessKey: AccessKey!.SecretAccessKey! };
  return { url, path: `/backup-vaults/${VAULT}`, region: REGION, credentials, connections };
}

async function runLoad(task: WireTask): Promise<WireRun> {
  const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, LOAD, JSON.stringify(task)]);
  return JSON.parse(stdout) as WireRun;
}

/** User and system time of a process; nothing where the system does not tell. */
function cpuMs(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
}

const eachMicroseconds = (before: number | undefined, after: number | undefined, count: number): number | undefined =>
  before === undefined || after === undefined ? undefined : ((after - before) * 1_000) / count;
