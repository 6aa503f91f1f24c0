import * as kms from '../messages/kms.ts';
import * as records from '../storage/records/kms.ts';
import type { KmsKeyMaterialTable, KmsKeysTable } from '../storage/records/schema.ts';
import { makeMaterial, type NewMaterial } from './key-material.ts';
import type { KeyParts } from './key-parts.ts';
import { MATERIAL_VERSIONS_MAX } from './limits.ts';
import { isPrimary } from './multi-region.ts';

const DAY_MS = 86_400_000;

/** Throws UnsupportedOperationException for a key whose material KMS does not replace. */
export function requireRotatable(key: KmsKeysTable): void {
  if (key.origin !== 'AWS_KMS') throw kms.originUnfit(key);
  if (key.spec !== 'SYMMETRIC_DEFAULT') throw kms.rotationUnfit();
  if (key.is_multi_region === 1 && !isPrimary(key)) throw kms.notPrimary(key.arn);
}

/**
 * When a key gets new material: a period after the last automatic rotation, or after rotation was switched on; rotations
 * on demand change nothing about it. Nothing where it does not rotate.
 */
export function nextRotationAt({
  rotation_period_days,
  rotation_enabled_at,
  created_at,
}: KmsKeysTable): number | undefined {
  if (rotation_period_days === null) return undefined;
  return (rotation_enabled_at ?? created_at) + rotation_period_days * DAY_MS;
}

/**
 * The material that encrypts. Rotations that are due happen here, with the first look after their time, and bear that
 * time. Throws NotFoundException for a key just deleted.
 */
export async function dueMaterial(parts: KeyParts, key: KmsKeysTable): Promise<KmsKeyMaterialTable> {
  let current = await parts.records.read((db) => records.currentMaterial(db, key.id));
  if (current === undefined) throw kms.keyNotFound(key.arn);
  for (const at of dueRotations(key, parts.clock.now())) {
    if (current.version >= MATERIAL_VERSIONS_MAX) break;
    current = await rotate(parts, key, { version: current.version, rotationType: 'AUTOMATIC', at });
  }
  return current;
}

/** A key that is switched off does not rotate. */
function* dueRotations(key: KmsKeysTable, now: number): Iterable<number> {
  const next = key.state === 'Enabled' ? nextRotationAt(key) : undefined;
  if (next === undefined) return;
  for (let at = next; at <= now; at += key.rotation_period_days! * DAY_MS) yield at;
}

/** Gives the key the material after `version`. What others rotated meanwhile stands. */
export async function rotate(
  parts: KeyParts,
  key: KmsKeysTable,
  {
    version,
    at = parts.clock.now(),
    rotationType,
  }: Required<Pick<NewMaterial, 'version' | 'rotationType'>> & { at?: number },
): Promise<KmsKeyMaterialTable> {
  const next = makeMaterial(parts, { keyId: key.id, version: version + 1, at, rotationType });
  return parts.records.write(async (db) => {
    const current = await records.currentMaterial(db, key.id);
    if (current === undefined) throw kms.keyNotFound(key.arn);
    if (current.version !== version) return current;
    await records.insertMaterial(db, next);
    // The next period begins here.
    if (rotationType === 'AUTOMATIC') await records.updateKeyFamily(db, key.id, { rotation_enabled_at: at });
    return next;
  });
}
