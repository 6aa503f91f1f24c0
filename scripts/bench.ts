/** `npm run bench`: our engine beside restic and cp, on this machine, now. See docs/performance.md. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { barLines } from './bench/bars.ts';
import type { Contender } from './bench/contender.ts';
import { cpContender } from './bench/cp-contender.ts';
import { crossvaultContender, plainContender, warmContender } from './bench/crossvault-contender.ts';
import { benchDoctor } from './bench/doctor.ts';
import { commit, freeBytes, machineFacts } from './bench/machine.ts';
import { HELP, type Options, parseOptions, UsageError } from './bench/options.ts';
import { benchPolicy } from './bench/policy.ts';
import { resticContender, resticVersion } from './bench/restic-contender.ts';
import type { Results } from './bench/results.ts';
import { runBench } from './bench/run-bench.ts';
import { runDoubling, runScaling, type ScalingCost } from './bench/run-scaling.ts';
import { doublingLine, scalingTable } from './bench/scaling-table.ts';
import { benchScheduler } from './bench/scheduler.ts';
import { ratioTable, table } from './bench/table.ts';
import { benchWire } from './bench/wire.ts';
import { benchYear } from './bench/year.ts';

const EXIT_USAGE = 2;
const EXIT_MISSING = 69;
/** Data sets, two repositories and a restore, of the largest set at scale 1. */
const BYTES_NEEDED = 24 * 2 ** 30;
/** Below the directory that is named, so that what is removed at the end is ours. */
const OWN_FOLDER = 'crossvault-bench';
const HISTORY = 'bench-results/history.jsonl';

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  try {
    if (args[0] === 'doctor') return await benchDoctor(args.slice(1), HISTORY);
    if (args[0] === 'policy') return benchPolicy(args.slice(1), HISTORY);
    if (args[0] === 'year') return await benchYear(args.slice(1), HISTORY);
    if (args[0] === 'scheduler') return await benchScheduler(args.slice(1), HISTORY);
    if (args[0] === 'wire') return await benchWire(args.slice(1), HISTORY);
    const options = parseOptions(args[0] === 'engine' ? args.slice(1) : args);
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
  rmSync(options.directory, { recursive: true, force: true });
  const tell = (line: string): void => console.error(line);
  const results = await runBench(options, contenders, tell);
  const scaling = await runScaling(options, tell);
  if (options.scalingSets.includes('d5')) scaling.push(...(await runDoubling(options, tell)));
  report(options, contenders, { results, scaling });
  if (!options.keep) rmSync(options.directory, { recursive: true, force: true });
  return 0;
}

/** The programs to measure, or what is missing. */
function chooseContenders(options: Options): readonly Contender[] | string {
  const chosen = [crossvaultContender(ownVersion())];
  if (options.sets.length === 0) return chosen;
  if (options.withPlain) chosen.push(plainContender(ownVersion()));
  if (options.withWarm) chosen.push(warmContender(ownVersion()));
  if (options.withRestic) {
    const version = resticVersion();
    if (version === undefined)
      return 'restic: "apt-get install restic", or run without the peer: npm run bench -- engine --no-restic';
    chosen.push(resticContender(version));
  }
  if (options.withFloor)
    chosen.push(cpContender(execFileSync('cp', ['--version'], { encoding: 'utf8' }).split('\n')[0]!));
  return chosen;
}

function missing(what: string): number {
  console.error(`bench: needs ${what}`);
  return EXIT_MISSING;
}

function gibibytes(bytes: number): string {
  return `${(bytes / 2 ** 30).toFixed(1)} GiB`;
}

function ownVersion(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
}

/** Prints the tables, and adds all single figures to the history. */
function report(
  options: Options,
  contenders: readonly Contender[],
  { results, scaling }: { results: Results; scaling: readonly ScalingCost[] },
): void {
  const machine = machineFacts(options.directory);
  const versions = Object.fromEntries(contenders.map(({ name, version }) => [name, version]));
  console.log(
    [
      '',
      `${machine.cores} cores, ${machine.processor}, ${machine.memoryGibibytes} GiB, ${machine.fileSystem}, ${machine.kernel}`,
      `crossvault ${versions.crossvault} (${commit() ?? 'no commit'}) on Node ${machine.node}; ${versions.restic ?? 'no restic'}`,
      `medians of ${options.runs} runs, scale ${options.scale}; seconds, whole processes (warm: in one that is up already) and sync`,
    ].join('\n'),
  );
  if (options.sets.length > 0) {
    console.log(
      `\n${table(results, options)}\n\n${ratioTable(results, options)}\n\n${barsTitle(options)}\n${barLines(results).join('\n')}`,
    );
  }
  if (scaling.length > 0) console.log(`\n${scalingTable(scaling)}\n\n${doublingLine(scaling)}`);
  const { works, sets, scalingSets, runs, scale } = options;
  const record = {
    at: new Date().toISOString(),
    commit: commit(),
    machine,
    versions,
    works: works.map(({ name }) => name),
  };
  mkdirSync(path.dirname(HISTORY), { recursive: true });
  const figures = { sets, scalingSets, runs, scale, results: results.all(), scaling };
  appendFileSync(HISTORY, `${JSON.stringify({ ...record, ...figures })}\n`);
}

function barsTitle({ scale }: Options): string {
  return scale === 1 ? 'The bars:' : 'The bars, which are for scale 1 (small works are mostly the start of a process):';
}
