import { createHash } from 'node:crypto';
import * as kms from '../messages/kms.ts';
import { SecretBytes } from '../secrets/secret-bytes.ts';
import type { KmsKeyMaterialTable } from '../storage/records/schema.ts';
import { generateKeyPair } from './generate-key-pair.ts';
import type { KeyParts } from './key-parts.ts';
import { materialKindOf } from './key-spec.ts';

/** AES-256. */
const MATERIAL_BYTES = 32;

export interface NewMaterial {
  readonly keyId: string;
  readonly version: number;
  /** Default: now. */
  readonly at?: number;
  readonly rotationType?: 'AUTOMATIC' | 'ON_DEMAND';
}

type MaterialParts = Pick<KeyParts, 'sealer' | 'clock' | 'random'>;

/**
 * Fresh material for a version of a symmetric key, sealed as it is made: nobody ever sees it open but the call that uses
 * it.
 */
export const makeMaterial = (parts: MaterialParts, wanted: NewMaterial): KmsKeyMaterialTable =>
  sealMaterial(parts, wanted, { secret: randomSecret(parts, MATERIAL_BYTES) });

/** The same for a key of any spec. */
export async function makeMaterialOf(
  parts: MaterialParts,
  { spec, ...wanted }: NewMaterial & { spec: string },
): Promise<KmsKeyMaterialTable> {
  const kind = materialKindOf(spec);
  if (kind === undefined) throw kms.unsupportedSpec(spec);
  if (kind.type === 'secret') return sealMaterial(parts, wanted, { secret: randomSecret(parts, kind.bytes) });
  const { privateKey, publicKey } = await generateKeyPair(kind);
  return sealMaterial(parts, wanted, { secret: privateKey, publicKey });
}

/** In memory of its own, where what is wiped is wiped. */
const randomSecret = ({ random }: Pick<KeyParts, 'random'>, count: number): Uint8Array =>
  new SecretBytes(random.bytes(count)).open();

/** Seals material and wipes the open form. */
export function sealMaterial(
  { sealer, clock }: Pick<KeyParts, 'sealer' | 'clock'>,
  { keyId, version, at = clock.now(), rotationType }: NewMaterial,
  { secret, publicKey, fingerprint }: { secret: Uint8Array; publicKey?: Uint8Array; fingerprint?: string },
): KmsKeyMaterialTable {
  const sealed = sealer.seal(secret, purposeOf(keyId, version));
  secret.fill(0);
  return {
    key_id: keyId,
    version,
    material_sealed: sealed,
    public_key: publicKey ?? null,
    fingerprint: fingerprint ?? null,
    rotation_type: rotationType ?? null,
    created_at: at,
  };
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
