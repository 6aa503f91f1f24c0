import type { DeleteImportedKeyMaterialRequest, DeleteImportedKeyMaterialResponse } from '@aws-sdk/client-kms';
import { deleteImportedMaterial, importedMaterialId } from '../../../keys/import-key-material.ts';
import * as kms from '../../../messages/kms.ts';
import type { Operation } from '../operation.ts';
import { openCustomerKey } from './authorize.ts';

/** The key waits for the same material again; until then nothing it encrypted can be opened. */
export const deleteImportedKeyMaterial: Operation<
  DeleteImportedKeyMaterialRequest,
  DeleteImportedKeyMaterialResponse
> = async (services, input, call) => {
  const { KeyId: keyId } = input;
  const { key } = await openCustomerKey(services, call, { keyId, action: 'kms:DeleteImportedKeyMaterial' });
  if (key.origin !== 'EXTERNAL') throw kms.originUnfit(key);
  const KeyMaterialId = importedMaterialId(key.id);
  if (input.KeyMaterialId !== undefined && input.KeyMaterialId !== KeyMaterialId) throw kms.importedMaterialOther();
  await deleteImportedMaterial(services, key);
  return { KeyId: key.arn, KeyMaterialId };
};
