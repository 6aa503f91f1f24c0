/** Events that are kept for who comes back with a `Last-Event-ID`, whether anybody listens or not. */
export const EVENTS_KEPT = 10_000;

/** Events are forgotten so many at a time: not one by one, nor so many that the deletion is felt. */
export const FORGET_AT_ONCE = 2_000;

/** Events that may wait for one receiver. Beyond it the oldest are given up, and the log says so: a dead receiver must not fill the disk. */
export const WAITING_MAX = 1_000_000;

/** How long an event waits for a receiver that does not take it. As EventBridge: 24 hours. */
export const WAITING_MAX_MS = 24 * 3_600_000;

/** Events that are read, and handed to a receiver, together. */
export const BATCH_MAX = 256;

/** Pauses after a refusal: doubling from the first to the last, so that a receiver that is back is found within half a minute. */
export const PAUSE_MIN_MS = 500;
export const PAUSE_MAX_MS = 30_000;

/** How often it is looked whether anything has been committed. A look costs nothing where nothing has. */
export const LOOK_EVERY_MS = 250;

/** Requests to the webhook under way at the same time, each for another job. */
export const REQUESTS_AT_ONCE = 8;

/** Refusals after which a webhook is left alone until the next round. */
export const FAILURES_A_ROUND_MAX = 8;

/** How long the webhook may take to answer. */
export const REQUEST_TIMEOUT_MS = 15_000;

/** How far back a log file is read at the start for the end of its last whole line. */
export const TORN_LINE_MAX_BYTES = 1024 * 1024;
