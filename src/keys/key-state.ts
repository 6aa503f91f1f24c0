import * as kms from '../messages/kms.ts';
import type { KmsKeysTable } from '../storage/records/schema.ts';

/* https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html */

/** Throws DisabledException or KMSInvalidStateException unless the key may be used. */
export function requireEnabled(key: KmsKeysTable): void {
  requireMaterial(key);
  if (key.state !== 'Enabled') throw kms.keyDisabled(key.arn);
}

/** Throws KMSInvalidStateException for a key that waits for its end, or for material from outside. */
export function requireMaterial(key: KmsKeysTable): void {
  requireNotPendingDeletion(key);
  if (key.state === 'PendingImport') throw kms.keyPendingImport(key.arn);
}

/** Throws KMSInvalidStateException for a key that waits for its end. */
export function requireNotPendingDeletion(key: KmsKeysTable): void {
  if (isPendingDeletion(key)) throw kms.keyPendingDeletion(key.arn);
}

/** Throws KMSInvalidStateException for a key that does not. */
export function requirePendingDeletion(key: KmsKeysTable): void {
  if (!isPendingDeletion(key)) throw kms.keyNotPendingDeletion(key.arn);
}

/** A primary waits for its replicas first. */
export const isPendingDeletion = ({ state }: KmsKeysTable): boolean =>
  state === 'PendingDeletion' || state === 'PendingReplicaDeletion';
