/** Random bytes behind a session token: 256 bits would do; AWS's tokens are several hundred characters long. */
export const SESSION_TOKEN_BYTES = 192;

/** How exact the last use of a key or role is: AWS tells it with a delay of hours; a quarter of an hour costs a write each. */
export const USE_NOTED_EVERY_MS = 15 * 60 * 1000;

/** Keys and roles whose last note is remembered; a forgotten one is noted again. */
export const USE_NOTES_MAX = 10_000;
