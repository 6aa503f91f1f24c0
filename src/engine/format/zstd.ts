import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { invariant } from '../../util/invariant.ts';
import { giveBack } from '../native/give-back.ts';
import { type NativeLibrary, nativeLibrary } from '../native/native-library.ts';

/**
 * Level 1 with twice its table of hashes: on text, sources and programs 1 to 6 % smaller in the same time. The window is what a gathered chunk fills a
 * few times over: a larger one finds no more, and falls out of the processor's cache.
 */
const parameters: Readonly<Record<number, number>> = {
  [constants.ZSTD_c_compressionLevel]: 1,
  [constants.ZSTD_c_windowLog]: 18,
  [constants.ZSTD_c_hashLog]: 15,
};

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
    const frame = zstdCompressSync(plaintext, { params: parameters });
    return placed(frame, into);
  },
  decompress(frame, into) {
    try {
      return placed(zstdDecompressSync(frame, { maxOutputLength: Math.max(into.length, 1) }), into);
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
  const compressing = library.ZSTD_createCCtx();
  const decompressing = library.ZSTD_createDCtx();
  invariant(compressing !== 0n && decompressing !== 0n, 'zstd has its contexts');
  for (const [name, value] of Object.entries(parameters)) {
    const set = library.ZSTD_CCtx_setParameter(compressing, Number(name), value);
    invariant(library.ZSTD_isError(set) === 0, 'zstd knows its parameters');
  }
  const lengthOf = (result: bigint): number | undefined =>
    library.ZSTD_isError(result) === 0 ? Number(result) : undefined;
  return {
    compress: (plaintext, into) =>
      lengthOf(library.ZSTD_compress2(compressing, into, BigInt(into.length), plaintext, BigInt(plaintext.length))),
    decompress: (frame, into) =>
      lengthOf(library.ZSTD_decompressDCtx(decompressing, into, BigInt(into.length), frame, BigInt(frame.length))),
  };
}

let chosen: Zstd | undefined;

/** The fastest zstd that this process has. */
export function chosenZstd(): Zstd {
  chosen ??= nativeLibrary ? nativeZstd(nativeLibrary) : nodeZstd;
  return chosen;
}
