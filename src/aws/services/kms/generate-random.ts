import type { GenerateRandomRequest, GenerateRandomResponse } from '@aws-sdk/client-kms';
import * as kms from '../../../messages/kms.ts';
import type { Operation } from '../operation.ts';
import { authorizeAccount } from './authorize.ts';
import { refuseUnsupported } from './refuse-unsupported.ts';

export const generateRandom: Operation<GenerateRandomRequest, GenerateRandomResponse> = async (
  services,
  input,
  call,
) => {
  refuseUnsupported(input);
  if (input.CustomKeyStoreId !== undefined) throw kms.unsupported('A custom key store');
  if (input.NumberOfBytes === undefined) throw kms.randomSizeMissing();
  await authorizeAccount(services, call, { action: 'kms:GenerateRandom' });
  return { Plaintext: services.random.bytes(input.NumberOfBytes) };
};
