/** Random bytes behind a session token: 256 bits would do; AWS's tokens are several hundred characters long. */
export const SESSION_TOKEN_BYTES = 192;
