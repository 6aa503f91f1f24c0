/** How long a claim holds without a sign of life. Three heartbeats fit in, so one slow disk sync loses nothing. */
export const LEASE_MS = 30_000;
export const HEARTBEAT_MS = 10_000;

/** Jobs that one process works on at the same time; each keeps every core busy already. */
export const JOBS_AT_ONCE = 4;

/** The same under a manual clock, whose walk waits for them: they share looks at vaults and commits, and are few bytes each as a rule. */
export const JOBS_AT_ONCE_MANUAL = 128;

/** How long a job's write waits at most for those of other jobs, to share a commit. */
export const SHARED_WRITE_WAIT_MS = 20;

/** How often the runner looks for work that nobody told it of: a lease that ran out, a retry that is due. */
export const POLL_MS = 1_000;

/**
 * AWS retries a job that met a system error for two hours, then gives it up (Developer Guide, "Creating backup copies", retry).
 * With the pauses below this many tries take as long; counted, since a manual clock may stand still or leap.
 */
export const TRIES_MAX = 125;

/** Pauses between tries: doubling from the first to the last. */
export const RETRY_PAUSE_MIN_MS = 1_000;
export const RETRY_PAUSE_MAX_MS = 60_000;

/** Progress is written at most this often: each writing is a commit. */
export const PROGRESS_EVERY_MS = 500;

/** How often the time keeper asks whether something has come onto its agenda; it costs nothing while no commit was made. */
export const AGENDA_POLL_MS = 1_000;

/** How long it leaves what has failed: a line of the log for each try. */
export const AGENDA_RETRY_MS = 30_000;

/** Rounds of work that may follow from each other at one moment of a manual clock: a backup, its copies, what those set going. Far above what is meant. */
export const AGENDA_ROUNDS_MAX = 1_000;

/** Expired points that one transaction deletes, and records of ended jobs: bounds how long others wait for it. */
export const EXPIRED_AT_ONCE_MAX = 500;
export const FORGOTTEN_AT_ONCE_MAX = 1_000;

/** Points to be moved to cold storage that are looked up at once. */
export const COLD_MOVES_AT_A_LOOK = 500;

/** How long a point whose move to cold storage failed stays as it is: a full disk may have room again, and a key is seldom enabled on the same day. */
export const COLD_MOVE_AGAIN_MS = 3_600_000;
export const COLD_MOVE_REFUSED_MS = 86_400_000;

/** How long a restore from cold storage waits at most where a manual clock stands still: a client that waits for its end gives up later. */
export const COLD_RECALL_MACHINE_MS = 20_000;

/** How long an expired point is left to the job that is reading it. */
export const BUSY_POINT_PAUSE_MS = 3_600_000;

/** How often the real clock's time is put on record: so far at most can a machine clock that is turned back over a restart be believed. */
export const KEEP_TIME_EVERY_MS = 60_000;

/** How soon a job that waits for its rate notices that it is aborted, or that the operator has changed the rate. */
export const PACE_LOOK_MS = 500;

/** What the scrub reads in a second where the operator sets no rate: a terabyte in some four and a half hours, and jobs hardly notice. */
export const SCRUB_BYTES_PER_SECOND = 64 * 1024 * 1024;

/** How long the scrub waits after a failure of the world (a disk that cannot be read at all). */
export const SCRUB_AGAIN_MS = 3_600_000;

/** Illnesses of one recovery point that a scrub keeps by name; `verify` tells all. */
export const SCRUB_ILLNESSES_KEPT = 20;

/** How soon a running copy notices that its hours are over. */
export const WINDOW_LOOK_MS = 1_000;

/** The rate that is told of a job is that of this last while: long enough for a task of every lane. */
export const RATE_OVER_MS = 10_000;

/** Jobs that were not started in time that one transaction ends. */
export const LATE_JOBS_AT_ONCE = 500;

/** Due runs of plans that are taken up at once: they share commits, and a restart in the middle costs little. */
export const PLAN_RUNS_AT_ONCE = 100;

/** A run that is taken up within this time is dated as it was planned: a tick of the agenda and a busy moment are no delay. */
export const PLAN_RUN_PUNCTUAL_MS = 60_000;

/** Runs that were missed longer ago leave no job behind: it would be off the lists of jobs, which reach back 30 days. API reference, ListBackupJobs. */
export const MISSED_RUNS_KEPT_MS = 30 * 86_400_000;

/** Resources that a query names one by one; a plan that names more looks through all. Two full selections. */
export const NAMED_RESOURCES_MAX = 1_000;

/** How soon the book of records follows a change of keys and vaults that no job needed, such as the destruction of a key. */
export const BOOK_LOOK_MS = 5_000;

/** How soon it follows all other changes: it is written whole. */
export const BOOK_EVERY_MS = 600_000;

/** Rows of a table that grows with use, up to which the book has it: some 10 MB sealed, a second to write. */
export const BOOK_ROWS_MAX = 20_000;

/** What a book may come to when it is opened: no sealed bytes of ours are larger, and others do not open. */
export const BOOK_SIZE_MAX = 1024 * 1024 * 1024;
