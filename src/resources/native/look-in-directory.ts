import { Buffer } from 'node:buffer';
import { openCFunctions } from '../../storage/native/c-functions.ts';
import { EARLIEST_NS, LATEST_NS, SECONDS_LIMIT } from '../file-identity.ts';
import { type CLibrary, cLibrary, loadLinuxFfi, raise } from './c-library.ts';

/**
 * Looks at names in a directory that is open, by its descriptor: for each file of a tree, so with memory that is made once and addresses that are known. A path
 * through /proc takes twice as long, node:fs's numbers make 800 bytes of garbage. Nothing where this Node or its C library lacks the calls.
 */
export interface DirectoryLook {
  /** False where the name is not there or too long, or nothing could be learnt; else `stat` has its numbers until the next call. */
  look(descriptor: number, name: string): boolean;
  readonly stat: NameStat;
  /** Whether the name that was looked at last has no extended attributes; false where they must be read to be known. */
  hasNoXattrs(): boolean;
}

export interface NameStat {
  /** With the type's bits. */
  readonly mode: number;
  readonly links: number;
  readonly uid: number;
  readonly gid: number;
  readonly sizeBytes: number;
  readonly inode: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
}

const NO_FOLLOW = 0x100;
/** As lstat has it. */
const NO_AUTOMOUNT = 0x800;
const BASIC_STATS = 0x7ff;
/** The same number on every architecture; Linux 6.13. */
const LISTXATTRAT = 465n;
/** Of names and struct statx. */
const NAME_BYTES = 4096;
const STAT_BYTES = 256;
const NANOSECONDS = 1_000_000_000n;

export const directoryLook: DirectoryLook | undefined = open();

function open(): DirectoryLook | undefined {
  const ffi = loadLinuxFfi();
  if (ffi === undefined || cLibrary === undefined) return undefined;
  const functions = openCFunctions({
    statx: { arguments: ['int32', 'pointer', 'int32', 'uint32', 'pointer'], return: 'int32' },
    syscall: { arguments: ['int64', 'int64', 'pointer', 'int64', 'pointer', 'uint64'], return: 'int64' },
  });
  return functions && lookWith({ ...functions, library: cLibrary }, (memory) => ffi.getRawPointer(memory));
}

interface Calls {
  readonly library: CLibrary;
  statx(directory: number, name: bigint, flags: number, mask: number, into: bigint): number;
  syscall(number: bigint, directory: bigint, name: bigint, flags: bigint, list: bigint, size: bigint): bigint;
}

function lookWith({ library, statx, syscall }: Calls, addressOf: (memory: ArrayBuffer) => bigint): DirectoryLook {
  const memory = new ArrayBuffer(NAME_BYTES);
  const name = Buffer.from(memory);
  const into = new ArrayBuffer(STAT_BYTES);
  const [nameAt, intoAt] = [addressOf(memory), addressOf(into)];
  let last = { descriptor: -1, word: -1n };
  let canList = true;
  return {
    stat: statIn(into),
    look(descriptor, text) {
      if (text.length >= NAME_BYTES) return false;
      name.write(text, 0, 'latin1');
      name[text.length] = 0;
      if (descriptor !== last.descriptor) last = { descriptor, word: BigInt(descriptor) };
      return statx(descriptor, nameAt, NO_FOLLOW | NO_AUTOMOUNT, BASIC_STATS, intoAt) === 0;
    },
    hasNoXattrs() {
      if (!canList) return false;
      // Where there is no room for names, the answer is how much they would take: nothing, for nearly every file.
      const length = syscall(LISTXATTRAT, last.word, nameAt, BigInt(NO_FOLLOW), 0n, 0n);
      // EPERM too: some containers' filters answer it to calls they do not know.
      if (length < 0n) canList = !['ENOSYS', 'EPERM'].includes(raise(library, 'listxattrat').code ?? '');
      return length === 0n;
    },
  };
}

/** Offsets of struct statx, the same on every architecture. */
function statIn(into: ArrayBuffer): NameStat {
  const view = new DataView(into);
  const word = (at: number): number => view.getUint32(at, true);
  const time = (at: number): bigint => {
    const seconds = view.getInt32(at + 4, true) * 2 ** 32 + word(at);
    if (seconds >= SECONDS_LIMIT) return LATEST_NS;
    if (seconds < -SECONDS_LIMIT) return EARLIEST_NS;
    return BigInt.asIntN(64, view.getBigInt64(at, true) * NANOSECONDS + BigInt(word(at + 8)));
  };
  return {
    get links() {
      return word(16);
    },
    get uid() {
      return word(20);
    },
    get gid() {
      return word(24);
    },
    get mode() {
      return view.getUint16(28, true);
    },
    get inode() {
      return view.getBigUint64(32, true);
    },
    get sizeBytes() {
      return word(40) + word(44) * 2 ** 32;
    },
    get ctimeNs() {
      return time(96);
    },
    get mtimeNs() {
      return time(112);
    },
  };
}
