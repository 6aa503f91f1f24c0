import { availableParallelism, totalmem } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { StorageError } from '../storage/storage-error.ts';
import type { Clock } from '../util/clock.ts';
import { DomainJobs } from './domain/domain-jobs.ts';
import type { CopyRequest, Engine } from './engine.ts';
import type { EngineParts } from './job-session.ts';
import { LanePool } from './lanes/lane-pool.ts';
import { heapGrowingPercent } from './limits.ts';
import { SpareBuffer } from './tree/spare-buffer.ts';

export interface EngineOptions {
  /** The machine's time: what file systems stamp files with. */
  readonly clock: Clock;
  /** Worker threads; one per core where not given, none for 0: then all work is done on the caller's thread. */
  readonly threads?: number;
  /** Bytes of a pack of data; chosen by the number of threads where not given, so that memory keeps its bound. */
  readonly packSize?: number;
  /** How much memory there is for what is read and written, in bytes; asked from the system where not given. */
  readonly memoryBytes?: number;
  /** How much V8 lets the heap grow before it collects again, from now on. Where not given it is the engine's own bound, once its threads have started. */
  readonly heapGrowingPercent?: number;
}

/**
 * The works of the engine, each loaded when it is first asked for: a process that does one work begins it in half the time. Whoever lives long loads all
 * of them when he begins (`loadWorks`), so that all are of one version.
 */
const works = {
  backup: () => import('./backup.ts'),
  copy: () => import('./copy.ts'),
  restore: () => import('./restore.ts'),
  verify: () => import('./verify.ts'),
  setAside: () => import('./set-aside.ts'),
  prune: () => import('./prune.ts'),
  recoverIndex: () => import('./recover-index.ts'),
  manifests: () => import('./list-manifests.ts'),
  indexes: () => import('./domain/index-cache.ts'),
} as const;

export async function loadWorks(): Promise<void> {
  await Promise.all(Object.values(works).map((load) => load()));
}

/** Begins no thread before the first job that can use one. */
export function openEngine(options: EngineOptions): Engine {
  const { clock, threads = availableParallelism(), packSize, memoryBytes = memoryOfMachine() } = options;
  // What a process was told for its main thread would overrule what lanes are told; no heap that is there already heeds it.
  setFlagsFromString('--max-semi-space-size=0');
  // V8 compiles Node's own modules anew after any change of its flags: the first thread that starts then takes half as long again.
  const isGiven = options.heapGrowingPercent !== undefined;
  if (isGiven || threads === 0) boundHeap(options.heapGrowingPercent);
  const pool = new LanePool(threads, { packSize, onAllStarted: isGiven ? undefined : boundHeap });
  const jobs = new DomainJobs();
  const spare = new SpareBuffer();
  let made: Promise<EngineParts> | undefined;
  const parts = (): Promise<EngineParts> => {
    made ??= works
      .indexes()
      .then(({ IndexCache }) => ({ pool, indexes: new IndexCache(), jobs, clock, memoryBytes, spare }));
    return made;
  };
  // Where it is certain that there will be something to do, a thread starts while this one loads what the work needs.
  return {
    async backup(request) {
      pool.warm([request.domain.blobs], request.resource.nature === 'directory' ? 'gather' : 'cut', 1);
      const { backup } = await works.backup();
      return backup(await parts(), request);
    },
    async copy(request) {
      if (await isFirstCopy(request)) pool.warm([request.source.blobs, request.destination.blobs], 'copy', 1);
      const { copy } = await works.copy();
      return copy(await parts(), request);
    },
    async restore(request) {
      pool.warm([request.domain.blobs], 'restore', 1);
      const { restore } = await works.restore();
      return restore(await parts(), request);
    },
    async verify(request) {
      pool.warm([request.domain.blobs], 'verify', 1);
      const { verify } = await works.verify();
      return verify(await parts(), request);
    },
    async setAside(request) {
      const { setAside } = await works.setAside();
      return setAside(request);
    },
    async prune(request) {
      const { prune } = await works.prune();
      return prune(await parts(), request);
    },
    async recoverIndex(request) {
      const { recoverIndex } = await works.recoverIndex();
      return recoverIndex(await parts(), request);
    },
    async manifests(domain) {
      const { listManifests } = await works.manifests();
      return listManifests(domain);
    },
    async close() {
      if (made) (await made).indexes.clear();
      await pool.close();
    },
  };
}

function boundHeap(percent = heapGrowingPercent): void {
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}

/** A domain on disk that is not there yet lacks everything. */
async function isFirstCopy({ destination: { blobs, prefix } }: CopyRequest): Promise<boolean> {
  if (blobs.location?.kind !== 'disk') return false;
  try {
    return (await blobs.size(`${prefix}head`)) === undefined;
  } catch (error) {
    // The job will meet what is wrong there, and tell it.
    if (error instanceof StorageError) return false;
    throw error;
  }
}

/** Page cache counts among what a container may have. */
function memoryOfMachine(): number {
  const allowed = process.constrainedMemory();
  return allowed > 0 ? Math.min(allowed, totalmem()) : totalmem();
}
