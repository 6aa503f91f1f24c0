import { packBuffersMax, packSizeLargest, packSizeSmallest } from '../limits.ts';
import { type LaneRunner, localLane, workerLane } from './lane-runner.ts';

/** The engine's lanes: one worker thread per core, begun with the first job that can use them, and one on this thread. */
export class LanePool {
  readonly #threads: number;
  #workers: LaneRunner[] | undefined;
  #local: LaneRunner | undefined;
  #jobs = 0;

  constructor(threads: number) {
    this.#threads = threads;
  }

  /** Size of packs, so that all buffers together keep their bound. */
  get packSize(): number {
    const each = packBuffersMax / (2 * Math.max(this.#threads, 1));
    return Math.min(Math.max(Math.floor(each), packSizeSmallest), packSizeLargest);
  }

  nextJob(): number {
    this.#jobs += 1;
    return this.#jobs;
  }

  lanes(where: 'threads' | 'here'): readonly LaneRunner[] {
    if (where === 'threads' && this.#threads > 0) {
      this.#workers ??= Array.from({ length: this.#threads }, workerLane);
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
