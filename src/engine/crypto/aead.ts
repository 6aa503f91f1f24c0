import { Buffer } from 'node:buffer';
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { giveBack } from '../../util/give-back.ts';

export const tagLength = 16;
export const nonceLength = 12;

export interface AeadInput {
  readonly key: Uint8Array;
  readonly nonce: Uint8Array;
  readonly additional: Uint8Array;
}

/**
 * AES-256-GCM into the caller's buffers: ciphertext first, then the tag of 16 bytes. Implementations write the same bytes and
 * differ in speed alone. Input and output must not overlap.
 */
export interface Aead {
  readonly name: string;
  /** Writes `plaintext.length + 16` bytes to the beginning of `into`. */
  seal(input: AeadInput, plaintext: Uint8Array, into: Uint8Array): void;
  /** Writes `sealed.length - 16` bytes. False where the tag does not fit: what was written then is to be thrown away. */
  open(input: AeadInput, sealed: Uint8Array, into: Uint8Array): boolean;
}

/** The base that is always there. It allocates an output for each message (engine-notes, trap 1), which is given back at once. */
export const nodeAead: Aead = {
  name: 'node:crypto',
  seal({ key, nonce, additional }, plaintext, into) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    cipher.setAAD(additional);
    moveTo(into, cipher.update(plaintext));
    cipher.final();
    into.set(cipher.getAuthTag(), plaintext.length);
  },
  open({ key, nonce, additional }, sealed, into) {
    if (sealed.length < tagLength) return false;
    const length = sealed.length - tagLength;
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
    decipher.setAAD(additional);
    decipher.setAuthTag(sealed.subarray(length));
    moveTo(into, decipher.update(sealed.subarray(0, length)));
    return isFinal(() => decipher.final());
  },
};

function moveTo(into: Uint8Array, output: Buffer): void {
  into.set(output);
  giveBack(output);
}

/** `final` throws for a wrong tag, and only for that: all other parameters are checked before. */
function isFinal(final: () => unknown): boolean {
  try {
    final();
    return true;
  } catch {
    return false;
  }
}

/** Convenience for small blobs. */
export function sealWhole(aead: Aead, input: AeadInput, plaintext: Uint8Array): Buffer {
  const sealed = Buffer.allocUnsafe(plaintext.length + tagLength);
  aead.seal(input, plaintext, sealed);
  return sealed;
}

/** Nothing where the tag does not fit. */
export function openWhole(aead: Aead, input: AeadInput, sealed: Uint8Array): Buffer | undefined {
  if (sealed.length < tagLength) return undefined;
  const plaintext = Buffer.allocUnsafe(sealed.length - tagLength);
  return aead.open(input, sealed, plaintext) ? plaintext : undefined;
}
