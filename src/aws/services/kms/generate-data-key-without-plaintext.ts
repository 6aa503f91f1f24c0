import type {
  GenerateDataKeyWithoutPlaintextRequest,
  GenerateDataKeyWithoutPlaintextResponse,
} from '@aws-sdk/client-kms';
import type { Operation } from '../operation.ts';
import { toDataKeyRequest } from './data-key-request.ts';
import { toKeyUse } from './key-use.ts';

export const generateDataKeyWithoutPlaintext: Operation<
  GenerateDataKeyWithoutPlaintextRequest,
  GenerateDataKeyWithoutPlaintextResponse
> = async ({ keys }, input, call) => {
  const use = toKeyUse(call, input.GrantTokens);
  const request = toDataKeyRequest(input, call);
  const { wrapped, keyArn, materialId } = await keys.generateDataKeyWithoutPlaintext(use, request);
  return { CiphertextBlob: wrapped, KeyId: keyArn, KeyMaterialId: materialId };
};
