/*
 * Durations of STS in seconds. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html and API_GetSessionToken.html
 */
export const ROLE_SESSION_SECONDS_DEFAULT = 3600;
/** A session of a role that another role's session took on lasts an hour at most, whatever the role says. */
export const CHAINED_SESSION_SECONDS_MAX = 3600;

export const USER_SESSION_SECONDS_DEFAULT = 43_200;
/** The account's root gets an hour, asked or not. */
export const ROOT_SESSION_SECONDS_MAX = 3600;

/** Session policies and tags share a packed space. AWS does not tell its size; the plain text may have this many characters. */
export const SESSION_POLICY_SIZE_MAX = 2048;

/** Expired sessions stay on record for a day, so that their late users learn that they have expired. */
export const EXPIRED_SESSION_KEPT_MS = 24 * 3600 * 1000;
