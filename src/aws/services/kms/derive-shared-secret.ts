import type { DeriveSharedSecretRequest, DeriveSharedSecretResponse } from '@aws-sdk/client-kms';
import * as agreement from '../../../keys/derive-shared-secret.ts';
import type { Operation } from '../operation.ts';
import { toKeyUse } from './key-use.ts';
import { refuseUnsupported } from './refuse-unsupported.ts';

export const deriveSharedSecret: Operation<DeriveSharedSecretRequest, DeriveSharedSecretResponse> = async (
  services,
  input,
  call,
) => {
  refuseUnsupported(input);
  const { KeyAgreementAlgorithm: algorithm } = input;
  const { key, secret } = await agreement.deriveSharedSecret(services, toKeyUse(call, input.GrantTokens), {
    keyId: input.KeyId,
    region: call.region,
    algorithm,
    publicKey: input.PublicKey,
    isDryRun: input.DryRun ?? false,
  });
  return {
    KeyId: key.arn,
    SharedSecret: secret.open(),
    KeyAgreementAlgorithm: algorithm,
    KeyOrigin: key.origin as NonNullable<DeriveSharedSecretResponse['KeyOrigin']>,
  };
};
