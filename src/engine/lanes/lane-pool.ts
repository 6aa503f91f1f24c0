import { packBuffersMax, packSizeLargest, packSizeSmallest } from '../limits.ts';
import { type LaneRunner, localLane, workerLane } from './lane-runner.ts';

/** The engine's lanes: one worker thread per core, begun with the first job that can use them, and one on this thread. */
export class LanePool {
  /** Of packs of data. */
  readonly packSize: number;
  readonly #threads: number;
  #workers: LaneRunner[] | undefined;
  #local: LaneRunner | undefined;
  #jobs = 0;

  constructor(threads: number, packSize = boundedPackSize(threads)) {
    this.#threads = threads;
    this.packSize = packSize;
  }

  nextJob(): number {
    this.#jobs += 1;
    return this.#jobs;
  }

  lanes(where: 'threads' | 'here'): readonly LaneRunner[] {
    if (where === 'threads' && this.#threads > 0) {
      const alive = (this.#workers ?? []).filter((lane) => !lane.isDead);
      const missing = Array.from({ length: this.#threads - alive.length }, workerLane);
      this.#workers = [...alive, ...missing];
      return this.#workers;
    }
    this.#local ??= localLane();
    return [this.#local];
  }

  async close(): Promise<void> {
    await Promise.all((this.#workers ?? []).map((lane) => lane.close()));
    this.#workers = undefined;
  }
}

/** Two buffers for each lane, and all together within their bound. */
function boundedPackSize(threads: number): number {
  const each = Math.floor(packBuffersMax / (2 * Math.max(threads, 1)));
  return Math.min(Math.max(each, packSizeSmallest), packSizeLargest);
}
