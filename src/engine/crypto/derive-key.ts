import { deriveKey as derive } from '../../secrets/derive-key.ts';

export type KeyPurpose = 'pack' | 'index' | 'manifest' | 'head';

/** The key of one blob (FORMAT.md 2.1). The caller wipes it when done. */
export function deriveKey(dataKey: Uint8Array, salt: Uint8Array, purpose: KeyPurpose): Uint8Array {
  return derive(dataKey, salt, `crossvault ${purpose} v1`);
}
