import type { ImportKeyMaterialRequest, ImportKeyMaterialResponse } from '@aws-sdk/client-kms';
import * as imports from '../../../keys/import-key-material.ts';
import { requireNotPendingDeletion } from '../../../keys/key-state.ts';
import * as kms from '../../../messages/kms.ts';
import type { RequestContext } from '../../../policy/evaluation.ts';
import type { Operation, Validated } from '../operation.ts';
import { openCustomerKey } from './authorize.ts';
import { MATERIAL_VALID_DAYS_MAX } from './limits.ts';

type Input = Validated<ImportKeyMaterialRequest>;

/** Gives a key of origin EXTERNAL its material, or the same again. */
export const importKeyMaterial: Operation<ImportKeyMaterialRequest, ImportKeyMaterialResponse> = async (
  services,
  input,
  call,
) => {
  const validTo = parseValidTo(input, call.now);
  const context = toContext(input);
  const { key } = await openCustomerKey(services, call, {
    keyId: input.KeyId,
    action: 'kms:ImportKeyMaterial',
    context,
  });
  if (key.origin !== 'EXTERNAL') throw kms.originUnfit(key);
  requireNotPendingDeletion(key);
  refuseFurtherMaterial(input, key.id);
  const KeyMaterialId = await imports.importKeyMaterial(services, key, {
    token: input.ImportToken,
    wrapped: input.EncryptedKeyMaterial,
    validTo,
  });
  return { KeyId: key.arn, KeyMaterialId };
};

const DAY_MS = 86_400_000;

function parseValidTo({ ExpirationModel = 'KEY_MATERIAL_EXPIRES', ValidTo }: Input, now: number): number | null {
  if (ExpirationModel === 'KEY_MATERIAL_DOES_NOT_EXPIRE') {
    if (ValidTo !== undefined) throw kms.validToUnfit();
    return null;
  }
  if (ValidTo === undefined) throw kms.validToMissing();
  const at = ValidTo.getTime();
  if (at <= now || at > now + MATERIAL_VALID_DAYS_MAX * DAY_MS) throw kms.validToUnfit();
  return at;
}

const toContext = ({ ExpirationModel = 'KEY_MATERIAL_EXPIRES', ValidTo }: Input): RequestContext => ({
  'kms:ExpirationModel': ExpirationModel,
  ...(ValidTo === undefined ? {} : { 'kms:ValidTo': ValidTo.toISOString() }),
});

/** One material a key: its rotation by further imports is not here. */
function refuseFurtherMaterial({ KeyMaterialId }: Input, keyId: string): void {
  if (KeyMaterialId !== undefined && KeyMaterialId !== imports.importedMaterialId(keyId)) {
    throw kms.importedMaterialOther();
  }
}
