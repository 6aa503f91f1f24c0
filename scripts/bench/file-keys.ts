import { Buffer } from 'node:buffer';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { DataKeys } from '../../src/engine/engine.ts';
import { SecretBytes } from '../../src/secrets/secret-bytes.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Data keys under a key in a file, in place of a key service: the bench measures bytes, not policies. */
export function fileKeys(path: string): DataKeys {
  const key = readFileSync(path);
  return {
    async generate() {
      const plaintext = randomBytes(32);
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const wrapped = Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
      return { plaintext: new SecretBytes(plaintext), wrapped };
    },
    async open(wrapped) {
      const bytes = Buffer.from(wrapped);
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      const sealed = bytes.subarray(NONCE_BYTES, -TAG_BYTES);
      return new SecretBytes(Buffer.concat([decipher.update(sealed), decipher.final()]));
    },
  };
}
