/**
 * Tries of one request, with pauses that double from 50 ms on average: rides out some seconds of a store that is overloaded or restarts. What
 * lasts longer is the job's to try again.
 */
export const REQUEST_TRIES_MAX = 8;
/** Tries of a body that broke off: each begins a request of its own, with all its tries. */
export const BODY_TRIES_MAX = 5;
/** Tries of a conditional put that met another one on its way (S3's 409): by then the other has ended. */
export const CONFLICT_TRIES_MAX = 5;
/** A store that does not even accept a connection. */
export const CONNECT_TIMEOUT_MS = 5_000;
/** No byte has come or gone for so long: the longest pause seen of a healthy store is a few seconds. */
export const SILENCE_TIMEOUT_MS = 30_000;
/** Connections of one thread to one store; the engine has a few requests on their way at once. */
export const CONNECTIONS_MAX = 32;
/** Objects of one page of a list: S3's own bound. */
export const LIST_PAGE_MAX = 1_000;
/** Parts of one list that are asked for at once. */
export const LISTS_MAX = 8;

/** How often an owner says that it lives. */
export const OWNER_BEAT_MS = 10_000;
/** How often whoever waits for the place looks. */
export const OWNER_LOOK_MS = 2_000;
/** An owner that has not said so for this long is dead. A pause as long as this in a living one (a machine that slept) costs it the place. */
export const OWNER_SILENCE_MS = 45_000;
