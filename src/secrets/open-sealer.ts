import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deriveKey } from './derive-key.ts';
import type { RootKey } from './root-key.ts';
import type { Sealer } from './sealer.ts';
import { SecretBytes } from './secret-bytes.ts';
import { SecretsError } from './secrets-error.ts';

/*
 * Sealed form: version (1 byte), salt (16), nonce (12), AES-256-GCM ciphertext, tag (16). The key of each seal comes
 * from the root key by HKDF-SHA-256 with the salt, so that no two seals share one; version, salt, nonce and purpose are
 * authenticated.
 */
const VERSION = 1;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + SALT_BYTES + NONCE_BYTES;

/** Seals under `rootKey`. */
export function openSealer(rootKey: RootKey): Sealer {
  return {
    seal(plaintext, purpose) {
      // Salt and nonce never come from a Random that is handed in: a seeded one would repeat them, which breaks GCM.
      const head = Buffer.concat([Uint8Array.of(VERSION), randomBytes(SALT_BYTES + NONCE_BYTES)]);
      const key = sealKey(rootKey, head);
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(head));
      key.fill(0);
      cipher.setAAD(Buffer.concat([head, Buffer.from(purpose, 'utf8')]));
      return Buffer.concat([head, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, purpose) {
      if (sealed.length < HEAD_BYTES + TAG_BYTES || sealed[0] !== VERSION) throw sealBroken(purpose);
      const head = sealed.subarray(0, HEAD_BYTES);
      const key = sealKey(rootKey, head);
      const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(head), { authTagLength: TAG_BYTES });
      key.fill(0);
      decipher.setAAD(Buffer.concat([head, Buffer.from(purpose, 'utf8')]));
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      const opened = decipher.update(sealed.subarray(HEAD_BYTES, -TAG_BYTES));
      try {
        decipher.final();
      } catch (error) {
        opened.fill(0);
        throw sealBroken(purpose, error);
      }
      return new SecretBytes(opened);
    },
  };
}

function sealKey(rootKey: RootKey, head: Uint8Array): Uint8Array {
  const salt = head.subarray(1, 1 + SALT_BYTES);
  return deriveKey(rootKey.material.open(), salt, 'crossvault seal 1');
}

const nonceOf = (head: Uint8Array): Uint8Array => head.subarray(1 + SALT_BYTES);

const sealBroken = (purpose: string, cause?: unknown): SecretsError =>
  new SecretsError(
    'seal-broken',
    `What was sealed for "${purpose}" does not open.`,
    cause === undefined ? {} : { cause },
  );
