// Everything a landing must pass: types, lint, formatting, dead code, and every suite. Ends with "N passed, N failed, N skipped".
//   npm test                 all of it
//   npm test -- --quick      without the suites that start servers and foreign clients
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { missingPrograms } from './test-programs.ts';

const isQuick = process.argv.includes('--quick');
const bin = path.resolve('node_modules/.bin');
const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}` };

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const counts: Counts = { passed: 0, failed: 0, skipped: 0 };

/** What failed, told once more at the very end: the last lines are what a tired engineer sees, and all that some CI keeps. */
const failures: string[] = [];

/** The part of vitest's JSON report that is read here. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: readonly {
    name: string;
    status: string;
    message: string;
    assertionResults: readonly { status: string; fullName: string; failureMessages: readonly string[] }[];
  }[];
}

function step(name: string, command: string, args: readonly string[]): void {
  const begun = performance.now();
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', env });
  counts[status === 0 ? 'passed' : 'failed'] += 1;
  if (status !== 0) failures.push(`${name}: see above, "== ${name}"`);
  console.log(
    `== ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${((performance.now() - begun) / 1000).toFixed(1)} s`,
  );
}

/** vitest writes its own report; its counts are what we add up. */
function suite(name: string, project: string): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'crossvault-test-'));
  const report = path.join(folder, 'report.json');
  console.log(`\n== ${name}`);
  const { status } = spawnSync(
    'vitest',
    ['run', '--project', project, '--reporter', 'default', '--reporter', 'json', '--outputFile.json', report],
    { stdio: 'inherit', env },
  );
  try {
    const told = JSON.parse(readFileSync(report, 'utf8')) as Report;
    counts.passed += told.numPassedTests;
    counts.failed += told.numFailedTests;
    counts.skipped += told.numPendingTests + told.numTodoTests;
    const failed = told.testResults.flatMap(failuresOf);
    failures.push(...failed);
    // A file that does not even load fails no single test, and an error outside all tests belongs to no file.
    const elsewhere = failed.length - told.numFailedTests;
    if (status !== 0 && failed.length === 0) failures.push(`${name}: an error outside the tests; see above`);
    counts.failed += status !== 0 && failed.length === 0 ? 1 : elsewhere;
  } catch (error) {
    console.error(`${name}: no report (${(error as Error).message})`);
    counts.failed += 1;
    failures.push(`${name}: no report`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function failuresOf({ name, status, message, assertionResults }: Report['testResults'][number]): string[] {
  const file = path.relative('.', name);
  const failed = assertionResults.filter((result) => result.status === 'failed');
  if (failed.length === 0) return status === 'failed' ? [`${file}\n${indented(message)}`] : [];
  return failed.map(
    ({ fullName, failureMessages }) => `${file} > ${fullName}\n${indented(failureMessages.join('\n'))}`,
  );
}

/** The first lines of a failure: what was expected, and where in our own code. */
function indented(message: string): string {
  return message
    .split('\n')
    .filter((line) => !line.includes('node_modules'))
    .slice(0, 12)
    .map((line) => `    ${line}`)
    .join('\n');
}

const missing = isQuick ? [] : missingPrograms();
step('types', 'tsc', ['-p', 'tsconfig.json']);
step('types of the know band, without Node', 'tsc', ['-p', 'tsconfig.know.json']);
step('format and lint', 'biome', ['check', '--error-on-warnings', '.']);
step('lint', 'oxlint', ['--type-aware', '--deny-warnings']);
step('dead code', 'knip', []);
suite('rooms', 'unit');
if (!isQuick) suite('whole system', 'whole');
for (const line of missing) console.log(`\nSKIPPED: ${line}`);
for (const failure of failures) console.log(`\nFAILED: ${failure}`);
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed === 0 ? 0 : 1;
