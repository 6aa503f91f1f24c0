import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { SecretBytes } from '../secrets/secret-bytes.ts';
import type { KmsKeyMaterialTable } from '../storage/records/schema.ts';

/** The private half, for the one call that needs it. Throws for what is not PKCS #8. */
export const toPrivateKey = (material: SecretBytes): KeyObject =>
  createPrivateKey({ key: viewOf(material.open()), format: 'der', type: 'pkcs8' });

/** The public half of a row that has one. */
export const toPublicKey = ({ public_key }: Pick<KmsKeyMaterialTable, 'public_key'>): KeyObject =>
  createPublicKey({ key: viewOf(public_key!), format: 'der', type: 'spki' });

/** No copy: one more of them would have to be wiped. */
const viewOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
