import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import * as kms from '../messages/kms.ts';
import { deriveKey } from '../secrets/derive-key.ts';
import { SecretBytes } from '../secrets/secret-bytes.ts';
import { CIPHERTEXT_BYTES_MAX } from './limits.ts';

/*
 * A ciphertext blob, opaque to its holder:
 *
 *   version (1 byte) | length of key id (1) | key id (ASCII) | version of the key material (4, big endian)
 *   | salt (16) | nonce (12) | AES-256-GCM ciphertext | tag (16)
 *
 * Each blob has its own AES key, derived from the material by HKDF-SHA-256 with the salt: a CMK may wrap any number of
 * data keys without two of them ever meeting under one key and nonce. Everything before the ciphertext, and the
 * canonical encryption context, is authenticated.
 */
const VERSION = 1;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Which key a ciphertext names. Not to be believed before the tag has been verified. */
export interface CiphertextName {
  readonly keyId: string;
  readonly materialVersion: number;
}

interface Parts extends CiphertextName {
  readonly head: Uint8Array;
  readonly salt: Uint8Array;
  readonly nonce: Uint8Array;
  readonly body: Uint8Array;
  readonly tag: Uint8Array;
}

export function sealCiphertext(
  material: SecretBytes,
  { keyId, materialVersion, plaintext, context }: CiphertextName & { plaintext: Uint8Array; context: Uint8Array },
): Uint8Array {
  const version = Buffer.alloc(4);
  version.writeUInt32BE(materialVersion);
  // Never from a Random that is handed in: a seeded one would repeat salt and nonce, which breaks GCM.
  const chance = randomBytes(SALT_BYTES + NONCE_BYTES);
  const id = Buffer.from(keyId, 'latin1');
  const head = Buffer.concat([Uint8Array.of(VERSION, id.length), id, version, chance]);
  const blobKey = toBlobKey(material, chance.subarray(0, SALT_BYTES));
  const cipher = createCipheriv('aes-256-gcm', blobKey, chance.subarray(SALT_BYTES));
  blobKey.fill(0);
  cipher.setAAD(Buffer.concat([head, context]));
  return Buffer.concat([head, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** The key that a ciphertext names; throws InvalidCiphertextException where it is none of ours. */
export function readCiphertextName(ciphertext: Uint8Array): CiphertextName {
  const { keyId, materialVersion } = parse(ciphertext);
  return { keyId, materialVersion };
}

/** Throws InvalidCiphertextException where a byte was altered or the encryption context is another. */
export function openCiphertext(
  material: SecretBytes,
  { ciphertext, context }: { ciphertext: Uint8Array; context: Uint8Array },
): SecretBytes {
  const { head, salt, nonce, body, tag } = parse(ciphertext);
  const blobKey = toBlobKey(material, salt);
  const decipher = createDecipheriv('aes-256-gcm', blobKey, nonce, { authTagLength: TAG_BYTES });
  blobKey.fill(0);
  decipher.setAAD(Buffer.concat([head, context]));
  decipher.setAuthTag(tag);
  const plaintext = new SecretBytes(decipher.update(body));
  try {
    decipher.final();
  } catch {
    plaintext.wipe();
    throw kms.invalidCiphertext();
  }
  return plaintext;
}

function parse(ciphertext: Uint8Array): Parts {
  const bytes = Buffer.from(ciphertext.buffer, ciphertext.byteOffset, ciphertext.byteLength);
  const idEnd = 2 + (bytes[1] ?? 0);
  const headEnd = idEnd + 4 + SALT_BYTES + NONCE_BYTES;
  const isOurs = bytes[0] === VERSION && bytes.length >= headEnd + TAG_BYTES && bytes.length <= CIPHERTEXT_BYTES_MAX;
  if (!isOurs) throw kms.invalidCiphertext();
  return {
    keyId: bytes.toString('latin1', 2, idEnd),
    materialVersion: bytes.readUInt32BE(idEnd),
    head: bytes.subarray(0, headEnd),
    salt: bytes.subarray(idEnd + 4, idEnd + 4 + SALT_BYTES),
    nonce: bytes.subarray(idEnd + 4 + SALT_BYTES, headEnd),
    body: bytes.subarray(headEnd, -TAG_BYTES),
    tag: bytes.subarray(-TAG_BYTES),
  };
}

const toBlobKey = (material: SecretBytes, salt: Uint8Array): Uint8Array =>
  deriveKey(material.open(), salt, 'crossvault ciphertext 1');
