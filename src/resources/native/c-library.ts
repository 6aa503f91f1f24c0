import { getSystemErrorName } from 'node:util';
import { openCFunctions } from '../../storage/native/c-functions.ts';
import { loadFfi } from '../../storage/native/load-ffi.ts';

/**
 * The C library's calls that node:fs lacks, through `node:ffi`; nothing where this Node has none, or where the platform's
 * layouts are not the ones below (Linux on x64 and arm64: LP64, little endian). Each worker thread opens its own.
 * A call that fails returns a number below zero and sets errno; `attempt` turns that into an error like node:fs's own.
 */
export interface CLibrary {
  llistxattr(path: Uint8Array, list: Uint8Array, size: bigint): bigint;
  lgetxattr(path: Uint8Array, name: Uint8Array, value: Uint8Array, size: bigint): bigint;
  lsetxattr(path: Uint8Array, name: Uint8Array, value: Uint8Array, size: bigint, flags: number): number;
  lremovexattr(path: Uint8Array, name: Uint8Array): number;
  utimensat(directory: number, path: Uint8Array, times: Uint8Array, flags: number): number;
  futimens(fd: number, times: Uint8Array): number;
  mknod(path: Uint8Array, mode: number, device: bigint): number;
  lseek(fd: number, offset: bigint, whence: number): bigint;
  renameat2(directory: number, path: Uint8Array, newDirectory: number, newPath: Uint8Array, flags: number): number;
  syncfs(fd: number): number;
  /** openat2 has no wrapper in the C library. Its arguments are all register-sized: the variadic call is an ordinary one. */
  syscall(number: bigint, directory: bigint, path: Uint8Array, how: Uint8Array, size: bigint): bigint;
  errno(): number;
}

/** AT_FDCWD: paths are absolute, the directory does not matter. */
export const CURRENT_DIRECTORY = -100;

/** The thread's own errno, in glibc and musl. */
const ERRNO = '__errno_location';

export const cLibrary: CLibrary | undefined = open();

const ATTEMPTS_MAX = 8;

/**
 * What `call` answers, to which `library` is handed on. Where it fails, the code of its error if that is one of `expected`; else throws the error, with `code`, `errno` and `syscall` as node:fs
 * gives them. The engine's own system calls may come between a call and the look at errno: its garbage collector leaves EAGAIN there, about once in a million calls. So what fails is called until it fails twice in a
 * row in one way. Only for calls that have done nothing when they fail.
 */
export function attempt<Answer extends number | bigint, Code extends string = never>(
  library: CLibrary,
  syscall: string,
  call: (library: CLibrary) => Answer,
  expected: readonly Code[] = [],
): Answer | Code {
  let last: number | undefined;
  for (let attempts = 1; ; attempts++) {
    const answer = call(library);
    if (answer >= 0) return answer;
    const errno = library.errno();
    if (errno === last || attempts === ATTEMPTS_MAX) {
      const error = errorOf(errno, syscall);
      const code = expected.find((code) => code === error.code);
      if (code === undefined) throw error;
      return code;
    }
    last = errno;
  }
}

/** The error of a call that must not be made again. Its code is the call's own, but for once in a million times. */
export function raise(library: CLibrary, syscall: string): NodeJS.ErrnoException {
  return errorOf(library.errno(), syscall);
}

function errorOf(errno: number, syscall: string): NodeJS.ErrnoException {
  const code = errno > 0 ? getSystemErrorName(-errno) : 'EIO';
  return Object.assign(new Error(`${code}: ${syscall}`), { code, errno: -errno, syscall });
}

function open(): CLibrary | undefined {
  const ffi = loadLinuxFfi();
  if (ffi === undefined) return undefined;
  const functions = openCFunctions({
    llistxattr: { arguments: ['buffer', 'buffer', 'uint64'], return: 'int64' },
    lgetxattr: { arguments: ['buffer', 'buffer', 'buffer', 'uint64'], return: 'int64' },
    lsetxattr: { arguments: ['buffer', 'buffer', 'buffer', 'uint64', 'int32'], return: 'int32' },
    lremovexattr: { arguments: ['buffer', 'buffer'], return: 'int32' },
    utimensat: { arguments: ['int32', 'buffer', 'buffer', 'int32'], return: 'int32' },
    futimens: { arguments: ['int32', 'buffer'], return: 'int32' },
    mknod: { arguments: ['buffer', 'uint32', 'uint64'], return: 'int32' },
    lseek: { arguments: ['int32', 'int64', 'int32'], return: 'int64' },
    renameat2: { arguments: ['int32', 'buffer', 'int32', 'buffer', 'uint32'], return: 'int32' },
    syncfs: { arguments: ['int32'], return: 'int32' },
    syscall: { arguments: ['int64', 'int64', 'buffer', 'buffer', 'uint64'], return: 'int64' },
    [ERRNO]: { arguments: [], return: 'pointer' },
  });
  if (functions === undefined) return undefined;
  // Asked once: errno stays where it is in a thread's memory.
  const place = functions[ERRNO]();
  return { ...functions, errno: () => ffi.getInt32(place) };
}

/** Nothing where the layouts are others. */
export function loadLinuxFfi(): typeof import('node:ffi') | undefined {
  const hasLayouts = process.platform === 'linux' && (process.arch === 'x64' || process.arch === 'arm64');
  return hasLayouts ? loadFfi() : undefined;
}
