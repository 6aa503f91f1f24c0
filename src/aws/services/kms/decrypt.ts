import type { DecryptRequest, DecryptResponse } from '@aws-sdk/client-kms';
import * as kms from '../../../messages/kms.ts';
import type { Operation } from '../operation.ts';
import { toKeyUse } from './key-use.ts';
import { refuseUnsupported, requireSymmetric, SYMMETRIC_DEFAULT } from './symmetric.ts';

export const decrypt: Operation<DecryptRequest, DecryptResponse> = async ({ keys }, input, call) => {
  requireSymmetric(input.EncryptionAlgorithm);
  refuseUnsupported(input);
  if (input.CiphertextBlob === undefined) throw kms.ciphertextMissing();
  const { plaintext, keyArn, materialId } = await keys.decrypt(toKeyUse(call, input.GrantTokens), {
    ciphertext: input.CiphertextBlob,
    region: call.region,
    encryptionContext: input.EncryptionContext ?? {},
    isDryRun: input.DryRun ?? false,
    ...(input.KeyId === undefined ? {} : { keyId: input.KeyId }),
  });
  return {
    KeyId: keyArn,
    Plaintext: plaintext.open(),
    EncryptionAlgorithm: SYMMETRIC_DEFAULT,
    KeyMaterialId: materialId,
  };
};
