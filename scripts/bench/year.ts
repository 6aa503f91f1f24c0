/**
 * `npm run bench -- year`: how long a year takes on a manual clock: a daily plan with weekly copies into another account under another key, over
 * a hundred file systems, with all that expires. The whole server's work without its wire: rows, policies, keys, bytes, syncs.
 */
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { commit, machineFacts } from './machine.ts';
import { UsageError } from './options.ts';
import { type YearFigures, YearStage } from './year-stage.ts';

const HELP = `Measures how long a year takes on a manual clock: a daily plan with weekly cross-account copies.

  npm run bench -- year [options]

Options:
  --resources N    protected resources (default 100)
  --days N         how long the clock is moved (default 365)
  --runs N         runs; all are told (default 1)
  --directory DIR  where the data directory is made (default bench-results/year)
  --help
`;

/** Prints a line for each run and adds them to the history. Returns the exit code. */
export async function benchYear(args: readonly string[], history: string): Promise<number> {
  const options = parse(args);
  if (options === 'help') {
    console.log(HELP);
    return 0;
  }
  const machine = machineFacts('.');
  console.log(`${machine.cores} cores, ${machine.processor}, ${machine.fileSystem}`);
  const runs: YearFigures[] = [];
  for (let run = 0; run < options.runs; run += 1) {
    const figures = await oneYear(options);
    console.log(lineOf(figures, options));
    runs.push(figures);
  }
  mkdirSync(path.dirname(history), { recursive: true });
  const record = {
    at: new Date().toISOString(),
    commit: commit(),
    machine,
    works: ['year'],
    ...options,
    results: runs,
  };
  appendFileSync(history, `${JSON.stringify(record)}\n`);
  return 0;
}

type Options = Exclude<ReturnType<typeof parse>, 'help'>;

async function oneYear({ directory, resources, days }: Options): Promise<YearFigures> {
  rmSync(directory, { recursive: true, force: true });
  const sources = Array.from({ length: resources }, (_, index) => makeSource(path.join(directory, `source-${index}`)));
  const stage = await YearStage.open(path.join(directory, 'data'), sources);
  try {
    return await stage.pass(days);
  } finally {
    await stage.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A small file system: what a year costs is the work around the bytes. */
function makeSource(folder: string): string {
  mkdirSync(path.join(folder, 'below'), { recursive: true });
  for (const name of ['one', 'two', 'below/three'])
    writeFileSync(path.join(folder, name), `${folder} ${name}\n`.repeat(50));
  return folder;
}

function lineOf(figures: YearFigures, { days }: Options): string {
  const { seconds, cpuSeconds, mainSeconds, backups, copies, expired, failed } = figures;
  const each = (1000 * seconds) / (backups + copies);
  const cpu = `${cpuSeconds.toFixed(1)} s of CPU, ${mainSeconds.toFixed(1)} of the main thread`;
  return `${days} days in ${seconds.toFixed(1)} s (${cpu}): ${backups} backups, ${copies} copies, ${expired} expired, ${failed} failed; ${each.toFixed(2)} ms a job`;
}

function parse(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      resources: { type: 'string', default: '100' },
      days: { type: 'string', default: '365' },
      runs: { type: 'string', default: '1' },
      directory: { type: 'string', default: 'bench-results/year' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help' as const;
  return {
    resources: count('resources', values.resources),
    days: count('days', values.days),
    runs: count('runs', values.runs),
    directory: path.resolve(values.directory),
  };
}

function count(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new UsageError(`--${name} wants a whole number, not "${text}"`);
  return number;
}
