import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { JobRunner } from '../../src/jobs/job-runner.ts';
import { compareTrees } from '../../src/resources/compare-trees.ts';
import { type Assembly, assemble } from '../../src/server/assemble.ts';
import { testConfig } from '../../src/server/testing/test-config.ts';
import type { Records } from '../../src/storage/records/records.ts';
import { registerResource } from '../../src/storage/records/resources.ts';
import { StorageError } from '../../src/storage/storage-error.ts';
import { makeTree } from '../conformance/make-tree.ts';
import type { Setup } from './setups.ts';
import { Stage } from './stage.ts';

const ALL_RIGHT: Setup = {
  type: 'EFS',
  isCrossAccount: true,
  isCrossRegion: false,
  membership: 'together',
  isSwitchedOn: true,
  vaultPolicy: 'account',
  rolePolicies: 'managed',
  vaultKey: 'shared',
  resourceKey: 'none',
  destinationKey: 'customer',
  lock: 'none',
  serviceControl: 'none',
  tags: {},
  tagPolicy: 'none',
};

/** More writes than any job makes; the test sees to it that it is enough. */
const WRITES_MAX = 30;

let folder: string;
let assembly: Assembly;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossvault-writes-'));
  assembly = await assemble(testConfig(path.join(folder, 'data'), { sourceRoots: ['/'] }));
});

afterAll(async () => {
  await assembly?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Records whose n-th write fails before it is committed; `wasReached` tells whether there were so many. */
function failing(records: Records, n: number): Records & { wasReached(): boolean } {
  let writes = 0;
  return {
    ...records,
    version: () => records.version(),
    wasReached: () => writes >= n,
    write: (change) =>
      records.write(async (db) => {
        const value = await change(db);
        writes += 1;
        if (writes === n) throw new StorageError('io', { write: n });
        return value;
      }),
  };
}

/** Runs a job with a runner of its own whose n-th write fails; time of the machine passes fifty times as fast. */
async function withRunner<Result>(records: Records, body: () => Promise<Result>): Promise<Result> {
  const { jobContext } = assembly;
  const fast = {
    ...jobContext,
    records,
    machineClock: { now: () => jobContext.machineClock.now() * 50 },
    timer: { after: (ms: number, callback: () => void) => jobContext.timer.after(ms / 50, callback) },
  };
  const runner = new JobRunner(fast);
  runner.start();
  try {
    return await body();
  } finally {
    await runner.stop();
  }
}

test('whichever write of a job fails, the job completes afterwards, and its bytes are right', async () => {
  const tree = path.join(makeTree(path.join(folder, 'tree')), 'many');
  const stage = new Stage(assembly, ALL_RIGHT);
  await stage.build();
  await stage.spoil();
  const resource = await assembly.records.write((db) =>
    registerResource(
      db,
      {
        account: stage.source,
        region: stage.sourceRegion,
        type: 'EFS',
        source: pathToFileURL(tree).href,
        nature: 'directory',
      },
      { random: assembly.random, now: assembly.clock.now() },
    ),
  );
  let wasReached = true;
  let n = 0;
  while (wasReached) {
    n += 1;
    expect(n).toBeLessThan(WRITES_MAX);
    const jobs = {
      backup: failing(assembly.records, n),
      copy: failing(assembly.records, n),
      restore: failing(assembly.records, n),
    };
    const target = path.join(folder, `restored-${n}`);
    const point = await withRunner(jobs.backup, () => stage.backUp(resource!.arn));
    const copy = await withRunner(jobs.copy, () => stage.copy(point));
    expect({ n, state: copy?.state, sentence: copy?.statusMessage }).toEqual({ n, state: 'COMPLETED', sentence: null });
    await withRunner(jobs.restore, () => stage.restore(copy!.copyArn!, target));
    expect(await compareTrees(tree, target)).toMatchObject({ isSame: true });
    wasReached = Object.values(jobs).some((records) => records.wasReached());
  }
  const points = await assembly.records.read((db) => db.selectFrom('recovery_points').select('arn').execute());
  expect(points).toHaveLength(2 * n);
  console.log(`${n - 1} writes at most in one job, each failed once`);
});
