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

/** Rows of a page where the request names no number: AWS leaves it open, its pages hold 20. */
export const PAGE_ROWS_DEFAULT = 20;
