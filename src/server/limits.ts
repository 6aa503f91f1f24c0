/** How far a manual clock may be moved in one request: a hundred years, AWS's longest retention. */
export const CLOCK_ADVANCE_MAX_MS = 36_500 * 86_400_000;

/** Bodies of the operator API are small documents. */
export const OPERATOR_BODY_MAX_BYTES = 1024 * 1024;

/** Listeners of `GET events` at the same time. */
export const EVENT_LISTENERS_MAX = 100;

/** How often a quiet event stream sends a comment, so that proxies keep it open. */
export const EVENT_KEEPALIVE_MS = 15_000;

/** How long a start waits for a server that is just ending to let go of the data directory. */
export const LOCK_PATIENCE_MS = 3_000;

/** Node's own guards against slow clients: the whole head, and the whole request. */
export const HEADERS_TIMEOUT_MS = 20_000;
export const REQUEST_TIMEOUT_MS = 60_000;

/** How long records of ended jobs are kept where the operator does not say: a little over a year, so that a year can be told. */
export const KEEP_JOB_RECORDS_MS = 400 * 86_400_000;

/** As long as AWS lists them (Developer Guide, "Monitoring jobs"); its lists and descriptions here would otherwise lose jobs too early. */
export const JOB_RECORDS_MIN_MS = 30 * 86_400_000;

/**
 * Threads that wait for disks. Node has four; yet a sync is nothing but waiting, and file systems serve many at the cost of one: a hundred small
 * files are on disk in half the time.
 */
export const IO_THREADS = 16;

/** How much V8's heap grows under a manual clock before it is collected again: a tenth of the processor time of a year for two hundred megabytes. */
export const HEAP_GROWING_PERCENT_MANUAL = 200;

/** How long work may keep a client without a byte of the answer: well below the five minutes that Node's own client waits. */
export const ANSWER_KEEPALIVE_MS = 15_000;

/** How long an idle connection stays open: longer than clients keep theirs, so that none is closed under a request on its way. */
export const KEEP_ALIVE_MS = 75_000;

/** Hours between the run of `prune` that finds something unneeded and the one that may delete it: no job of another process runs that long unseen. */
export const PRUNE_GRACE_HOURS = 24;

/** Connections at the same time: bounds what half-sent requests can hold in memory. */
export const CONNECTIONS_MAX = 4_096;

/** The slowest rate that an operator may set: below it, a job would seem to stand still. */
export const RATE_MIN_BYTES = 1_024;

/** The shortest interval of a scrub: each reads all that is stored. */
export const SCRUB_EVERY_MIN_MS = 3_600_000;

/** Ill recovery points that `GET scrub` shows. */
export const ILL_POINTS_SHOWN = 100;
