/** How long a connection waits for another process's lock before it gives up. */
export const SQLITE_BUSY_TIMEOUT_MS = 5_000;

/** Pages that a connection keeps in memory: two megabytes, SQLite's own choice, do not hold the indexes of a year. Taken when they are needed. */
export const SQLITE_CACHE_KIB = 32_768;

/**
 * Pages of the log, four KiB each, after which a commit writes them back into the file, which costs two syncs more. SQLite's own thousand
 * are full after three commits of a hundred jobs. Read again at the next start where the process was killed: a tenth of a second.
 */
export const SQLITE_LOG_PAGES = 4_000;

/** Transactions that share one commit at most: bounds how long the first of them waits. */
export const TRANSACTIONS_PER_COMMIT_MAX = 256;

/** Readings that are kept between two commits, of each kind: callers that are at work at the same time. */
export const REMEMBERED_MAX = 1_000;

/** Rows of one insert: few statements for many jobs, and far fewer parameters than any adapter takes (SQLite: 32,766; PostgreSQL: 65,535). */
export const ROWS_PER_INSERT = 100;

/** Copies held back by a quota that a worker passes over when it looks for work: behind so many, the next look may find more room. */
export const HELD_BACK_AT_A_LOOK_MAX = 50;
