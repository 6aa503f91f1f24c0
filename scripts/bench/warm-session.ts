import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Session } from './contender.ts';
import { type Command, readUsage, run } from './measure.ts';
import type { WorkName } from './works.ts';

/**
 * One process that takes its works as lines and answers each with a line: what a work costs where nothing must be started. The first works
 * warm it up.
 */
export async function openWarmSession(
  directory: string,
  command: Command,
  line: (work: WorkName) => string,
): Promise<Session> {
  const child = spawn(command.file, command.args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  await once(child, 'spawn');
  const pid = child.pid!;
  const ask = async (text: string): Promise<void> => {
    child.stdin.write(`${text}\n`);
    const { done, value } = await answers.next();
    if (done) throw new Error(`the warm process ended at ${text}`);
    if (value.startsWith('failed')) throw new Error(`${text}: ${value}`);
  };
  return {
    async perform(work) {
      const text = line(work);
      await run({ file: 'sync', args: ['-f', directory] });
      forgetPeak(pid);
      const before = readUsage(pid);
      const begun = performance.now();
      await ask(text);
      await run({ file: 'sync', args: ['-f', directory] });
      const wallSeconds = (performance.now() - begun) / 1_000;
      const after = readUsage(pid);
      if (before?.cpuSeconds === undefined || after?.cpuSeconds === undefined)
        return { wallSeconds, cpuSeconds: undefined, peakMebibytes: undefined };
      return { wallSeconds, cpuSeconds: after.cpuSeconds - before.cpuSeconds, peakMebibytes: after.peakMebibytes };
    },
    async close() {
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
}

/** Linux then counts the peak anew; elsewhere it is the whole process's. */
function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}
