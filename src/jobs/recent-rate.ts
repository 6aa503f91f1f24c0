import { RATE_OVER_MS } from './limits.ts';

/** How fast something has gone lately, so that what is left is judged by the present and not by a quick beginning. */
export class RecentRate {
  #seen: { readonly at: number; readonly bytes: number }[];

  constructor(now: number) {
    this.#seen = [{ at: now, bytes: 0 }];
  }

  /** Whole bytes in a second over the last while; 0 where nothing can be said yet. */
  at(now: number, bytes: number): number {
    this.#seen.push({ at: now, bytes });
    const begin = now - RATE_OVER_MS;
    // The last one from before the while, so that it is covered whole.
    const first = this.#seen.findLastIndex(({ at }) => at <= begin);
    this.#seen = this.#seen.slice(Math.max(first, 0));
    const { at, bytes: before } = this.#seen[0]!;
    return now > at ? Math.max(0, Math.round(((bytes - before) * 1000) / (now - at))) : 0;
  }
}
