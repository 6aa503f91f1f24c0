import type { ReEncryptRequest, ReEncryptResponse } from '@aws-sdk/client-kms';
import * as kms from '../../../messages/kms.ts';
import type { Operation } from '../operation.ts';
import { toKeyUse } from './key-use.ts';
import { refuseUnsupported } from './refuse-unsupported.ts';

export const reEncrypt: Operation<ReEncryptRequest, ReEncryptResponse> = async ({ keys }, input, call) => {
  refuseUnsupported(input);
  if (input.CiphertextBlob === undefined) throw kms.ciphertextMissing();
  const {
    SourceEncryptionAlgorithm: sourceAlgorithm = 'SYMMETRIC_DEFAULT',
    DestinationEncryptionAlgorithm: destinationAlgorithm = 'SYMMETRIC_DEFAULT',
  } = input;
  const { ciphertext, source, destination } = await keys.reEncrypt(toKeyUse(call, input.GrantTokens), {
    source: {
      ciphertext: input.CiphertextBlob,
      region: call.region,
      encryptionContext: input.SourceEncryptionContext ?? {},
      algorithm: sourceAlgorithm,
      ...(input.SourceKeyId === undefined ? {} : { keyId: input.SourceKeyId }),
    },
    destination: {
      keyId: input.DestinationKeyId,
      region: call.region,
      encryptionContext: input.DestinationEncryptionContext ?? {},
      algorithm: destinationAlgorithm,
      isDryRun: input.DryRun ?? false,
    },
  });
  return {
    CiphertextBlob: ciphertext,
    SourceKeyId: source.keyArn,
    KeyId: destination.keyArn,
    SourceEncryptionAlgorithm: sourceAlgorithm,
    DestinationEncryptionAlgorithm: destinationAlgorithm,
    ...(sourceAlgorithm === 'SYMMETRIC_DEFAULT' ? { SourceKeyMaterialId: source.materialId } : {}),
    ...(destinationAlgorithm === 'SYMMETRIC_DEFAULT' ? { DestinationKeyMaterialId: destination.materialId } : {}),
  };
};
