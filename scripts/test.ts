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

function step(name: string, command: string, args: readonly string[]): void {
  const begun = performance.now();
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', env });
  counts[status === 0 ? 'passed' : 'failed'] += 1;
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
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites } = JSON.parse(
      readFileSync(report, 'utf8'),
    ) as Record<string, number>;
    counts.passed += numPassedTests ?? 0;
    counts.failed += numFailedTests ?? 0;
    counts.skipped += (numPendingTests ?? 0) + (numTodoTests ?? 0);
    // A file that does not even load fails no single test.
    if (status !== 0 && numFailedTests === 0) counts.failed += Math.max(1, numFailedTestSuites ?? 1);
  } catch (error) {
    console.error(`${name}: no report (${(error as Error).message})`);
    counts.failed += 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed === 0 ? 0 : 1;
