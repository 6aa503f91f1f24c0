import { createHash } from 'node:crypto';
import type { SecretBytes } from '../secrets/secret-bytes.ts';
import type { KmsKeyMaterialTable } from '../storage/records/schema.ts';
import type { KeyParts } from './key-parts.ts';

/** AES-256. */
const MATERIAL_BYTES = 32;

/** Fresh material for a version of a key, sealed as it is made: nobody ever sees it open but the call that uses it. */
export function makeMaterial(
  { sealer, clock, random }: Pick<KeyParts, 'sealer' | 'clock' | 'random'>,
  { keyId, version }: { keyId: string; version: number },
): KmsKeyMaterialTable {
  const material = random.bytes(MATERIAL_BYTES);
  const sealed = sealer.seal(material, purposeOf(keyId, version));
  material.fill(0);
  return { key_id: keyId, version, material_sealed: sealed, created_at: clock.now() };
}

/**
 * Opens the material for `use` and wipes it afterwards, whatever happens. Throws SecretsError where the row was
 * tampered with.
 */
export function withMaterial<Result>(
  { sealer }: Pick<KeyParts, 'sealer'>,
  row: KmsKeyMaterialTable,
  use: (material: SecretBytes) => Result,
): Result {
  const material = sealer.open(row.material_sealed, purposeOf(row.key_id, row.version));
  try {
    return use(material);
  } finally {
    material.wipe();
  }
}

const purposeOf = (keyId: string, version: number): string => `kms key material ${keyId} ${version}`;

/** The 64 hexadecimal digits by which AWS names a version of the material; they tell nothing about it. */
export function materialIdOf({ keyId, version }: { keyId: string; version: number }): string {
  return createHash('sha256').update(`crossvault key material ${keyId} ${version}`).digest('hex');
}
