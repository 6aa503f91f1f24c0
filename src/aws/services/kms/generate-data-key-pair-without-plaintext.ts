import type {
  GenerateDataKeyPairWithoutPlaintextRequest,
  GenerateDataKeyPairWithoutPlaintextResponse,
} from '@aws-sdk/client-kms';
import * as pairs from '../../../keys/data-key-pair.ts';
import type { Operation } from '../operation.ts';
import { toDataKeyPairRequest } from './data-key-pair-request.ts';
import { toKeyUse } from './key-use.ts';

export const generateDataKeyPairWithoutPlaintext: Operation<
  GenerateDataKeyPairWithoutPlaintextRequest,
  GenerateDataKeyPairWithoutPlaintextResponse
> = async (services, input, call) => {
  const use = toKeyUse(call, input.GrantTokens);
  const action = 'kms:GenerateDataKeyPairWithoutPlaintext';
  const pair = await pairs.generateDataKeyPair(services, use, toDataKeyPairRequest(input, call), action);
  pair.privateKey.wipe();
  return {
    PrivateKeyCiphertextBlob: pair.wrapped,
    PublicKey: pair.publicKey,
    KeyId: pair.keyArn,
    KeyPairSpec: input.KeyPairSpec,
    KeyMaterialId: pair.materialId,
  };
};
