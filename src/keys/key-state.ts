import * as kms from '../messages/kms.ts';
import type { KmsKeysTable } from '../storage/records/schema.ts';

/** Throws DisabledException or KMSInvalidStateException unless the key may encrypt and decrypt. */
export function requireEnabled(key: KmsKeysTable): void {
  requireNotPendingDeletion(key);
  if (key.state !== 'Enabled') throw kms.keyDisabled(key.arn);
}

/** Throws KMSInvalidStateException for a key that waits for its end. */
export function requireNotPendingDeletion(key: KmsKeysTable): void {
  if (key.state === 'PendingDeletion') throw kms.keyPendingDeletion(key.arn);
}

/** Throws KMSInvalidStateException for a key that does not. */
export function requirePendingDeletion(key: KmsKeysTable): void {
  if (key.state !== 'PendingDeletion') throw kms.keyNotPendingDeletion(key.arn);
}
