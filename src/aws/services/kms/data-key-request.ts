import type { GenerateDataKeyRequest } from '@aws-sdk/client-kms';
import type { DataKeyRequest } from '../../../keys/key-service.ts';
import * as kms from '../../../messages/kms.ts';
import type { Call, Validated } from '../operation.ts';

/**
 * What GenerateDataKey and its sibling ask for; throws ValidationException unless exactly one of size and spec is
 * there.
 */
export function toDataKeyRequest(input: Validated<GenerateDataKeyRequest>, call: Call): DataKeyRequest {
  return {
    keyId: input.KeyId,
    region: call.region,
    sizeBytes: toSizeBytes(input),
    encryptionContext: input.EncryptionContext ?? {},
    isDryRun: input.DryRun ?? false,
  };
}

function toSizeBytes({ KeySpec, NumberOfBytes }: Pick<GenerateDataKeyRequest, 'KeySpec' | 'NumberOfBytes'>): number {
  if ((KeySpec === undefined) === (NumberOfBytes === undefined)) throw kms.dataKeySizeUnclear();
  return NumberOfBytes ?? (KeySpec === 'AES_128' ? 16 : 32);
}
