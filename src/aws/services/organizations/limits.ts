/** Organizations quotas: accounts, as far as AWS raises the default of 10. Closed accounts count. */
export const ACCOUNTS_MAX = 10_000;

/** Organizations quotas: units in an organization, and how deep they nest under the root. */
export const UNITS_MAX = 2_000;

/** Organizations quotas: policies of each type in an organization. */
export const POLICIES_PER_TYPE_MAX = 1_000;

/** Organizations quotas: policies of a type attached to one root, unit or account. */
export const ATTACHMENTS_MAX: Readonly<Record<string, number>> = {
  SERVICE_CONTROL_POLICY: 5,
  RESOURCE_CONTROL_POLICY: 5,
  AISERVICES_OPT_OUT_POLICY: 5,
};

/** The same for the types that the table does not name, such as tag and backup policies. */
export const ATTACHMENTS_MAX_OTHERWISE = 10;

/** Organizations quotas: tags on one account, unit, root or policy. */
export const TAGS_MAX = 50;

/** AWS Backup: delegated administrators of one organization (reference/copy-semantics.md 3); we take it for all services. */
export const DELEGATED_ADMINISTRATORS_MAX = 5;

/** An invitation that nobody answers expires after 15 days. */
export const HANDSHAKE_LIFE_MS = 15 * 24 * 3600 * 1000;

/** Enabling all features: members have 90 days to approve. */
export const ALL_FEATURES_LIFE_MS = 90 * 24 * 3600 * 1000;

/** Organizations quotas: accounts closed within 30 days, ten of a hundred members but at least ten. */
export const CLOSURES_MIN = 10;
export const CLOSURES_SHARE = 0.1;
export const CLOSURES_PERIOD_MS = 30 * 24 * 3600 * 1000;

/** How long an account is PENDING_CLOSURE. AWS names no time ("minutes"); clients poll every few seconds. */
export const CLOSURE_MS = 2_000;

/** Rows of a page where the request names no number: AWS leaves it open, its pages hold 20. */
export const PAGE_ROWS_DEFAULT = 20;
