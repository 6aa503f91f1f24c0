import * as kms from '../messages/kms.ts';
import type { SecretBytes } from '../secrets/secret-bytes.ts';
import * as records from '../storage/records/kms.ts';
import type { KmsKeyMaterialTable, KmsKeysTable } from '../storage/records/schema.ts';
import { toAccessQuestion } from './authorize-key-use.ts';
import { openCiphertext, readCiphertextName, sealCiphertext } from './ciphertext.ts';
import { toCanonicalBytes } from './encryption-context.ts';
import type { FoundKey } from './find-key.ts';
import { materialIdOf, withMaterial } from './key-material.ts';
import type { KeyParts } from './key-parts.ts';
import type { DecryptRequest, EncryptionContext, KeyRequest, KeyUse, UsedKey } from './key-service.ts';
import { PLAINTEXT_BYTES_MAX } from './limits.ts';
import { dueMaterial } from './rotation.ts';
import { decryptRsa, encryptRsa, isRsaEncryption } from './rsa-encryption.ts';
import { findUsableKey, onlyMaterial, requireFit, type UseQuestion } from './use-key.ts';

const SYMMETRIC_DEFAULT = 'SYMMETRIC_DEFAULT';

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
  const { algorithm = SYMMETRIC_DEFAULT, plaintext } = request;
  const { key } = await findUsableKey(parts, request, toUseQuestion(request, question));
  if (request.isDryRun) throw kms.dryRun();
  if (!isRsaEncryption(algorithm)) return sealUnder(parts, key, { plaintext, context });
  refuseContext(algorithm, request.encryptionContext);
  const row = await onlyMaterial(parts, key);
  return { ciphertext: encryptRsa(key, row, { plaintext, algorithm }), ...usedKey(key, row) };
}

function toUseQuestion(
  { algorithm = SYMMETRIC_DEFAULT, encryptionContext }: Pick<KeyRequest, 'algorithm' | 'encryptionContext'>,
  { use, action, context }: OpenQuestion,
): UseQuestion {
  return {
    use,
    action,
    usage: 'ENCRYPT_DECRYPT',
    algorithm,
    encryptionContext,
    context: { 'kms:EncryptionAlgorithm': algorithm, ...context },
  };
}

/** RSA has no place to bind one to. */
function refuseContext(algorithm: string, context: EncryptionContext = {}): void {
  if (Object.keys(context).length > 0) throw kms.encryptionContextUnfit(algorithm);
}

/** INVARIANT: called behind `findUsableKey` only. */
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

/** Decrypts with the key that the ciphertext names, or RSA's with the one that the request does, once policy has said yes. */
export async function decryptWith(
  parts: KeyParts,
  request: DecryptRequest,
  question: OpenQuestion,
): Promise<UsedKey & { plaintext: SecretBytes }> {
  const { algorithm = SYMMETRIC_DEFAULT, ciphertext } = request;
  if (isRsaEncryption(algorithm)) return decryptAsymmetric(parts, { ...request, algorithm }, question);
  const context = toCanonicalBytes(request.encryptionContext);
  const name = readCiphertextName(ciphertext);
  const found = await (request.keyId === undefined
    ? admitUnnamed(parts, request, question, name.keyId)
    : admitNamed(parts, { ...request, keyId: request.keyId }, question, name.keyId));
  if (request.isDryRun) throw kms.dryRun();
  const row = await parts.records.read((db) =>
    records.findMaterial(db, { keyId: found.key.id, version: name.materialVersion }),
  );
  if (row === undefined) throw kms.invalidCiphertext();
  const plaintext = withMaterial(parts, row, (material) => openCiphertext(material, { ciphertext, context }));
  return { plaintext, ...usedKey(found.key, row) };
}

async function decryptAsymmetric(
  parts: KeyParts,
  request: DecryptRequest & { algorithm: string },
  question: OpenQuestion,
): Promise<UsedKey & { plaintext: SecretBytes }> {
  const { keyId, region, algorithm, ciphertext } = request;
  if (keyId === undefined) throw kms.keyIdMissing();
  const { key } = await findUsableKey(parts, { keyId, region }, toUseQuestion(request, question));
  refuseContext(algorithm, request.encryptionContext);
  if (request.isDryRun) throw kms.dryRun();
  const row = await onlyMaterial(parts, key);
  return { plaintext: decryptRsa(parts, row, { ciphertext, algorithm }), ...usedKey(key, row) };
}

async function admitNamed(
  parts: KeyParts,
  request: DecryptRequest & { keyId: string },
  question: OpenQuestion,
  idInCiphertext: string,
): Promise<FoundKey> {
  const found = await findUsableKey(parts, request, toUseQuestion(request, question));
  if (found.key.id !== idInCiphertext) throw kms.incorrectKey();
  return found;
}

/** A caller who may not use the key learns nothing about it: not even whether it exists. */
async function admitUnnamed(
  parts: KeyParts,
  request: DecryptRequest,
  question: OpenQuestion,
  id: string,
): Promise<FoundKey> {
  const now = parts.clock.now();
  const { region } = request;
  const found = await parts.records.read((db) => records.findKey(db, { id, region, now }));
  if (found === undefined) throw kms.ciphertextKeyInaccessible();
  const { use, action, usage, algorithm, context = {}, encryptionContext } = toUseQuestion(request, question);
  const bound = encryptionContext === undefined ? {} : { encryptionContext };
  const evaluation = await parts.access.evaluate(toAccessQuestion({ use, action, found, context, ...bound }));
  if (!evaluation.isAllowed) throw kms.ciphertextKeyInaccessible();
  requireFit(found.key, { action, usage, algorithm });
  return found;
}
