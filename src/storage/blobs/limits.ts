/** Blobs up to this size are put together with others: manifests, index segments, packs of a few nodes. Writing one takes microseconds. */
export const SMALL_BLOB_BYTES_MAX = 64 * 1024;

/** Fewer are put one by one, by threads that may wait for a slow disk. */
export const PUTS_TOGETHER_MIN = 4;

/** Bounds how long the event loop stands still for one round: some 3 ms. */
export const PUTS_TOGETHER_MAX = 64;
