import type { DecryptRequest, DecryptResponse } from '@aws-sdk/client-kms';
import * as kms from '../../../messages/kms.ts';
import type { Operation } from '../operation.ts';
import { toKeyUse } from './key-use.ts';
import { refuseUnsupported } from './refuse-unsupported.ts';

export const decrypt: Operation<DecryptRequest, DecryptResponse> = async ({ keys }, input, call) => {
  refuseUnsupported(input);
  if (input.CiphertextBlob === undefined) throw kms.ciphertextMissing();
  const { EncryptionAlgorithm: algorithm = 'SYMMETRIC_DEFAULT' } = input;
  const { plaintext, keyArn, materialId } = await keys.decrypt(toKeyUse(call, input.GrantTokens), {
    ciphertext: input.CiphertextBlob,
    region: call.region,
    encryptionContext: input.EncryptionContext ?? {},
    algorithm,
    isDryRun: input.DryRun ?? false,
    ...(input.KeyId === undefined ? {} : { keyId: input.KeyId }),
  });
  return {
    KeyId: keyArn,
    Plaintext: plaintext.open(),
    EncryptionAlgorithm: algorithm,
    // Only material that rotates needs a name.
    ...(algorithm === 'SYMMETRIC_DEFAULT' ? { KeyMaterialId: materialId } : {}),
  };
};
