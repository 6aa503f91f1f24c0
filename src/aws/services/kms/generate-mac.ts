import type { GenerateMacRequest, GenerateMacResponse } from '@aws-sdk/client-kms';
import * as macs from '../../../keys/mac.ts';
import type { Operation } from '../operation.ts';
import { toKeyUse } from './key-use.ts';

export const generateMac: Operation<GenerateMacRequest, GenerateMacResponse> = async (services, input, call) => {
  const { MacAlgorithm: algorithm } = input;
  const { keyArn, mac } = await macs.generateMac(services, toKeyUse(call, input.GrantTokens), {
    keyId: input.KeyId,
    region: call.region,
    message: input.Message,
    algorithm,
    isDryRun: input.DryRun ?? false,
  });
  return { Mac: mac, MacAlgorithm: algorithm, KeyId: keyArn };
};
