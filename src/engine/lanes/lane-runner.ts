import { Worker } from 'node:worker_threads';
import type { BlobStore } from '../../storage/blobs/blob-store.ts';
import { laneYoungGenerationMb } from '../limits.ts';
import type { Lane } from './lane.ts';
import { toLaneFailure } from './lane-failure.ts';
import type { LaneFailure, LaneJobSetup, LaneRequest, LaneResponse, LaneResult, LaneTask } from './lane-protocol.ts';
import type { LaneWork } from './lane-work.ts';

export interface LaneStores {
  readonly source?: BlobStore;
  readonly destination?: BlobStore;
}

/** What a thread is told when it starts. */
export interface LaneStart {
  /** What its first task will be, where that is known. */
  readonly first: LaneWork | undefined;
}

/** A failure of a lane, still as data: the job that knows the id key makes the error of it. */
export class LaneFailed extends Error {
  override readonly name = 'LaneFailed';
  readonly failure: LaneFailure;

  constructor(failure: LaneFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** A lane as the main thread uses it, wherever it runs. Calls reject with LaneFailed. What is called after `begin` waits for it. */
export interface LaneRunner {
  begin(job: number, setup: LaneJobSetup, stores: LaneStores): Promise<void>;
  run(job: number, task: LaneTask): Promise<LaneResult>;
  end(job: number): Promise<void>;
  /** Starts what it runs on, if that is not running yet, ahead of the first call, which will be for this work. */
  warm(first: LaneWork): void;
  close(): Promise<void>;
  readonly isThread: boolean;
  /** It has ended by itself and will do nothing more. */
  readonly isDead: boolean;
}

/** The same work on the caller's thread, for stores that cannot be opened on another. It is loaded only where there are such. */
export function localLane(): LaneRunner {
  let lane: Promise<Lane> | undefined;
  const loaded = (): Promise<Lane> => {
    lane ??= import('./lane.ts').then((module) => new module.Lane());
    return lane;
  };
  return {
    async begin(job, setup, stores) {
      (await loaded()).begin(job, setup, stores);
    },
    async run(job, task) {
      try {
        // A turn of the event loop for others, since a task itself does not give one away.
        await new Promise(setImmediate);
        return await (await loaded()).run(job, task);
      } catch (error) {
        throw new LaneFailed(toLaneFailure(error));
      }
    },
    end: async (job) => (await loaded()).end(job),
    warm() {},
    async close() {},
    isThread: false,
    isDead: false,
  };
}

// A published package has no `.ts`; a clone has nothing else.
const workerFile = new URL(`./lane-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

/**
 * A lane on a worker thread, which starts with the first call. The thread alone does not keep the process alive. `onStarted` is called when it has
 * answered for the first time.
 */
export function workerLane(onStarted: () => void): LaneRunner {
  let started: Worker | undefined;
  const waiting = new Map<number, PromiseWithResolvers<LaneResult>>();
  let lastId = 0;
  let ended: LaneFailure | undefined;

  const endAll = (message: string): void => {
    ended = { error: 'other', kind: 'other', facts: {}, message };
    for (const { reject } of waiting.values()) reject(new LaneFailed(ended));
    waiting.clear();
  };
  const start = (first?: LaneWork): Worker => {
    const worker = new Worker(workerFile, {
      workerData: { first } satisfies LaneStart,
      resourceLimits: { maxYoungGenerationSizeMb: laneYoungGenerationMb },
    });
    worker.once('message', onStarted);
    worker.on('message', (response: LaneResponse) => {
      const call = waiting.get(response.id);
      waiting.delete(response.id);
      if (waiting.size === 0) worker.unref();
      if ('failure' in response) call?.reject(new LaneFailed(response.failure));
      else call?.resolve(response.result);
    });
    worker.on('error', (error) =>
      endAll(`a worker thread died: ${error instanceof Error ? error.stack : String(error)}`),
    );
    worker.on('exit', () => endAll('a worker thread has ended'));
    worker.unref();
    return worker;
  };

  const call = (
    request: DistributiveOmit<LaneRequest, 'id'>,
    transferred: readonly ArrayBuffer[] = [],
  ): Promise<LaneResult> => {
    if (ended) return Promise.reject(new LaneFailed(ended));
    const pending = Promise.withResolvers<LaneResult>();
    lastId += 1;
    waiting.set(lastId, pending);
    started ??= start();
    started.ref();
    started.postMessage({ ...request, id: lastId }, transferred);
    return pending.promise;
  };

  return {
    async begin(job, setup) {
      // Keys move to the thread: a clone would leave their bytes in the message.
      const keys = keysOf(setup);
      try {
        await call(
          { type: 'begin', job, setup },
          keys.map(({ buffer }) => buffer),
        );
      } finally {
        // A thread that has ended has taken none.
        for (const key of keys) if (!key.buffer.detached) key.fill(0);
      }
    },
    run: (job, task) => call({ type: 'run', job, task }),
    async end(job) {
      await call({ type: 'end', job });
    },
    warm(first) {
      if (!ended) started ??= start(first);
    },
    async close() {
      await started?.terminate();
    },
    isThread: true,
    get isDead() {
      return ended !== undefined;
    },
  };
}

function keysOf({ source, destination }: LaneJobSetup): Uint8Array<ArrayBuffer>[] {
  return [...(source?.keys ?? []), ...(destination?.keys ?? [])].map(({ dataKey }) => dataKey);
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
