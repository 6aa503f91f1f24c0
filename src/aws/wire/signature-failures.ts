import type { Protocol } from '../../messages/common.ts';
import { throttling } from '../../messages/common.ts';
import type { ServiceError } from '../../messages/service-error.ts';
import type { Clock } from '../../util/clock.ts';
import {
  failureCountersMax,
  failuresByKeyMax,
  failuresBySourceMax,
  failureWindowMs,
  throttledAtOnceMax,
  throttledMs,
} from './limits.ts';

/** Who failed. */
export interface Attempt {
  readonly accessKeyId: string;
  readonly sourceIp: string;
}

export interface FailureParts {
  readonly clock: Clock;
  /** Resolves after some milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
}

/**
 * Counts signatures that do not fit, by access key id and by source address, and answers late and shortly where they are too many. A
 * signature that fits is never held up: nobody can lock another out.
 */
export class SignatureFailures {
  readonly #parts: FailureParts;
  readonly #counters = new Map<string, { startedAt: number; count: number }>();
  #waiting = 0;

  constructor(parts: FailureParts) {
    this.#parts = parts;
  }

  /** Counts one, and says with which error it is answered, once it is time. */
  async answer(error: ServiceError, { accessKeyId, sourceIp }: Attempt, protocol: Protocol): Promise<ServiceError> {
    const byKey = this.#count(`key ${accessKeyId}`);
    const bySource = this.#count(`source ${sourceIp}`);
    if (byKey <= failuresByKeyMax && bySource <= failuresBySourceMax) return error;
    await this.#wait();
    return throttling(protocol);
  }

  #count(name: string): number {
    const now = this.#parts.clock.now();
    const known = this.#counters.get(name);
    // A clock that was set back starts a new window as well.
    const isOver = known === undefined || now - known.startedAt >= failureWindowMs || now < known.startedAt;
    const counter = isOver ? { startedAt: now, count: 1 } : { ...known, count: known.count + 1 };
    this.#counters.delete(name);
    this.#counters.set(name, counter);
    if (this.#counters.size > failureCountersMax) this.#counters.delete(this.#counters.keys().next().value!);
    return counter.count;
  }

  async #wait(): Promise<void> {
    if (this.#waiting >= throttledAtOnceMax) return;
    this.#waiting += 1;
    try {
      await this.#parts.pause(throttledMs);
    } finally {
      this.#waiting -= 1;
    }
  }
}
