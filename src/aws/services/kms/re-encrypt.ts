import type { ReEncryptRequest, ReEncryptResponse } from '@aws-sdk/client-kms';
import * as kms from '../../../messages/kms.ts';
import type { Operation } from '../operation.ts';
import { toKeyUse } from './key-use.ts';
import { refuseUnsupported, requireSymmetric, SYMMETRIC_DEFAULT } from './symmetric.ts';

export const reEncrypt: Operation<ReEncryptRequest, ReEncryptResponse> = async ({ keys }, input, call) => {
  requireSymmetric(input.SourceEncryptionAlgorithm);
  requireSymmetric(input.DestinationEncryptionAlgorithm);
  refuseUnsupported(input);
  if (input.CiphertextBlob === undefined) throw kms.ciphertextMissing();
  const { ciphertext, source, destination } = await keys.reEncrypt(toKeyUse(call, input.GrantTokens), {
    source: {
      ciphertext: input.CiphertextBlob,
      region: call.region,
      encryptionContext: input.SourceEncryptionContext ?? {},
      ...(input.SourceKeyId === undefined ? {} : { keyId: input.SourceKeyId }),
    },
    destination: {
      keyId: input.DestinationKeyId,
      region: call.region,
      encryptionContext: input.DestinationEncryptionContext ?? {},
      isDryRun: input.DryRun ?? false,
    },
  });
  return {
    CiphertextBlob: ciphertext,
    SourceKeyId: source.keyArn,
    KeyId: destination.keyArn,
    SourceEncryptionAlgorithm: SYMMETRIC_DEFAULT,
    DestinationEncryptionAlgorithm: SYMMETRIC_DEFAULT,
    SourceKeyMaterialId: source.materialId,
    DestinationKeyMaterialId: destination.materialId,
  };
};
