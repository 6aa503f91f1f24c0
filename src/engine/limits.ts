const kib = 1024;
const mib = 1024 * kib;

// Part of the format (FORMAT.md 5): the same in all vaults for ever.

/** Largest plaintext of a chunk. */
export const chunkSizeMax = 4 * mib;
export const chunkSizeMin = 512 * kib;
export const chunkSizeAverage = 1 * mib;
/** Large files are cut in stretches of this length, so that several threads can work on one file. */
export const stretchSize = 128 * mib;
/** Block of a disk image; EBS snapshots use the same. */
export const imageBlockSize = 512 * kib;
/** Files below this are gathered. */
export const smallFileSizeMax = 512 * kib;
export const gatheredSizeMin = 256 * kib;
export const gatheredSizeTarget = 768 * kib;
export const gatheredSizeEnough = 1.5 * mib;
/** Directories whose page is no larger live in their parent's page. */
export const embeddedPageSizeMax = 8 * kib;
export const pageSizeMin = 16 * kib;
export const pageSizeTarget = 48 * kib;
export const pageSizeEnough = 256 * kib;
export const piecesPerListMin = 256;
export const piecesPerListMax = 2048;
/** Files with more pieces than this keep them in a content list of their own. */
export const piecesInEntryMax = 32;
export const refsPerListMin = 32;
export const refsPerListMax = 1024;

// Not part of the format.

/**
 * A file whose ctime is no older than this when reading begins may change again without a change of its times: the kernel stamps with a clock
 * that ticks every 1 to 10 ms.
 */
export const settlingNs = 20_000_000n;
/** The same on file systems that stamp with whole seconds, or with even ones (FAT). */
export const settlingOfCoarseClocksNs = 2_000_000_000n;

/** Chunks in a pack, however tiny they are: what is known of them is held until an index segment names them. */
export const packChunksMax = 16_384;
/** A reader takes no larger pack: above any that we write, below what would hurt. */
export const packSizeReadMax = 256 * mib;
/** Packs of nodes stay small: the main thread holds one. */
export const nodePackSize = 8 * mib;
/** Data packs that go to the store in pieces while they fill: memory does not bound them, but what `prune` can free at once does. */
export const packSizeInPieces = 16 * mib;
/** Packs of one lane that have been handed to the store in pieces and are being synced. */
export const packsBeingStoredMax = 4;
/** All lanes' buffers of whole packs together. */
export const packBuffersMax = 32 * mib;
/** One fills while another is stored. */
export const wholePacksPerLane = 2;
export const packSizeLargest = 32 * mib;
export const packSizeSmallest = 8 * mib;
/** Packs of a job that was broken off whose footers the next one reads before it begins: more than all lanes can have left unnamed. */
export const packsAdoptedMax = 256;
/** Data packs in one index segment, at least: what an interrupted job may have to do again. */
export const packsPerSegmentMin = 4;
/**
 * Segments grow with the job, by one part in so many of what it has named: so there are few, also of very many packs (each is looked up whenever
 * the index is opened), and an interrupted job loses a sixteenth at most.
 */
export const segmentGrowth = 16;
/**
 * A copy whose bytes are more than this share of the machine's memory goes past the page cache: it would not stay there until somebody reads it, and would
 * take the place of what others read.
 */
export const pastCacheMemoryShare = 1 / 4;
/**
 * So do packs of smaller copies of whose content not even half is stored: restoring it takes much longer than reading it from the disk. Others stay in
 * memory for whoever reads them at once: a restore of 2 GiB that do not compress took 1.3 s, from the disk 2.5.
 */
export const pastCacheRatioMin = 2;
/** Packs that a lane can open chunks of without deriving their keys again. */
export const packReadersKept = 16;
/** Bytes of a restored file after which the disk is told to begin: then the sync at the end has little left to do. */
export const writebackSize = 4 * mib;
/** A restored file, or a part of one, of at least so many bytes goes to the disk past the page cache. Below, waiting for the disk would cost more. */
export const directSizeMin = 1 * mib;
/**
 * What goes to the disk directly at once, at least, but for the end of a file. Each write is a thread's that must be woken twice, while lanes keep all cores busy:
 * of a mebibyte each, an image took a fifth longer.
 */
