/**
 * Bytes of one write into the page cache. Linux takes memory for a whole write in one piece where it can: for a mebibyte or more it moves others about
 * once memory is full of cache, which doubled the system time of a copy.
 */
export const writeSizeMax = 256 * 1024;

/** Multiples of this are what disks take past the page cache (O_DIRECT): no disk of today has larger sectors. */
export const directAlignment = 4096;
