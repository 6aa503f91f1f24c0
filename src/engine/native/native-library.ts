import type { Buffer } from 'node:buffer';
import { openCFunctions } from '../../storage/native/c-functions.ts';
import { loadFfi } from '../../storage/native/load-ffi.ts';

/** OpenSSL's and zstd's functions that the Node binary itself exports. */
export interface NativeLibrary {
  /** Where bytes lie. True as long as they are held and not detached, if they have their memory for themselves. */
  addressOf(bytes: Buffer): bigint;
  EVP_CIPHER_CTX_new(): bigint;
  EVP_CIPHER_CTX_reset(context: bigint): number;
  EVP_aes_256_gcm(): bigint;
  EVP_CIPHER_CTX_ctrl(context: bigint, type: number, argument: number, bytes: Pointer): number;
  EVP_EncryptInit_ex(context: bigint, cipher: bigint, engine: bigint, key: Pointer, nonce: Pointer): number;
  EVP_EncryptUpdate(context: bigint, out: Pointer, written: Pointer, input: Pointer, length: number): number;
  EVP_EncryptFinal_ex(context: bigint, out: Pointer, written: Pointer): number;
  EVP_DecryptInit_ex(context: bigint, cipher: bigint, engine: bigint, key: Pointer, nonce: Pointer): number;
  EVP_DecryptUpdate(context: bigint, out: Pointer, written: Pointer, input: Pointer, length: number): number;
  EVP_DecryptFinal_ex(context: bigint, out: Pointer, written: Pointer): number;
  ZSTD_createCCtx(): bigint;
  ZSTD_CCtx_setParameter(context: bigint, parameter: number, value: number): bigint;
  ZSTD_compress2(context: bigint, into: Uint8Array, capacity: bigint, input: Uint8Array, length: bigint): bigint;
  ZSTD_createDCtx(): bigint;
  ZSTD_decompressDCtx(context: bigint, into: Uint8Array, capacity: bigint, frame: Uint8Array, length: bigint): bigint;
  ZSTD_isError(code: bigint): number;
}

/** Bytes, or where they lie, which Node takes without looking at them; null where OpenSSL takes additional data instead of writing. */
type Pointer = Uint8Array | bigint | null;

/**
 * Each thread opens its own. Nothing where this Node has no `node:ffi` (older than 26) or exports no such names: then
 * node:crypto and node:zlib do the same work, slower, since they allocate an output for each call (engine-notes, trap 1). Only symbols of
 * the process itself are taken: a second libcrypto mapped beside Node's own crashes it (trap 11).
 */
export const nativeLibrary: NativeLibrary | undefined = open();

function open(): NativeLibrary | undefined {
  const ffi = loadFfi();
  if (ffi === undefined || process.platform === 'win32') return undefined;
  const init = { arguments: ['pointer', 'pointer', 'pointer', 'pointer', 'pointer'], return: 'int32' } as const;
  const update = { arguments: ['pointer', 'pointer', 'pointer', 'pointer', 'int32'], return: 'int32' } as const;
  const final = { arguments: ['pointer', 'pointer', 'pointer'], return: 'int32' } as const;
  const create = { arguments: [], return: 'pointer' } as const;
  const functions = openCFunctions({
    EVP_CIPHER_CTX_new: create,
    EVP_CIPHER_CTX_reset: { arguments: ['pointer'], return: 'int32' },
    EVP_aes_256_gcm: create,
    EVP_CIPHER_CTX_ctrl: { arguments: ['pointer', 'int32', 'int32', 'pointer'], return: 'int32' },
    EVP_EncryptInit_ex: init,
    EVP_EncryptUpdate: update,
    EVP_EncryptFinal_ex: final,
    EVP_DecryptInit_ex: init,
    EVP_DecryptUpdate: update,
    EVP_DecryptFinal_ex: final,
    ZSTD_createCCtx: create,
    ZSTD_CCtx_setParameter: { arguments: ['pointer', 'int32', 'int32'], return: 'uint64' },
    ZSTD_compress2: { arguments: ['pointer', 'buffer', 'uint64', 'buffer', 'uint64'], return: 'uint64' },
    ZSTD_createDCtx: create,
    ZSTD_decompressDCtx: { arguments: ['pointer', 'buffer', 'uint64', 'buffer', 'uint64'], return: 'uint64' },
    ZSTD_isError: { arguments: ['uint64'], return: 'uint32' },
  });
  return functions && { ...functions, addressOf: (bytes) => ffi.getRawPointer(bytes) };
}
