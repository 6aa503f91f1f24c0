import type { GenerateDataKeyRequest, GenerateDataKeyResponse } from '@aws-sdk/client-kms';
import type { Operation } from '../operation.ts';
import { toDataKeyRequest } from './data-key-request.ts';
import { toKeyUse } from './key-use.ts';
import { refuseUnsupported } from './refuse-unsupported.ts';

export const generateDataKey: Operation<GenerateDataKeyRequest, GenerateDataKeyResponse> = async (
  { keys },
  input,
  call,
) => {
  refuseUnsupported(input);
  const use = toKeyUse(call, input.GrantTokens);
  const { plaintext, wrapped, keyArn, materialId } = await keys.generateDataKey(use, toDataKeyRequest(input, call));
  return { CiphertextBlob: wrapped, Plaintext: plaintext.open(), KeyId: keyArn, KeyMaterialId: materialId };
};
