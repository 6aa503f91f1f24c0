/*
 * Quotas of IAM, as an account has them before it asks for more.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */

/** `MaxItems` where none is given. */
export const PAGE_SIZE_DEFAULT = 100;

export const ROLES_PER_ACCOUNT_MAX = 1000;
export const USERS_PER_ACCOUNT_MAX = 5000;
export const POLICIES_PER_ACCOUNT_MAX = 1500;
export const ATTACHED_POLICIES_MAX = 10;
export const GROUPS_PER_ACCOUNT_MAX = 300;
export const GROUPS_PER_USER_MAX = 10;
export const INSTANCE_PROFILES_PER_ACCOUNT_MAX = 1000;
export const OIDC_PROVIDERS_PER_ACCOUNT_MAX = 100;
export const CLIENT_IDS_PER_OIDC_PROVIDER_MAX = 100;
/** Versions of all policies of an account together. */
export const POLICY_VERSIONS_PER_ACCOUNT_MAX = 10_000;
export const SERVER_CERTIFICATES_MAX = 20;
export const SIGNING_CERTIFICATES_PER_USER_MAX = 2;
export const POLICY_VERSIONS_MAX = 5;
export const ACCESS_KEYS_PER_USER_MAX = 2;
export const TAGS_MAX = 50;

/** Characters, white space not counted. */
export const TRUST_POLICY_SIZE_MAX = 2048;
export const MANAGED_POLICY_SIZE_MAX = 6144;
/** All inline policies of one owner together. */
export const INLINE_POLICIES_SIZE_MAX = { role: 10_240, user: 2048, group: 5120 } as const;

/** A credential report serves this long before AWS makes a new one. */
export const CREDENTIAL_REPORT_KEPT_MS = 4 * 3600 * 1000;
