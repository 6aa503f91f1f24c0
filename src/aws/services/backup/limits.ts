/** Quota of vaults in an account and Region. https://docs.aws.amazon.com/aws-backup/latest/devguide/aws-backup-limits.html */
export const VAULTS_PER_REGION_MAX = 300;

/** Rows of a page where the request does not say: the most that AWS allows to ask for. */
export const PAGE_ROWS_DEFAULT = 1000;

/**
 * How long a job that has ended is still listed (same page, and API reference of ListBackupJobs), and as long a token gets its answer
 * again, of which AWS tells no limit.
 */
export const JOB_HISTORY_MS = 30 * 86_400_000;

/** User tags of one thing. https://docs.aws.amazon.com/general/latest/gr/aws_tagging.html */
export const TAGS_MAX = 50;
export const TAG_KEY_LENGTH_MAX = 128;
export const TAG_VALUE_LENGTH_MAX = 256;

/** Pairs and characters of a restore's metadata: far above what any type takes. */
export const RESTORE_METADATA_ENTRIES_MAX = 200;
export const RESTORE_METADATA_LENGTH_MAX = 16_384;

/** On-demand backups start within 8 hours and complete within 7 days where nothing else is said. Developer Guide, StartBackupJob. */
export const START_WINDOW_MINUTES_DEFAULT = 480;
export const COMPLETE_WINDOW_MINUTES_DEFAULT = 10_080;
export const START_WINDOW_MINUTES_MIN = 60;
/** 100 years, so that no sum of times runs out of the calendar. */
export const WINDOW_MINUTES_MAX = 36_500 * 24 * 60;
