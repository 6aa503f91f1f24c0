import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import type { Clock } from '../util/clock.ts';
import { backup } from './backup.ts';
import { copy } from './copy.ts';
import { DomainJobs } from './domain/domain-jobs.ts';
import { IndexCache } from './domain/index-cache.ts';
import type { Engine } from './engine.ts';
import { LanePool } from './lanes/lane-pool.ts';
import { heapGrowingPercent } from './limits.ts';
import { listManifests } from './list-manifests.ts';
import { prune } from './prune.ts';
import { recoverIndex } from './recover-index.ts';
import { restore } from './restore.ts';
import { setAside } from './set-aside.ts';
import { verify } from './verify.ts';

export interface EngineOptions {
  /** The machine's time: what file systems stamp files with. */
  readonly clock: Clock;
  /** Worker threads; one per core where not given, none for 0: then all work is done on the caller's thread. */
  readonly threads?: number;
  /** Bytes of a pack of data; chosen by the number of threads where not given, so that memory keeps its bound. */
  readonly packSize?: number;
}

/** Begins no thread before the first job that can use one. */
export function openEngine(options: EngineOptions): Engine {
  const { clock, threads = availableParallelism(), packSize } = options;
  setFlagsFromString(`--heap-growing-percent=${heapGrowingPercent}`);
  const parts = { pool: new LanePool(threads, packSize), indexes: new IndexCache(), jobs: new DomainJobs(), clock };
  return {
    backup: (request) => backup(parts, request),
    copy: (request) => copy(parts, request),
    restore: (request) => restore(parts, request),
    verify: (request) => verify(parts, request),
    setAside,
    prune: (request) => prune(parts, request),
    recoverIndex: (request) => recoverIndex(parts, request),
    manifests: listManifests,
    async close() {
      parts.indexes.clear();
      await parts.pool.close();
    },
  };
}
