/** Blobs up to this size are put together with others: manifests, index segments, packs of a few nodes. Writing one takes microseconds. */
export const SMALL_BLOB_BYTES_MAX = 64 * 1024;

/**
 * What goes to the disk past the page cache at once: one huge page, which is one request of the disk. With 4 MiB a copy took as long, with one a sixth longer.
 */
export const DIRECT_BLOCK_BYTES = 2 * 1024 * 1024;

/** One thread's memory for this: some are written while another fills. */
export const DIRECT_BLOCKS = 4;

/** Blobs of one thread that are written so at the same time. Each may hold a block that is not full yet, and two are left to go round. */
export const DIRECT_WRITERS_MAX = 2;

/** Fewer are put one by one, by threads that may wait for a slow disk. */
export const PUTS_TOGETHER_MIN = 4;

/** Bounds how many files are open for it, and how long the event loop stands still while they get their names: some 3 ms. */
export const PUTS_TOGETHER_MAX = 128;

/** Names of files and folders that a store remembers between two looks: some 10 MB, and the packs of five terabytes. */
export const NAMES_REMEMBERED_MAX = 300_000;

/** Names are remembered that were read so long after the folder's times were seen: file systems stamp with clocks that tick, some every two seconds. */
export const NAMES_SETTLED_MS = 2_500;

/** How long one look at folders may keep the event loop; a file system that answers slowly is asked by the pool of threads from then on. */
export const LOOK_AT_ONCE_MS_MAX = 3;

/** Names of a remembered folder that are read again on the caller's thread: 20 µs, a fifth of what the pool of threads takes. */
export const NAMES_READ_AT_ONCE_MAX = 256;
