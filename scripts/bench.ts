/** `npm run bench`: our engine beside restic and cp, on this machine, now. See docs/performance.md. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Contender } from './bench/contender.ts';
import { cpContender } from './bench/cp-contender.ts';
import { crossvaultContender } from './bench/crossvault-contender.ts';
import { commit, freeBytes, machineFacts } from './bench/machine.ts';
import { HELP, type Options, parseOptions, UsageError } from './bench/options.ts';
import { benchPolicy } from './bench/policy.ts';
import { resticContender, resticVersion } from './bench/restic-contender.ts';
import type { Results } from './bench/results.ts';
import { runBench } from './bench/run-bench.ts';
import { table } from './bench/table.ts';
import { benchWire } from './bench/wire.ts';

const EXIT_USAGE = 2;
const EXIT_MISSING = 69;
/** Data sets, two repositories and a restore, of the largest set at scale 1. */
const BYTES_NEEDED = 6 * 2 ** 30;
/** Below the directory that is named, so that what is removed at the end is ours. */
const OWN_FOLDER = 'crossvault-bench';
const HISTORY = 'bench-results/history.jsonl';

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  try {
    if (args[0] === 'policy') return benchPolicy(args.slice(1), HISTORY);
    if (args[0] === 'wire') return await benchWire(args.slice(1), HISTORY);
    const options = parseOptions(args);
    if (options !== 'help') return await bench({ ...options, directory: path.resolve(options.directory, OWN_FOLDER) });
    console.log(HELP);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`bench: ${error.message}\n\n${HELP}`);
    return EXIT_USAGE;
  }
}

async function bench(options: Options): Promise<number> {
  const contenders = chooseContenders(options);
  if (typeof contenders === 'string') return missing(contenders);
  mkdirSync(options.directory, { recursive: true });
  const [free, needed] = [freeBytes(options.directory), BYTES_NEEDED * options.scale];
  if (free < needed) return missing(`${gibibytes(needed)} free in ${options.directory}; there are ${gibibytes(free)}`);
  const results = await runBench(options, contenders, (line) => console.error(line));
  report(options, contenders, results);
  if (!options.keep) rmSync(options.directory, { recursive: true, force: true });
  return 0;
}

/** The programs to measure, or what is missing. */
function chooseContenders({ withRestic, withFloor }: Options): readonly Contender[] | string {
  const chosen = [crossvaultContender(ownVersion())];
  if (withRestic) {
    const version = resticVersion();
    if (version === undefined)
      return 'restic: "apt-get install restic", or run without the peer: npm run bench -- --no-restic';
    chosen.push(resticContender(version));
  }
  if (withFloor) chosen.push(cpContender(execFileSync('cp', ['--version'], { encoding: 'utf8' }).split('\n')[0]!));
  return chosen;
}

function missing(what: string): number {
  console.error(`bench: needs ${what}`);
  return EXIT_MISSING;
}

const gibibytes = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(1)} GiB`;

function ownVersion(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
}

/** Prints the table, and adds all single figures to the history. */
function report(options: Options, contenders: readonly Contender[], results: Results): void {
  const machine = machineFacts(options.directory);
  const versions = Object.fromEntries(contenders.map(({ name, version }) => [name, version]));
  console.log(
    [
      '',
      `${machine.cores} cores, ${machine.processor}, ${machine.memoryGibibytes} GiB, ${machine.fileSystem}, ${machine.kernel}`,
      `crossvault ${versions.crossvault} (${commit() ?? 'no commit'}) on Node ${machine.node}; ${versions.restic ?? 'no restic'}`,
      `medians of ${options.runs} runs, scale ${options.scale}; seconds, whole processes and sync`,
      '',
      table(results, options),
    ].join('\n'),
  );
  const { works, sets, runs, scale } = options;
  const record = {
    at: new Date().toISOString(),
    commit: commit(),
    machine,
    versions,
    works: works.map(({ name }) => name),
  };
  mkdirSync(path.dirname(HISTORY), { recursive: true });
  appendFileSync(HISTORY, `${JSON.stringify({ ...record, sets, runs, scale, results: results.all() })}\n`);
}
