import type { EncapsulateRequest, EncapsulateResponse } from '@aws-sdk/client-kms';
import * as encapsulation from '../../../keys/encapsulate.ts';
import type { Operation } from '../operation.ts';
import { toKeyUse } from './key-use.ts';

export const encapsulate: Operation<EncapsulateRequest, EncapsulateResponse> = async (services, input, call) => {
  const { EncapsulationAlgorithm: algorithm } = input;
  const { keyArn, secret, ciphertext } = await encapsulation.encapsulate(services, toKeyUse(call, input.GrantTokens), {
    keyId: input.KeyId,
    region: call.region,
    algorithm,
    isDryRun: input.DryRun ?? false,
  });
  return {
    KeyId: keyArn,
    SharedSecret: secret.open(),
    SharedSecretCiphertextBlob: ciphertext,
    EncapsulationAlgorithm: algorithm,
  };
};
