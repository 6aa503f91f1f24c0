import * as kms from '../messages/kms.ts';
import type { SecretBytes } from '../secrets/secret-bytes.ts';
import * as records from '../storage/records/kms.ts';
import type { KmsKeyMaterialTable, KmsKeysTable } from '../storage/records/schema.ts';
import { authorizeKeyUse, toAccessQuestion } from './authorize-key-use.ts';
import { openCiphertext, readCiphertextName, sealCiphertext } from './ciphertext.ts';
import { toCanonicalBytes } from './encryption-context.ts';
import { type FoundKey, findKey } from './find-key.ts';
import { materialIdOf, withMaterial } from './key-material.ts';
import type { KeyParts } from './key-parts.ts';
import type { DecryptRequest, EncryptionContext, KeyRequest, KeyUse, UsedKey } from './key-service.ts';
import { requireEnabled } from './key-state.ts';
import { PLAINTEXT_BYTES_MAX } from './limits.ts';
import { dueMaterial } from './rotation.ts';

const ALGORITHM = { 'kms:EncryptionAlgorithm': 'SYMMETRIC_DEFAULT' };

/** The way to a key for one action: found, admitted by policy, usable. Nothing below has been opened yet. */
export interface OpenQuestion {
  readonly use: KeyUse;
  /** `kms:Encrypt`, `kms:GenerateDataKey`, … */
  readonly action: string;
  readonly context?: Readonly<Record<string, string>>;
}

/** Encrypts under the key's newest material, once policy has said yes. */
export async function encryptWith(
  parts: KeyParts,
  request: KeyRequest & { plaintext: Uint8Array },
  question: OpenQuestion,
): Promise<UsedKey & { ciphertext: Uint8Array }> {
  if (request.plaintext.length > PLAINTEXT_BYTES_MAX) throw kms.plaintextTooLong();
  const context = toCanonicalBytes(request.encryptionContext);
  const found = await findKey(parts, { ...request, principal: question.use.principal, action: question.action });
  await admit(parts, found, request.encryptionContext, question);
  if (request.isDryRun) throw kms.dryRun();
  return sealUnder(parts, found.key, { plaintext: request.plaintext, context });
}

async function admit(
  { access }: KeyParts,
  found: FoundKey,
  encryptionContext: EncryptionContext | undefined,
  { use, action, context }: OpenQuestion,
): Promise<void> {
  await authorizeKeyUse(access, {
    use,
    action,
    found,
    context: { ...ALGORITHM, ...context },
    ...(encryptionContext === undefined ? {} : { encryptionContext }),
  });
  requireEnabled(found.key);
}

/** INVARIANT: called behind `admit` only. */
async function sealUnder(
  parts: KeyParts,
  key: KmsKeysTable,
  { plaintext, context }: { plaintext: Uint8Array; context: Uint8Array },
): Promise<UsedKey & { ciphertext: Uint8Array }> {
  const row = await dueMaterial(parts, key);
  const name = { keyId: key.id, materialVersion: row.version };
  const ciphertext = withMaterial(parts, row, (material) => sealCiphertext(material, { ...name, plaintext, context }));
  return { ciphertext, ...usedKey(key, row) };
}

const usedKey = (key: KmsKeysTable, { version }: KmsKeyMaterialTable): UsedKey => ({
  keyArn: key.arn,
  materialId: materialIdOf({ keyId: key.id, version }),
});

/** Decrypts with the key that the ciphertext names, once policy has said yes. */
export async function decryptWith(
  parts: KeyParts,
  request: DecryptRequest,
  question: OpenQuestion,
): Promise<UsedKey & { plaintext: SecretBytes }> {
  const context = toCanonicalBytes(request.encryptionContext);
  const name = readCiphertextName(request.ciphertext);
  const found = await (request.keyId === undefined
    ? admitUnnamed(parts, request, question, name.keyId)
    : admitNamed(parts, { ...request, keyId: request.keyId }, question, name.keyId));
  if (request.isDryRun) throw kms.dryRun();
  const row = await parts.records.read((db) =>
    records.findMaterial(db, { keyId: found.key.id, version: name.materialVersion }),
  );
  if (row === undefined) throw kms.invalidCiphertext();
  const { ciphertext } = request;
  const plaintext = withMaterial(parts, row, (material) => openCiphertext(material, { ciphertext, context }));
  return { plaintext, ...usedKey(found.key, row) };
}

async function admitNamed(
  parts: KeyParts,
  { keyId, region, encryptionContext }: DecryptRequest & { keyId: string },
  question: OpenQuestion,
  idInCiphertext: string,
): Promise<FoundKey> {
  const found = await findKey(parts, { keyId, region, principal: question.use.principal, action: question.action });
  await admit(parts, found, encryptionContext, question);
  if (found.key.id !== idInCiphertext) throw kms.incorrectKey();
  return found;
}

/** A caller who may not use the key learns nothing about it: not even whether it exists. */
async function admitUnnamed(
  parts: KeyParts,
  { region, encryptionContext }: DecryptRequest,
  { use, action, context }: OpenQuestion,
  id: string,
): Promise<FoundKey> {
  const now = parts.clock.now();
  const found = await parts.records.read((db) => records.findKey(db, { id, now }));
  if (found === undefined || found.key.region !== region) throw kms.ciphertextKeyInaccessible();
  const evaluation = await parts.access.evaluate(
    toAccessQuestion({
      use,
      action,
      found,
      context: { ...ALGORITHM, ...context },
      ...(encryptionContext === undefined ? {} : { encryptionContext }),
    }),
  );
  if (!evaluation.isAllowed) throw kms.ciphertextKeyInaccessible();
  requireEnabled(found.key);
  return found;
}
