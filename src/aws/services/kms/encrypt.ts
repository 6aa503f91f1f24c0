import type { EncryptRequest, EncryptResponse } from '@aws-sdk/client-kms';
import type { Operation } from '../operation.ts';
import { toKeyUse } from './key-use.ts';
import { requireSymmetric, SYMMETRIC_DEFAULT } from './symmetric.ts';

export const encrypt: Operation<EncryptRequest, EncryptResponse> = async ({ keys }, input, call) => {
  requireSymmetric(input.EncryptionAlgorithm);
  const { ciphertext, keyArn } = await keys.encrypt(toKeyUse(call, input.GrantTokens), {
    keyId: input.KeyId,
    region: call.region,
    plaintext: input.Plaintext,
    encryptionContext: input.EncryptionContext ?? {},
    isDryRun: input.DryRun ?? false,
  });
  return { CiphertextBlob: ciphertext, KeyId: keyArn, EncryptionAlgorithm: SYMMETRIC_DEFAULT };
};
