import type { Pace } from '../engine/engine.ts';
import type { Clock } from '../util/clock.ts';
import type { Timer } from '../util/timer.ts';
import { PACE_LOOK_MS } from './limits.ts';

/**
 * Holds the work of one kind, whichever jobs do it, to a rate: bytes are counted when they have been moved, and who comes next waits until they
 * were affordable. So the rate holds on average; a job is ahead of it by the tasks that run at most.
 */
export class Pacer {
  readonly #clock: Clock;
  readonly #timer: Timer;
  readonly #rate: () => number | null;
  /** Until when what has been moved takes, at the rate. */
  #busyUntil = 0;

  /** `clock` is the machine's: bytes take time whatever the service's shows. `rate` is asked each time, since the operator may change it. */
  constructor({ clock, timer, rate }: { clock: Clock; timer: Timer; rate: () => number | null }) {
    this.#clock = clock;
    this.#timer = timer;
    this.#rate = rate;
  }

  /** For the engine: the pace of one job, which ends its waits when it is aborted. */
  forJob(signal?: AbortSignal): Pace {
    return { isLimited: () => this.#rate() !== null, spend: (bytes) => this.spend(bytes, signal) };
  }

  /** Counts `bytes` that a job has moved, and returns when it may go on: at once without a rate, or when it is aborted. */
  async spend(bytes: number, signal?: AbortSignal): Promise<void> {
    const rate = this.#rate();
    if (rate === null) {
      this.#busyUntil = 0;
      return;
    }
    this.#busyUntil = Math.max(this.#busyUntil, this.#clock.now()) + (bytes / rate) * 1000;
    const mine = this.#busyUntil;
    while (this.#rate() === rate && signal?.aborted !== true) {
      const waitMs = Math.min(mine, this.#busyUntil) - this.#clock.now();
      if (waitMs <= 0) return;
      await this.#sleep(Math.min(waitMs, PACE_LOOK_MS));
    }
    if (this.#rate() !== rate) this.#busyUntil = this.#clock.now();
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((wake) => this.#timer.after(ms, wake));
  }
}