export const directWriteMin = 4 * mib;
/** A lane's memory for this: the disk writes from one part of it while the lane opens further chunks into another. */
export const directMemorySize = 16 * mib;
/** What a lane reads of a pack at once. */
export const readSpanMax = 4 * mib;
/** The same in chunks. */
export const chunksReadAtOnce = 512;
/** A file's extended attributes beyond this are reported, not stored: a page must fit into a chunk. Linux holds 64 KiB on most file systems. */
export const xattrsSizeMax = 1 * mib;
/** Work of about this many bytes goes to a lane at once. */
export const batchSize = 8 * mib;
/** Chunks in one task of a lane, however small they are: their places cross as objects. */
export const batchChunksMax = 4096;
/** Files in one task of a lane. */
export const batchFilesMax = 256;
/** Bytes of nodes that a walk reads before the event loop gets its turn: some 4 ms. */
export const nodeBytesPerTurnMax = 256 * kib;
/** Directories, links and special files that a restore makes or finishes before the event loop gets its turn: some 3 ms. */
export const madePerTurnMax = 128;
/** Troubles kept by name; beyond, they are only counted (the contract's bound). */
export const troublesKept = 100;
/** Illnesses kept by a verify. */
export const illnessesKept = 1000;
/** Entries of one directory that wait for their files' bytes before the walk waits for the first of them. In the format: files gathered then are closed. */
export const entriesWaitingMax = 1024;
/** Depth of a directory tree: Linux's PATH_MAX of 4,096 bytes leaves room for 2,048 names. */
export const treeDepthMax = 2048;
/** Bytes of a large file that a job which is held to a rate cuts at once. What a lane has read ahead then is read again, up to a window of 8 MiB. */
export const limitedCutSize = 16 * mib;
/** Milliseconds between two calls of `onProgress`. */
export const progressIntervalMs = 250;
/** Entries of a segment that `prune` writes: about 3 MB. */
export const entriesPerSegmentMax = 65_536;
/** A pack of which less than this share is needed is written anew by `prune`: it costs at most as many bytes as it frees. */
export const repackBelowShare = 0.5;
/** Where less than this would be freed, a pack stays as it is. */
export const repackWasteMin = 64 * kib;
/** Segments beyond which `prune` writes the index anew even where nothing else changes. */
export const segmentsEnough = 64;
/** How often a run of `prune` begins anew because manifests came while it looked. */
export const prunePassesMax = 3;
/** A temporary file this old belongs to no write that still runs: writes take seconds. */
export const staleFileAgeMs = 60 * 60 * 1000;
/** Index segments read at once when a domain is opened. */
export const segmentsReadAtOnce = 4;
/** Indexes that stay in memory between jobs. A million chunks take 48 MB. */
export const indexesKept = 4;
/** Unneeded bytes between two chunks that are read along rather than jumped over. */
export const readGapMax = 64 * kib;
/** Zeros that a restore of a sparse file leaves out, at least. */
export const sparseRunMin = 64 * kib;
/** Tasks that wait or run on a lane: one to work on and one to begin with at once. */
export const tasksPerLane = 2;
/** Files gathered into one chunk, at most. In the format. */
export const gatheredFilesMax = 1024;
/** Sealed bytes whose chunks wait to be joined by neighbours of the same pack; only their places are held. */
export const batchesGatheredMax = 256 * mib;
/** The same in chunks. */
export const batchesGatheredChunksMax = 131_072;
/** Bytes of a large file that one lane restores at once. */
export const partSize = 32 * mib;
export const zerosPerPartMax = 1024;
/**
 * How much V8 lets the heap grow before it collects again, in the whole process. Its own choice (up to four times) doubles what a backup of small
 * files takes; this costs no CPU that could be measured.
 */
export const heapGrowingPercent = 30;
/** Short-lived objects of a lane before V8 collects them: a lane's bulk lies in its buffers, and V8's default of 48 MB is for other work. */
export const laneYoungGenerationMb = 2;

/** Jobs that hold buffers on the lanes at the same time; others walk their trees until they need a lane. Bounds memory, and keeps every core busy. */
export const jobsOnLanesMax = 4;

/** Roots of manifests that the index of a domain keeps in memory, a few kilobytes each: those of the resources that are backed up every day. */
export const recentRootsMax = 512;
