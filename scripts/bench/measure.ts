import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** What one whole process cost, from its start until its bytes are on the disk. */
export interface Cost {
  readonly wallSeconds: number;
  /** User and system time; nothing where the system does not tell (not Linux). */
  readonly cpuSeconds: number | undefined;
  /** The most memory it held at one time. */
  readonly peakMebibytes: number | undefined;
}

const SAMPLE_MS = 10;
/** The end of what a program said, for the error. */
const SAID_MAX = 4_000;
/** Linux counts process times in hundredths of a second. */
const TICKS_PER_SECOND = 100;

/** Runs the command, then syncs the file system of `directory`, both on the clock. Throws where the command fails. */
export async function measure(command: Command, directory: string): Promise<Cost> {
  await run({ file: 'sync', args: ['-f', directory] });
  const begun = performance.now();
  const usage = await run(command);
  await run({ file: 'sync', args: ['-f', directory] });
  return { wallSeconds: (performance.now() - begun) / 1_000, ...usage };
}

export type Usage = Omit<Cost, 'wallSeconds'>;

/** Runs a command to its end, off the clock. Throws with what it said where it fails. */
export async function run({ file, args, env }: Command): Promise<Usage> {
  const child = spawn(file, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      said = (said + part).slice(-SAID_MAX);
    });
  }
  const { pid } = child;
  // The kernel keeps both figures itself: what is read last is the peak and the sum, but for the last hundredth of a second.
  let usage: Usage = { cpuSeconds: undefined, peakMebibytes: undefined };
  const sampling = setInterval(() => {
    if (pid !== undefined) usage = readUsage(pid) ?? usage;
  }, SAMPLE_MS);
  try {
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (status, signal) => resolve(status ?? signal));
    });
    if (code !== 0) throw new Error(`${file} ${args[0] ?? ''} ended with ${code}: ${said.trim()}`);
    return usage;
  } finally {
    clearInterval(sampling);
  }
}

/** What a process has cost so far; nothing where it is gone or the system does not tell. */
export function readUsage(pid: number): Usage | undefined {
  try {
    const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'));
    // Behind the name in brackets, which may hold anything: user time is the twelfth field, system time the thirteenth.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)!.split(' ');
    if (peak === null) return undefined;
    return {
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND,
      peakMebibytes: Number(peak[1]) / 1_024,
    };
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))
      return undefined;
    throw error;
  }
}
