import { Buffer } from 'node:buffer';
import { invariant } from '../../util/invariant.ts';
import { type Aead, type AeadInput, nonceLength, tagLength } from '../crypto/aead.ts';
import type { NativeLibrary } from './native-library.ts';

const getTag = 0x10;
const setTag = 0x11;
const noEngine = 0n;

/** AES-256-GCM of Node's own OpenSSL, straight into the caller's buffers. One context, used by one thread, keyed anew for each message. */
export function nativeAead(library: NativeLibrary): Aead {
  const context = library.EVP_CIPHER_CTX_new();
  const cipher = library.EVP_aes_256_gcm();
  invariant(context !== 0n && cipher !== 0n, 'OpenSSL has a context and AES-256-GCM');
  const scratch = openScratch(library);
  const { written, tag, rest } = scratch;

  const checkInput = ({ key, nonce }: AeadInput): void => {
    invariant(key.length === 32 && nonce.length === nonceLength, 'a key has 32 bytes and a nonce 12');
  };

  return {
    name: 'node:ffi',
    seal(input, plaintext, into) {
      checkInput(input);
      const { length } = plaintext;
      invariant(into.length >= length + tagLength, 'there is room for the sealed bytes');
      must(library.EVP_EncryptInit_ex(context, cipher, noEngine, input.key, scratch.nonce(input.nonce)));
      const { additional } = input;
      if (additional.length > 0) {
        must(library.EVP_EncryptUpdate(context, null, written, scratch.additional(additional), additional.length));
      }
      if (length > 0) must(library.EVP_EncryptUpdate(context, into, written, plaintext, length));
      must(library.EVP_EncryptFinal_ex(context, rest, written));
      must(library.EVP_CIPHER_CTX_ctrl(context, getTag, tagLength, tag));
      into.set(scratch.tagBytes, length);
      must(library.EVP_CIPHER_CTX_reset(context));
    },
    open(input, sealed, into) {
      checkInput(input);
      const length = sealed.length - tagLength;
      if (length < 0) return false;
      invariant(into.length >= length, 'there is room for the plaintext');
      must(library.EVP_DecryptInit_ex(context, cipher, noEngine, input.key, scratch.nonce(input.nonce)));
      const { additional } = input;
      if (additional.length > 0) {
        must(library.EVP_DecryptUpdate(context, null, written, scratch.additional(additional), additional.length));
      }
      if (length > 0) must(library.EVP_DecryptUpdate(context, into, written, sealed, length));
      scratch.tagBytes.set(sealed.subarray(length));
      must(library.EVP_CIPHER_CTX_ctrl(context, setTag, tagLength, tag));
      const isWhole = library.EVP_DecryptFinal_ex(context, rest, written) === 1;
      must(library.EVP_CIPHER_CTX_reset(context));
      return isWhole;
    },
  };
}

/** Additional data up to this lies in the scratch: that of a chunk and of a footer do. */
const additionalMax = 128;

/**
 * Small bytes at places that are told once: of bytes that it is handed, Node finds out at each call what they are and where they lie, which took a third of
 * the time of a message of a kilobyte. Nothing secret lies in them.
 */
function openScratch(library: NativeLibrary) {
  // Not of a pool, and too large to lie on V8's heap, where it would be moved.
  const memory = Buffer.allocUnsafeSlow(64 + additionalMax);
  const start = library.addressOf(memory);
  const [tagAt, additionalAt] = [48, 64];
  const additionalAddress = start + BigInt(additionalAt);
  return {
    written: start + 16n,
    rest: start + 32n,
    tag: start + BigInt(tagAt),
    tagBytes: memory.subarray(tagAt, tagAt + tagLength),
    nonce(bytes: Uint8Array): bigint {
      memory.set(bytes, 0);
      return start;
    },
    additional(bytes: Uint8Array): bigint | Uint8Array {
      if (bytes.length > additionalMax) return bytes;
      memory.set(bytes, additionalAt);
      return additionalAddress;
    },
  };
}

function must(result: number): void {
  invariant(result === 1, 'OpenSSL does what it is asked');
}
