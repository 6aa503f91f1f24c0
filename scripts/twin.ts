// The evaluator beside its twin for a million cases, for the nightly run: npm run twin. A seed: CROSSVAULT_TWIN_SEED=7 npm run twin.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const bin = path.resolve('node_modules/.bin');
const env = {
  CROSSVAULT_TWIN_CASES: '1000000',
  ...process.env,
  PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`,
};
const { status } = spawnSync('vitest', ['run', '--project', 'unit', 'test/twin'], { stdio: 'inherit', env });
process.exitCode = status ?? 1;
