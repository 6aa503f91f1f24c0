import * as kms from '../messages/kms.ts';
import type { RequestContext } from '../policy/evaluation.ts';
import * as records from '../storage/records/kms.ts';
import type { KmsKeyMaterialTable, KmsKeysTable } from '../storage/records/schema.ts';
import { authorizeKeyUse } from './authorize-key-use.ts';
import { type FoundKey, findKey } from './find-key.ts';
import type { KeyParts } from './key-parts.ts';
import type { EncryptionContext, KeyUse } from './key-service.ts';
import { algorithmsOf, type KeyUsage } from './key-spec.ts';
import { requireEnabled } from './key-state.ts';

/** The way to a key for one action: found, admitted by policy, usable, and fit for it. Nothing has been opened yet. */
export interface UseQuestion {
  readonly use: KeyUse;
  /** `kms:Encrypt`, `kms:Sign`, … */
  readonly action: string;
  readonly usage: KeyUsage;
  readonly algorithm: string;
  /** Condition keys of this action alone. */
  readonly context?: RequestContext;
  readonly encryptionContext?: EncryptionContext | undefined;
}

/** Throws where there is no such key, policy says no, its state forbids, or it is a key for something else. */
export async function findUsableKey(
  parts: KeyParts,
  { keyId, region }: { keyId: string; region: string },
  question: UseQuestion,
): Promise<FoundKey> {
  const { use, action } = question;
  const found = await findKey(parts, { keyId, region, principal: use.principal, action });
  await admit(parts, found, question);
  return found;
}

/** The same for a key that has been found. */
async function admit({ access }: KeyParts, found: FoundKey, question: UseQuestion): Promise<void> {
  const { use, action, context, encryptionContext } = question;
  await authorizeKeyUse(access, {
    use,
    action,
    found,
    ...(context === undefined ? {} : { context }),
    ...(encryptionContext === undefined ? {} : { encryptionContext }),
  });
  requireFit(found.key, question);
}

/** Throws DisabledException, KMSInvalidStateException or InvalidKeyUsageException. */
export function requireFit(
  key: KmsKeysTable,
  { action, usage, algorithm }: Pick<UseQuestion, 'action' | 'usage' | 'algorithm'>,
): void {
  requireEnabled(key);
  if (key.usage !== usage) {
    throw kms.keyUsageUnfit({ arn: key.arn, usage: key.usage, operation: action.replace('kms:', '') });
  }
  if (!algorithmsOf(key).includes(algorithm)) throw kms.algorithmUnfit({ algorithm, spec: key.spec });
}

/** The material of a key that never rotates. Throws NotFoundException for a key just deleted. */
export async function onlyMaterial({ records: store }: KeyParts, key: KmsKeysTable): Promise<KmsKeyMaterialTable> {
  const row = await store.read((db) => records.currentMaterial(db, key.id));
  if (row === undefined) throw kms.keyNotFound(key.arn);
  return row;
}
