import type { SignRequest, SignResponse } from '@aws-sdk/client-kms';
import * as signatures from '../../../keys/sign-and-verify.ts';
import type { Operation } from '../operation.ts';
import { toKeyUse } from './key-use.ts';

export const sign: Operation<SignRequest, SignResponse> = async (services, input, call) => {
  const { SigningAlgorithm: algorithm } = input;
  const { keyArn, signature } = await signatures.sign(services, toKeyUse(call, input.GrantTokens), {
    keyId: input.KeyId,
    region: call.region,
    message: input.Message,
    messageType: input.MessageType ?? 'RAW',
    algorithm,
    isDryRun: input.DryRun ?? false,
  });
  return { KeyId: keyArn, Signature: signature, SigningAlgorithm: algorithm };
};
