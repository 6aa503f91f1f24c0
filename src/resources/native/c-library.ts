import { getSystemErrorName } from 'node:util';

/**
 * The C library's calls that node:fs lacks, through `node:ffi`; nothing where this Node has none, or where the platform's
 * layouts are not the ones below (Linux on x64 and arm64: LP64, little endian). Each worker thread opens its own.
 * A call returns -1 and sets errno; `raise` turns that into an error like node:fs's own.
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

/** The error of the call that has just failed: `code`, `errno` and `syscall` as node:fs gives them. */
export function raise(library: CLibrary, syscall: string): NodeJS.ErrnoException {
  const errno = library.errno();
  const code = errno > 0 ? getSystemErrorName(-errno) : 'EIO';
  return Object.assign(new Error(`${code}: ${syscall}`), { code, errno: -errno, syscall });
}

function open(): CLibrary | undefined {
  const ffi = loadFfi();
  if (ffi === undefined) return undefined;
  try {
    const { functions } = ffi.dlopen(null, {
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
    // Asked once: errno stays where it is in a thread's memory. A second call behind the one that failed would give the engine's own
    // system calls (its garbage collector's) time to overwrite what is looked for.
    const place = functions[ERRNO]();
    return { ...functions, errno: () => ffi.getInt32(place) };
  } catch (error) {
    if (isAbsentSymbol(error)) return undefined;
    throw error;
  }
}

/** Nothing where the layouts are others. Older Nodes answer undefined, or throw where the module needs its flag. */
export function loadFfi(): typeof import('node:ffi') | undefined {
  if (process.platform !== 'linux' || (process.arch !== 'x64' && process.arch !== 'arm64')) return undefined;
  try {
    return process.getBuiltinModule('node:ffi') as typeof import('node:ffi') | undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_')) return undefined;
    throw error;
  }
}

/** A C library older than glibc 2.33, or another one, lacks a name. */
export function isAbsentSymbol(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('dlsym failed');
}
