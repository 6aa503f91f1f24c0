import type { SecretBytes } from './secret-bytes.ts';

/**
 * Seals small secrets at rest under the root key. `purpose` binds the sealed form to its place: it opens only with the
 * same words.
 */
export interface Sealer {
  seal(plaintext: Uint8Array, purpose: string): Uint8Array;
  /**
   * Throws SecretsError `seal-broken` where the bytes were altered, moved to another purpose, or sealed under another
   * root key.
   */
  open(sealed: Uint8Array, purpose: string): SecretBytes;
}
