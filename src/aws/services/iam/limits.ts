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
export const POLICY_VERSIONS_MAX = 5;
export const ACCESS_KEYS_PER_USER_MAX = 2;
export const TAGS_MAX = 50;

/** Characters, white space not counted. */
export const TRUST_POLICY_SIZE_MAX = 2048;
export const MANAGED_POLICY_SIZE_MAX = 6144;
/** All inline policies of one owner together. */
export const INLINE_POLICIES_SIZE_MAX = { role: 10_240, user: 2048 } as const;
