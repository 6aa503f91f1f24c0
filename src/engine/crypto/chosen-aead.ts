import { type Aead, nodeAead } from './aead.ts';

/** The fastest AES-256-GCM that this process has. */
export function chosenAead(): Aead {
  return nodeAead;
}
