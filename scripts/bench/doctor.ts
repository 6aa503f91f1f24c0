/**
 * `npm run bench -- doctor`: an organization's facts file from disk to verdicts, on one core: reading and checking the file, putting the facts
 * of each pair together, and judging them.
 */
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { diagnoseCopy } from '../../src/decision/diagnose-copy.ts';
import { writeFacts } from '../../src/doctor/facts-file/write-facts.ts';
import { openReading } from '../../src/doctor/open-reading.ts';
import type { DoctorCase } from '../../src/doctor/sources.ts';
import { commit, machineFacts } from './machine.ts';
import { UsageError } from './options.ts';
import { type OrganizationSize, organizationFacts } from './organization-facts.ts';

const HELP = `Measures the doctor on an organization's facts file, on one core.

  npm run bench -- doctor [options]

Options:
  --accounts N     (default 1000)
  --vaults N       in each account (default 5)
  --pairs N        pairs of vaults that plans copy between (default 20000)
  --help
`;

interface DoctorRun {
  readonly megabytes: number;
  readonly openSeconds: number;
  readonly assembleSeconds: number;
  readonly judgeSeconds: number;
  readonly verdicts: Readonly<Record<string, number>>;
}

/** Prints a table and adds it to the history. Returns the exit code. */
export async function benchDoctor(args: readonly string[], history: string): Promise<number> {
  const size = parse(args);
  if (size === 'help') {
    console.log(HELP);
    return 0;
  }
  const run = await runOnce(size);
  const all = run.openSeconds + run.assembleSeconds + run.judgeSeconds;
  console.log(`${size.accounts} accounts, ${size.accounts * size.vaultsPerAccount} vaults, ${size.pairs} pairs`);
  console.log(`read and check ${run.megabytes.toFixed(1)} MB  ${run.openSeconds.toFixed(2)} s`);
  console.log(`put facts together    ${run.assembleSeconds.toFixed(2)} s`);
  console.log(`judge                 ${run.judgeSeconds.toFixed(2)} s  ${JSON.stringify(run.verdicts)}`);
  console.log(`together              ${all.toFixed(2)} s`);
  mkdirSync(path.dirname(history), { recursive: true });
  const record = {
    at: new Date().toISOString(),
    commit: commit(),
    machine: machineFacts('.'),
    works: ['doctor'],
    ...size,
    results: [run],
  };
  appendFileSync(history, `${JSON.stringify(record)}\n`);
  return 0;
}

function parse(args: readonly string[]): OrganizationSize | 'help' {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { accounts: option, vaults: option, pairs: option, help: { type: 'boolean' } },
  });
  if (values.help === true) return 'help';
  return {
    accounts: countOf('--accounts', values.accounts ?? '1000'),
    vaultsPerAccount: countOf('--vaults', values.vaults ?? '5'),
    pairs: countOf('--pairs', values.pairs ?? '20000'),
  };
}

function countOf(flag: string, text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new UsageError(`${flag} wants a whole number from 1; "${text}" is not that.`);
  return count;
}

async function runOnce(size: OrganizationSize): Promise<DoctorRun> {
  const folder = mkdtempSync(path.join(tmpdir(), 'crossvault-bench-'));
  const file = path.join(folder, 'organization.json');
  writeFileSync(file, writeFacts(organizationFacts(size)));
  const start = performance.now();
  const nothing = { bytes: (count: number) => new Uint8Array(count) };
  const reading = await openReading({ factsFiles: [file] }, { clock: { now: () => Date.now() }, random: nothing });
  const opened = performance.now();
  const cases: DoctorCase[] = [];
  for await (const each of reading.cases({ mode: 'organization' })) cases.push(each);
  const assembled = performance.now();
  const verdicts: Record<string, number> = {};
  for (const { facts } of cases) {
    const { verdict } = diagnoseCopy(facts);
    verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  }
  const judged = performance.now();
  const megabytes = statSync(file).size / 1e6;
  reading.close();
  rmSync(folder, { recursive: true, force: true });
  return {
    megabytes,
    openSeconds: (opened - start) / 1000,
    assembleSeconds: (assembled - opened) / 1000,
    judgeSeconds: (judged - assembled) / 1000,
    verdicts,
  };
}
