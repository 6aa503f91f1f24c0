import { openCFunctions } from './c-functions.ts';

/** SYNC_FILE_RANGE_WRITE */
const BEGIN_WRITING = 2;

type SyncFileRange = (fd: number, offset: bigint, length: bigint, flags: number) => number;

const syncFileRange = open();

/**
 * Asks Linux to begin writing a stretch of an open file to its disk, and does not wait for it: a later sync then has little left to do. Advice, so
 * that nothing happens where this Node or system has no such call, and what the disk refuses is told by the sync.
 */
export function startWriteback(fd: number, offset: number, length: number): void {
  syncFileRange?.(fd, BigInt(offset), BigInt(length), BEGIN_WRITING);
}

function open(): SyncFileRange | undefined {
  if (process.platform !== 'linux' || (process.arch !== 'x64' && process.arch !== 'arm64')) return undefined;
  return openCFunctions({
    sync_file_range: { arguments: ['int32', 'int64', 'int64', 'uint32'], return: 'int32' },
  })?.sync_file_range;
}
