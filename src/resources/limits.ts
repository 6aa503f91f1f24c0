/** Linux: a file system hands out at most 64 KiB of names, and 64 KiB of one value (XATTR_LIST_MAX, XATTR_SIZE_MAX). */
export const XATTR_BYTES_MAX = 65_536;

/** Entries read before the event loop gets its turn: some 5 ms, with what a backup makes of them. */
export const ENTRIES_PER_TURN_MAX = 128;
/** A directory takes as long as so many entries. */
export const ENTRIES_OF_A_DIRECTORY = 8;

/** Troubles that a writer keeps with their text; further ones are only counted. A restore without privilege has one for each file. */
export const TROUBLES_KEPT_MAX = 1_000;

/** Differences that a comparison keeps with their text unless told otherwise; all are counted. */
export const DIFFERENCES_KEPT = 100;

/** Characters of a source URL: a path of PATH_MAX (4,096) bytes, each percent-encoded, and its scheme. */
export const SOURCE_LENGTH_MAX = 3 * 4_096 + 16;

/** What a comparison reads of each of the two files at a time. */
export const COMPARE_BUFFER_BYTES = 1 << 20;
