/** The only way to learn the time. Milliseconds since 1970, UTC. */
export interface Clock {
  /** The service's time: what AWS's answers carry. A manual clock moves it. */
  now(): number;
}

/** The service's clock, as whoever keeps time sees it. It never goes back, whatever the machine's does, nor over a restart. */
export interface ServiceClock extends Clock {
  readonly kind: 'real' | 'manual';
  /**
   * Sets a manual clock to a later time, at once; an earlier one is ignored. Returns when that is on record. What falls due on the way is
   * not done: that is the time keeper's part. Throws on the real clock: ask `kind` first.
   */
  set(time: number): Promise<void>;
  /** Puts on record how late it is, so that a machine clock turned back after a restart is not believed. Costs nothing on a manual clock. */
  keep(): Promise<void>;
}
