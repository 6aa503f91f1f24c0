import * as kms from '../messages/kms.ts';
import * as records from '../storage/records/kms.ts';
import type { KmsKeyMaterialTable, KmsKeysTable } from '../storage/records/schema.ts';
import { makeMaterial } from './key-material.ts';
import type { KeyParts } from './key-parts.ts';
import { MATERIAL_VERSIONS_MAX } from './limits.ts';

const DAY_MS = 86_400_000;

/**
 * When a key gets new material: a period after the last, or after rotation was switched on. Nothing where it does not
 * rotate.
 */
export function nextRotationAt(
  { rotation_period_days, rotation_enabled_at, created_at }: KmsKeysTable,
  current: Pick<KmsKeyMaterialTable, 'created_at'>,
): number | undefined {
  if (rotation_period_days === null) return undefined;
  const since = Math.max(rotation_enabled_at ?? created_at, current.created_at);
  return since + rotation_period_days * DAY_MS;
}

/**
 * The material that encrypts. A rotation that is due happens here, with the first use after its time. Throws
 * NotFoundException for a key just deleted.
 */
export async function dueMaterial(parts: KeyParts, key: KmsKeysTable): Promise<KmsKeyMaterialTable> {
  const current = await parts.records.read((db) => records.currentMaterial(db, key.id));
  if (current === undefined) throw kms.keyNotFound(key.arn);
  const dueAt = nextRotationAt(key, current);
  const isDue = dueAt !== undefined && dueAt <= parts.clock.now() && current.version < MATERIAL_VERSIONS_MAX;
  return isDue ? rotate(parts, key, current.version) : current;
}

/** Gives the key the material after `version`. What others rotated meanwhile stands. */
export async function rotate(parts: KeyParts, key: KmsKeysTable, version: number): Promise<KmsKeyMaterialTable> {
  const next = makeMaterial(parts, { keyId: key.id, version: version + 1 });
  return parts.records.write(async (db) => {
    const current = await records.currentMaterial(db, key.id);
    if (current === undefined) throw kms.keyNotFound(key.arn);
    if (current.version !== version) return current;
    await records.insertMaterial(db, next);
    return next;
  });
}
