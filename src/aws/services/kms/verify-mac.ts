import type { VerifyMacRequest, VerifyMacResponse } from '@aws-sdk/client-kms';
import * as macs from '../../../keys/mac.ts';
import type { Operation } from '../operation.ts';
import { toKeyUse } from './key-use.ts';

/** A MAC that is not the message's is an error, never `MacValid: false`. */
export const verifyMac: Operation<VerifyMacRequest, VerifyMacResponse> = async (services, input, call) => {
  const { MacAlgorithm: algorithm } = input;
  const { keyArn } = await macs.verifyMac(services, toKeyUse(call, input.GrantTokens), {
    keyId: input.KeyId,
    region: call.region,
    message: input.Message,
    mac: input.Mac,
    algorithm,
    isDryRun: input.DryRun ?? false,
  });
  return { KeyId: keyArn, MacValid: true, MacAlgorithm: algorithm };
};
