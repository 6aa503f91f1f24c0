/** The only way to learn the time. Milliseconds since 1970, UTC. */
export interface Clock {
  /** The service's time: what AWS's answers carry. A manual clock moves it. */
  now(): number;
}
