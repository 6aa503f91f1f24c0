import type { GenerateDataKeyPairRequest, GenerateDataKeyPairResponse } from '@aws-sdk/client-kms';
import * as pairs from '../../../keys/data-key-pair.ts';
import type { Operation } from '../operation.ts';
import { toDataKeyPairRequest } from './data-key-pair-request.ts';
import { toKeyUse } from './key-use.ts';
import { refuseUnsupported } from './refuse-unsupported.ts';

export const generateDataKeyPair: Operation<GenerateDataKeyPairRequest, GenerateDataKeyPairResponse> = async (
  services,
  input,
  call,
) => {
  refuseUnsupported(input);
  const use = toKeyUse(call, input.GrantTokens);
  const pair = await pairs.generateDataKeyPair(services, use, toDataKeyPairRequest(input, call));
  return {
    PrivateKeyCiphertextBlob: pair.wrapped,
    PrivateKeyPlaintext: pair.privateKey.open(),
    PublicKey: pair.publicKey,
    KeyId: pair.keyArn,
    KeyPairSpec: input.KeyPairSpec,
    KeyMaterialId: pair.materialId,
  };
};
