/** Organizational units nest five deep under the root (Organizations quotas); a longer chain would be a ring. */
export const ORGANIZATION_DEPTH_MAX = 5;

/** Random bytes behind a session token: 256 bits would do; AWS's tokens are several hundred characters long. */
export const SESSION_TOKEN_BYTES = 192;
