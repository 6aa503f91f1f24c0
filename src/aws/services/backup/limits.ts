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

/** Quotas of plans in an account and Region, of a plan's versions and of its selections. Same page as that of the vaults. */
export const PLANS_PER_REGION_MAX = 300;
export const PLAN_VERSIONS_MAX = 2000;
export const SELECTIONS_PER_PLAN_MAX = 100;

/** A plan with ten full rules has some twenty thousand characters. */
export const PLAN_TEMPLATE_LENGTH_MAX = 262_144;

/** Legal holds in force of an account and Region. Same page. */
export const LEGAL_HOLDS_MAX = 50;
/** Entries of a hold's lists, characters of its texts: far above what anybody writes. */
export const HOLD_ENTRIES_MAX = 1000;
export const HOLD_TEXT_LENGTH_MAX = 2048;

/** Job summaries reach back so many days. API reference, ListBackupJobSummaries; there too the most rows of a page. */
export const SUMMARY_DAYS = 14;
export const SUMMARY_ROWS_MAX = 500;

/** Making one takes one to three minutes (Developer Guide, "Logically air-gapped vault"). */
export const AIR_GAPPED_CREATION_MIN_MS = 60_000;
export const AIR_GAPPED_CREATION_MAX_MS = 180_000;

/** A logically air-gapped vault keeps what it gets for a week at least. API reference, CreateLogicallyAirGappedBackupVault. */
export const AIR_GAPPED_DAYS_MIN = 7;
