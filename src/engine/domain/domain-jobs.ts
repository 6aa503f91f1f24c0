import type { Domain } from '../engine.ts';

interface State {
  /** When each running job began. */
  readonly running: Set<number>;
  /** When this process condemned a pack. Other processes' jobs are not known here: for them there is the period of grace. */
  readonly condemned: Map<string, number>;
  last: Promise<unknown>;
}

/**
 * Which jobs run on which domain in this process, so that `prune` deletes nothing that one of them may still rely on. Times here are counted,
 * not read from a clock.
 */
export class DomainJobs {
  readonly #states = new WeakMap<object, Map<string, State>>();
  #time = 0;

  /** Returns what is to be called when the job has ended. */
  begin(domain: Domain): () => void {
    const { running } = this.#stateOf(domain);
    this.#time += 1;
    const began = this.#time;
    running.add(began);
    return () => {
      running.delete(began);
    };
  }

  runningOn(domain: Domain): number {
    return this.#stateOf(domain).running.size;
  }

  /** When the oldest of the running jobs began; infinity where none runs. */
  oldest(domain: Domain): number {
    return Math.min(...this.#stateOf(domain).running);
  }

  /** From now on no job that begins can come to rely on these packs. */
  condemn(domain: Domain, packs: readonly string[]): void {
    const { condemned } = this.#stateOf(domain);
    this.#time += 1;
    for (const pack of packs) condemned.set(pack, this.#time);
  }

  /** When a pack was condemned; 0 where that was before this process. */
  condemnedAt(domain: Domain, pack: string): number {
    return this.#stateOf(domain).condemned.get(pack) ?? 0;
  }

  forget(domain: Domain, pack: string): void {
    this.#stateOf(domain).condemned.delete(pack);
  }

  /** Runs `action` when those before it on the same domain are done. */
  async alone<T>(domain: Domain, action: () => Promise<T>): Promise<T> {
    const state = this.#stateOf(domain);
    const result = state.last.then(action);
    state.last = result.catch(() => undefined);
    return result;
  }

  #stateOf({ blobs, prefix }: Domain): State {
    const byPrefix = this.#states.get(blobs) ?? new Map<string, State>();
    this.#states.set(blobs, byPrefix);
    const state = byPrefix.get(prefix) ?? { running: new Set(), condemned: new Map(), last: Promise.resolve() };
    byPrefix.set(prefix, state);
    return state;
  }
}
