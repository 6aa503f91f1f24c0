import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { engineCommand, engineTask, makeVaults } from './crossvault-contender.ts';
import type { ScalingSetName } from './data-sets.ts';
import { makeManyFiles } from './make-many-files.ts';
import { type Cost, measure, run } from './measure.ts';
import type { Options } from './options.ts';
import { setAside } from './set-aside.ts';
import type { SyntheticPoint } from './synthetic-point.ts';
import { openWarmSession } from './warm-session.ts';
import { type WorkName, worksNeeded } from './works.ts';

/** What one work cost at one size. `warm`: in a process that is up already. */
export interface ScalingCost {
  readonly set: ScalingSetName;
  readonly work: WorkName;
  readonly isWarm: boolean;
  /** Files or chunks. */
  readonly units: number;
  readonly cost: Cost;
}

const MILLION = 1_000_000;
const POINT_MAKER = fileURLToPath(new URL('./make-synthetic-point.ts', import.meta.url));
/** One chunk of a thousand changes from day to day. */
const CHANGING = 1_000;
/** Days after the first whose copies are measured in a warm process. */
const WARM_DAYS = 6;
/** A file that changed a moment before a backup is read again by the next one; so the data must have settled. */
const SETTLING_MS = 2_500;

/** Our engine at a tenth of a size and at the whole, a process for each work; D5 also at the double, in a warm one. */
export async function runScaling(options: Options, tell: (line: string) => void): Promise<ScalingCost[]> {
  const costs: ScalingCost[] = [];
  for (let number = 0; number < options.runs; number++) {
    for (const set of options.scalingSets) {
      for (const share of [0.1, 1]) {
        const units = Math.round(MILLION * options.scale * share);
        const workspace = join(options.directory, `${set}-${units}-${number}`);
        tell(`run ${number + 1} of ${options.runs}, ${set.toUpperCase()}, ${units}`);
        const measured = set === 'd4' ? files(options, workspace, units) : chunks(options, workspace, units);
        for await (const cost of measured) costs.push({ set, units, ...cost });
        if (!options.keep) setAside(workspace);
      }
    }
  }
  return costs;
}

type Measured = AsyncGenerator<Omit<ScalingCost, 'set' | 'units'>>;

/** On the second day nothing has changed: then no file is read. */
async function* files(options: Options, workspace: string, units: number): Measured {
  const path = join(workspace, 'data');
  makeManyFiles(path, units);
  makeVaults(workspace);
  await sleep(SETTLING_MS);
  for (const { name: work } of worksNeeded(options.works)) {
    const task = engineTask(work, workspace, { path, nature: 'directory' });
    yield { work, isWarm: false, cost: await measure(engineCommand([JSON.stringify(task)]), workspace) };
  }
}

/** The backup of a synthetic point is made, not measured. */
async function* chunks(options: Options, workspace: string, units: number): Measured {
  const changed = Math.ceil(units / CHANGING);
  await makePoint({ workspace, chunks: units, changed, days: 2 });
  for (const { name: work } of worksNeeded(options.works)) {
    if (work === 'backup' || work === 'backup-day-2' || work === 'restore') continue;
    const task = engineTask(work, workspace, { path: '', nature: 'disk-image' });
    yield { work, isWarm: false, cost: await measure(engineCommand([JSON.stringify(task)]), workspace) };
  }
}

/** Incremental copies of as many changed chunks in a recovery point of `units` chunks and in one of twice as many, in a warm process. */
export async function runDoubling(options: Options, tell: (line: string) => void): Promise<ScalingCost[]> {
  const costs: ScalingCost[] = [];
  const whole = Math.round((MILLION * options.scale) / 2);
  for (const units of [whole, 2 * whole]) {
    tell(`D5, warm, ${units}`);
    const workspace = join(options.directory, `d5-warm-${units}`);
    await makePoint({ workspace, chunks: units, changed: Math.ceil(whole / CHANGING), days: WARM_DAYS + 1 });
    let day = 1;
    const session = await openWarmSession(workspace, engineCommand(['--warm']), (work) =>
      JSON.stringify({ ...engineTask(work, workspace, { path: '', nature: 'disk-image' }), day }),
    );
    try {
      await session.perform('copy');
      for (day = 2; day <= WARM_DAYS + 1; day++) {
        const cost = await session.perform('incremental-copy');
        if (cost) costs.push({ set: 'd5', work: 'incremental-copy', isWarm: true, units, cost });
      }
    } finally {
      await session.close();
    }
    rmSync(workspace, { recursive: true, force: true });
  }
  return costs;
}

async function makePoint(point: SyntheticPoint): Promise<void> {
  mkdirSync(point.workspace, { recursive: true });
  makeVaults(point.workspace);
  await run({ file: process.execPath, args: [...process.execArgv, POINT_MAKER, JSON.stringify(point)] });
}
