import type { DecapsulateRequest, DecapsulateResponse } from '@aws-sdk/client-kms';
import * as encapsulation from '../../../keys/encapsulate.ts';
import type { Operation } from '../operation.ts';
import { toKeyUse } from './key-use.ts';

export const decapsulate: Operation<DecapsulateRequest, DecapsulateResponse> = async (services, input, call) => {
  const { EncapsulationAlgorithm: algorithm } = input;
  const { keyArn, secret } = await encapsulation.decapsulate(services, toKeyUse(call, input.GrantTokens), {
    keyId: input.KeyId,
    region: call.region,
    algorithm,
    ciphertext: input.SharedSecretCiphertextBlob,
    isDryRun: input.DryRun ?? false,
  });
  return { KeyId: keyArn, SharedSecret: secret.open(), EncapsulationAlgorithm: algorithm };
};
