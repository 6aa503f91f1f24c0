import { availableParallelism } from 'node:os';
import { backup } from './backup.ts';
import { copy } from './copy.ts';
import { IndexCache } from './domain/index-cache.ts';
import type { Engine } from './engine.ts';
import { LanePool } from './lanes/lane-pool.ts';
import { restore } from './restore.ts';
import { verify } from './verify.ts';

export interface EngineOptions {
  /** Worker threads; one per core where not given, none for 0: then all work is done on the caller's thread. */
  readonly threads?: number;
}

/** Begins no thread before the first job that can use one. */
export function openEngine({ threads = availableParallelism() }: EngineOptions = {}): Engine {
  const parts = { pool: new LanePool(threads), indexes: new IndexCache() };
  return {
    backup: (request) => backup(parts, request),
    copy: (request) => copy(parts, request),
    restore: (request) => restore(parts, request),
    verify: (request) => verify(parts, request),
    async close() {
      parts.indexes.clear();
      await parts.pool.close();
    },
  };
}
