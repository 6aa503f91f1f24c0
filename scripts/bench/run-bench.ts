import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { compareTrees } from '../../src/resources/compare-trees.ts';
import type { Contender } from './contender.ts';
import { type DataSet, makeDataSet, type PeerSetName } from './data-sets.ts';
import type { Options } from './options.ts';
import { Results } from './results.ts';
import { setAside } from './set-aside.ts';
import { takeBackMemory } from './take-back-memory.ts';
import { type WorkName, worksNeeded } from './works.ts';

type Tell = (line: string) => void;

/**
 * Everything that is compared with peers, run by run: in each run every program does all works on a set in a fresh workspace, and the programs take turns in
 * going first. What the first run restores is compared with the data, off the clock: a fast wrong answer counts for nothing.
 */
export async function runBench(options: Options, contenders: readonly Contender[], tell: Tell): Promise<Results> {
  const results = new Results();
  if (options.sets.length > 0) tell('every program once on little data, off the clock');
  for (const name of options.sets) await rehearse(options, contenders, name);
  const sets = options.sets.map((name) => {
    const set = makeDataSet(name, { directory: join(options.directory, 'data', name), scale: options.scale });
    tell(`${name.toUpperCase()}: ${set.about}`);
    return set;
  });
  for (let run = 0; run < options.runs; run++) {
    for (const set of sets) {
      for (const contender of turned(contenders, run)) {
        tell(`run ${run + 1} of ${options.runs}, ${set.name.toUpperCase()}, ${contender.name}`);
        const workspace = join(options.directory, `${contender.name}-${set.name}-${run}`);
        await runOne(options, { set, contender, results, workspace, isCompared: run === 0 });
        if (!options.keep) setAside(workspace);
      }
    }
  }
  return results;
}

/** Of the data sets. */
const REHEARSAL_SCALE = 0.01;

/** A program that was installed, or changed, a moment ago is read from the disk, and ours is compiled: that is kept for the next time. */
async function rehearse(options: Options, contenders: readonly Contender[], name: PeerSetName): Promise<void> {
  const directory = join(options.directory, 'rehearsal', name);
  const set = makeDataSet(name, { directory: join(directory, 'data'), scale: REHEARSAL_SCALE });
  for (const contender of contenders) {
    const workspace = join(directory, contender.name);
    const small = { ...options, scale: REHEARSAL_SCALE };
    await runOne(small, { set, contender, results: new Results(), workspace, isCompared: false });
    if (!options.keep) setAside(workspace);
  }
}

const turned = <T>(list: readonly T[], by: number): readonly T[] => [
  ...list.slice(by % list.length),
  ...list.slice(0, by % list.length),
];

/** Works that write as much as there is. */
const fillingMemory: ReadonlySet<WorkName> = new Set(['backup', 'copy', 'restore']);

interface OneRun {
  readonly set: DataSet;
  readonly contender: Contender;
  readonly results: Results;
  readonly workspace: string;
  readonly isCompared: boolean;
}

async function runOne(options: Options, { set, contender, results, workspace, isCompared }: OneRun): Promise<void> {
  mkdirSync(workspace, { recursive: true });
  set.becomeDay(1);
  const session = await contender.open(workspace, set);
  try {
    for (const { name } of worksNeeded(options.works)) {
      if (name === 'backup-day-2') set.becomeDay(2);
      if (fillingMemory.has(name)) await takeBackMemory(options.scale);
      const cost = await session.perform(name);
      if (cost === undefined) continue;
      results.add({ work: name, set: set.name, contender: contender.name }, cost);
      if (name === 'restore' && isCompared) await requireSame(set, contender, workspace);
    }
  } finally {
    await session.close();
  }
}

/** cp keeps no second day: what it restores is the first. */
async function requireSame(set: DataSet, contender: Contender, workspace: string): Promise<void> {
  if (contender.name === 'cp') return;
  // Without node:ffi no time can be set to the nanosecond: node:fs has only numbers.
  const ignore = contender.name === 'plain' ? (['mtime'] as const) : [];
  const compared = await compareTrees(set.path, contender.restored(workspace, set), { ignore });
  const { differences, differenceCount } = compared;
  const [first] = differences;
  if (first === undefined) return;
  throw new Error(`${contender.name} restored ${differenceCount} differences: ${first.path} (${first.aspect})`);
}
