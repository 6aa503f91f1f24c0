import type { VerifyRequest, VerifyResponse } from '@aws-sdk/client-kms';
import * as signatures from '../../../keys/sign-and-verify.ts';
import type { Operation } from '../operation.ts';
import { toKeyUse } from './key-use.ts';

/** A signature that is not the message's is an error, never `SignatureValid: false`. */
export const verify: Operation<VerifyRequest, VerifyResponse> = async (services, input, call) => {
  const { SigningAlgorithm: algorithm } = input;
  const { keyArn } = await signatures.verify(services, toKeyUse(call, input.GrantTokens), {
    keyId: input.KeyId,
    region: call.region,
    message: input.Message,
    messageType: input.MessageType ?? 'RAW',
    signature: input.Signature,
    algorithm,
    isDryRun: input.DryRun ?? false,
  });
  return { KeyId: keyArn, SignatureValid: true, SigningAlgorithm: algorithm };
};
