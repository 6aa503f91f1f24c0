import type { EncryptRequest, EncryptResponse } from '@aws-sdk/client-kms';
import type { Operation } from '../operation.ts';
import { toKeyUse } from './key-use.ts';

export const encrypt: Operation<EncryptRequest, EncryptResponse> = async ({ keys }, input, call) => {
  const { EncryptionAlgorithm: algorithm = 'SYMMETRIC_DEFAULT' } = input;
  const { ciphertext, keyArn } = await keys.encrypt(toKeyUse(call, input.GrantTokens), {
    keyId: input.KeyId,
    region: call.region,
    plaintext: input.Plaintext,
    encryptionContext: input.EncryptionContext ?? {},
    algorithm,
    isDryRun: input.DryRun ?? false,
  });
  return { CiphertextBlob: ciphertext, KeyId: keyArn, EncryptionAlgorithm: algorithm };
};
