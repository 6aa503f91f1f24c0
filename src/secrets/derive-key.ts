import type { Buffer } from 'node:buffer';
import { createHmac } from 'node:crypto';

const FIRST_BLOCK = Uint8Array.of(1);

/**
 * HKDF-SHA-256 for 32 bytes (RFC 5869), which the caller wipes when done. Of HMACs, since what `hkdfSync` makes of its key stays in memory until
 * the collector comes by; a finished HMAC's state is wiped at once.
 */
export function deriveKey(material: Uint8Array, salt: Uint8Array, info: string): Uint8Array {
  const extracted = hmac(salt, material);
  const key = hmac(extracted, info, FIRST_BLOCK);
  extracted.fill(0);
  return key;
}

function hmac(key: Uint8Array, ...parts: readonly (string | Uint8Array)[]): Buffer {
  const mac = createHmac('sha256', key);
  for (const part of parts) mac.update(part);
  return mac.digest();
}
