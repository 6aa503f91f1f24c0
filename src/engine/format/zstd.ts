import { giveBack } from '../../util/give-back.ts';
import { invariant } from '../../util/invariant.ts';
import { type NativeLibrary, nativeLibrary } from '../native/native-library.ts';

/**
 * Level 1 with twice its table of hashes: on text, sources and programs 1 to 6 % smaller in the same time. The window is what a gathered chunk fills a
 * few times over: a larger one finds no more, and falls out of the processor's cache.
 */
const parameters: Readonly<Record<number, number>> = {
  // ZSTD_c_compressionLevel, ZSTD_c_windowLog, ZSTD_c_hashLog: part of zstd's stable interface.
  100: 1,
  101: 18,
  102: 15,
};

/** Loaded where there is no native zstd only: of a thread's start it would be 2 ms. */
const zlib = (): typeof import('node:zlib') => process.getBuiltinModule('node:zlib');

/** zstd into the caller's buffers. Implementations differ in speed; frames may differ in their bytes, not in what they mean. */
export interface Zstd {
  /** Length of the frame; nothing where it does not fit into `into`. */
  compress(plaintext: Uint8Array, into: Uint8Array): number | undefined;
  /** Length of the plaintext; nothing where the frame is broken or does not fit. */
  decompress(frame: Uint8Array, into: Uint8Array): number | undefined;
}

/** The base that is always there. It builds its state for each call: 0.1 ms. */
export const nodeZstd: Zstd = {
  compress(plaintext, into) {
    const frame = zlib().zstdCompressSync(plaintext, { params: parameters });
    return placed(frame, into);
  },
  decompress(frame, into) {
    try {
      return placed(zlib().zstdDecompressSync(frame, { maxOutputLength: Math.max(into.length, 1) }), into);
    } catch {
      // Whatever zstd finds wrong: the frame is broken, which is the answer.
      return undefined;
    }
  },
};

function placed(bytes: Uint8Array, into: Uint8Array): number | undefined {
  const { length } = bytes;
  const fits = length <= into.length;
  if (fits) into.set(bytes);
  giveBack(bytes);
  return fits ? length : undefined;
}

/** The zstd in the Node binary, with one state for all calls of a thread. */
export function nativeZstd(library: NativeLibrary): Zstd {
  let compressing: bigint | undefined;
  let decompressing: bigint | undefined;
  const lengthOf = (result: bigint): number | undefined =>
    library.ZSTD_isError(result) === 0 ? Number(result) : undefined;
  return {
    compress(plaintext, into) {
      compressing ??= createCompressing(library);
      const [capacity, length] = [BigInt(into.length), BigInt(plaintext.length)];
      return lengthOf(library.ZSTD_compress2(compressing, into, capacity, plaintext, length));
    },
    decompress(frame, into) {
      decompressing ??= library.ZSTD_createDCtx();
      invariant(decompressing !== 0n, 'zstd has its context');
      const [capacity, length] = [BigInt(into.length), BigInt(frame.length)];
      return lengthOf(library.ZSTD_decompressDCtx(decompressing, into, capacity, frame, length));
    },
  };
}

function createCompressing(library: NativeLibrary): bigint {
  const context = library.ZSTD_createCCtx();
  invariant(context !== 0n, 'zstd has its context');
  for (const [name, value] of Object.entries(parameters)) {
    const set = library.ZSTD_CCtx_setParameter(context, Number(name), value);
    invariant(library.ZSTD_isError(set) === 0, 'zstd knows its parameters');
  }
  return context;
}

let chosen: Zstd | undefined;

/** The fastest zstd that this process has. */
export function chosenZstd(): Zstd {
  chosen ??= nativeLibrary ? nativeZstd(nativeLibrary) : nodeZstd;
  return chosen;
}
