import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import * as kms from '../messages/kms.ts';
import * as records from '../storage/records/kms.ts';
import type { Database } from '../storage/records/records.ts';
import type { KmsKeyMaterialTable, KmsKeysTable } from '../storage/records/schema.ts';
import { openImportToken } from './import-token.ts';
import { materialIdOf, sealMaterial } from './key-material.ts';
import type { KeyParts } from './key-parts.ts';
import { materialKindOf } from './key-spec.ts';
import { requireNotPendingDeletion } from './key-state.ts';
import { unwrapMaterial } from './unwrap-material.ts';

export interface MaterialImport {
  readonly token: Uint8Array;
  readonly wrapped: Uint8Array;
  /** Null: it does not expire. */
  readonly validTo: number | null;
}

/** A key from outside has one version of material, and takes no other; its replicas want the same. */
const VERSION = 1;

/**
 * Gives a key its material from outside. Throws for a token or material that does not fit, and
 * IncorrectKeyMaterialException where the key once had other material. Returns the id of the material.
 */
export async function importKeyMaterial(
  parts: KeyParts,
  key: KmsKeysTable,
  { token, wrapped, validTo }: MaterialImport,
): Promise<string> {
  const { privateKey, algorithm } = openImportToken(parts, token, key.arn);
  const wrappingKey = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' });
  const secret = unwrapMaterial(wrappingKey, wrapped, algorithm);
  try {
    return await keep(parts, key, { row: toRow(parts, key, secret), validTo });
  } finally {
    secret.fill(0);
  }
}

async function keep(
  parts: KeyParts,
  key: KmsKeysTable,
  { row, validTo }: { row: KmsKeyMaterialTable; validTo: number | null },
): Promise<string> {
  await parts.records.write((db) => store(db, { key, row, validTo, now: parts.clock.now() }));
  return materialIdOf({ keyId: key.id, version: VERSION });
}

function toRow(parts: KeyParts, { id, spec }: KmsKeysTable, secret: Uint8Array): KmsKeyMaterialTable {
  const publicKey = requireFit(secret, spec);
  const fingerprint = createHash('sha256').update(id).update(secret).digest('hex');
  const open = { secret, fingerprint, ...(publicKey === undefined ? {} : { publicKey }) };
  return sealMaterial(parts, { keyId: id, version: VERSION }, open);
}

/** The public half of a pair. Throws where the material is not what a key of this spec is made of. */
function requireFit(secret: Uint8Array, spec: string): Uint8Array | undefined {
  const kind = materialKindOf(spec)!;
  if (kind.type === 'secret') {
    if (secret.length !== kind.bytes) throw kms.importedMaterialUnreadable();
    return undefined;
  }
  const key = parsePrivateKey(secret);
  const details = key.asymmetricKeyDetails;
  const isFit =
    (kind.type === 'rsa' && key.asymmetricKeyType === 'rsa' && details?.modulusLength === kind.bits) ||
    (kind.type === 'ec' && details?.namedCurve === kind.curve) ||
    (kind.type === 'ed25519' && key.asymmetricKeyType === 'ed25519');
  if (!isFit) throw kms.importedMaterialUnreadable();
  return createPublicKey(key).export({ type: 'spki', format: 'der' });
}

function parsePrivateKey(secret: Uint8Array): KeyObject {
  try {
    return createPrivateKey({ key: Buffer.from(secret), format: 'der', type: 'pkcs8' });
  } catch {
    throw kms.importedMaterialUnreadable();
  }
}

interface Wish {
  readonly key: KmsKeysTable;
  readonly row: KmsKeyMaterialTable;
  readonly validTo: number | null;
  readonly now: number;
}

async function store(db: Database, { key, row, validTo, now }: Wish): Promise<void> {
  const record = await records.findKey(db, { id: key.id, region: key.region, now });
  if (record === undefined) throw kms.keyNotFound(key.arn);
  requireNotPendingDeletion(record.key);
  const [known] = await records.listMaterial(db, key.id);
  if (known === undefined) {
    await records.insertMaterial(db, row);
  } else {
    if (known.fingerprint !== row.fingerprint) throw kms.importedMaterialOther();
    const { material_sealed, public_key } = row;
    await records.updateMaterial(db, { keyId: key.id, version: VERSION }, { material_sealed, public_key });
  }
  const state = record.key.state === 'PendingImport' ? { state: 'Enabled' } : {};
  await records.updateKey(db, key.arn, { has_material: 1, material_valid_to: validTo, ...state });
}

/** Takes the material away at once; the key waits for the same again. No effect where it waits already. */
export async function deleteImportedMaterial({ records: all, clock }: KeyParts, key: KmsKeysTable): Promise<void> {
  await all.write(async (db) => {
    const record = await records.findKey(db, { id: key.id, region: key.region, now: clock.now() });
    if (record === undefined) throw kms.keyNotFound(key.arn);
    await records.dropMaterial(db, key);
  });
}

export const importedMaterialId = (keyId: string): string => materialIdOf({ keyId, version: VERSION });
