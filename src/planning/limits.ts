/**
 * Copies of one resource into other accounts that run at the same time to one destination Region. This and the next four: Developer Guide,
 * "Quotas". https://docs.aws.amazon.com/aws-backup/latest/devguide/aws-backup-limits.html
 */
export const COPIES_OF_RESOURCE_MAX = 30;

/** Copies of fully managed types that an account has under way to one destination Region. */
export const COPIES_TO_REGION_MAX = 100;

/** Where that is reached, a vault of the Region with fewer than so many under way still gets another. */
export const COPIES_TO_VAULT_MAX = 5;

/** Copies into logically air-gapped vaults that an account has under way, by type; others have no such limit. */
export const COPIES_TO_AIR_GAPPED_MAX: Readonly<Record<string, number>> = {
  EBS: 20,
  Aurora: 20,
  DocumentDB: 20,
  Neptune: 20,
  'Storage Gateway': 5,
  FSx: 5,
};

/** What a rule without windows has: 8 hours to start, 7 days to complete. API reference, BackupRuleInput. */
export const START_WINDOW_MINUTES_DEFAULT = 480;
export const COMPLETION_WINDOW_MINUTES_DEFAULT = 10_080;
