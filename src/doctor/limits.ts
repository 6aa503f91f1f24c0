/** Calls under way at once: enough that one pair is read in a few round trips, few enough for APIs that allow a handful a second. */
export const CALLS_AT_ONCE = 16;

/** Attempts at one call; throttled calls wait longer each time. The SDK's default of 3 is soon used up by Organizations, which allows one or two calls a second. */
export const ATTEMPTS_MAX = 8;

/** Pages of one list. At 100 entries a page this is above every quota of what the doctor lists but copy jobs, of which the newest count. */
export const PAGES_MAX = 50;

/** Roots and units nest five deep (Organizations quota), the account itself below them. */
export const PATH_DEPTH_MAX = 7;

/** Bytes of a facts file or Terraform plan that are read: an organization of 1,000 accounts with its documents takes some tens of megabytes. */
export const FILE_BYTES_MAX = 512 * 1024 * 1024;

/** Roles taken on one from the other for one door. */
export const ROLE_CHAIN_MAX = 5;
