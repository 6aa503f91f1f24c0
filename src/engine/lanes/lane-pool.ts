import type { BlobStore } from '../../storage/blobs/blob-store.ts';
import {
  batchSize,
  jobsOnLanesMax,
  packBuffersMax,
  packSizeInPieces,
  packSizeLargest,
  packSizeSmallest,
  wholePacksPerLane,
} from '../limits.ts';
import { type LaneRunner, localLane, workerLane } from './lane-runner.ts';
import type { LaneWork } from './lane-work.ts';

/** The engine's lanes: one worker thread per core, each begun with the first job that can use it, and one on this thread. */
export class LanePool {
  readonly #packSize: number | undefined;
  readonly #threads: number;
  #workers: LaneRunner[] | undefined;
  #local: LaneRunner | undefined;
  #jobs = 0;
  #inside = 0;
  readonly #outside: (() => void)[] = [];

  readonly #onAllStarted: (() => void) | undefined;
  #started = 0;

  /** `onAllStarted` is called once, when each thread has answered for the first time: nothing more of Node's own is loaded in them then. */
  constructor(
    threads: number,
    options: { packSize?: number | undefined; onAllStarted?: (() => void) | undefined } = {},
  ) {
    this.#threads = threads;
    this.#packSize = options.packSize;
    this.#onAllStarted = options.onAllStarted;
  }

  /** Of packs of data. */
  packSize({ inPieces }: { inPieces: boolean }): number {
    return this.#packSize ?? (inPieces ? packSizeInPieces : boundedPackSize(this.#threads));
  }

  nextJob(): number {
    this.#jobs += 1;
    return this.#jobs;
  }

  lanes(where: 'threads' | 'here'): readonly LaneRunner[] {
    if (where === 'threads' && this.#threads > 0) {
      const alive = (this.#workers ?? []).filter((lane) => !lane.isDead);
      const missing = Array.from({ length: this.#threads - alive.length }, () => workerLane(this.#hasStarted));
      this.#workers = [...alive, ...missing];
      return this.#workers;
    }
    this.#local ??= localLane();
    return [this.#local];
  }

  readonly #hasStarted = (): void => {
    this.#started += 1;
    if (this.#started === this.#threads) this.#onAllStarted?.();
  };

  /** Starts threads, at most `count`, ahead of a job whose stores can use them: they are there when it has opened its domain. */
  warm(stores: readonly BlobStore[], first: LaneWork, count = this.#threads): void {
    if (this.#threads === 0 || stores.some(({ location }) => location === undefined)) return;
    for (const lane of this.lanes('threads').slice(0, count)) lane.warm(first);
  }

  /** Waits for a place among the jobs that lanes work on, since each holds buffers. Returns what gives the place back. */
  async enter(): Promise<() => void> {
    if (this.#inside >= jobsOnLanesMax) await new Promise<void>((resolve) => this.#outside.push(resolve));
    else this.#inside += 1;
    return () => {
      const next = this.#outside.shift();
      // The place goes from hand to hand.
      if (next) next();
      else this.#inside -= 1;
    };
  }

  async close(): Promise<void> {
    await Promise.all((this.#workers ?? []).map((lane) => lane.close()));
    this.#workers = undefined;
  }
}

/** How many threads find work in so many bytes. */
export function threadsFor(bytes: number): number {
  return Math.ceil(bytes / batchSize);
}

/** Buffers for each lane, and all together within their bound. */
function boundedPackSize(threads: number): number {
  const each = Math.floor(packBuffersMax / (wholePacksPerLane * Math.max(threads, 1)));
  return Math.min(Math.max(each, packSizeSmallest), packSizeLargest);
}
