import type { GetParametersForImportRequest, GetParametersForImportResponse } from '@aws-sdk/client-kms';
import { issueImportToken } from '../../../keys/import-token.ts';
import { requireNotPendingDeletion } from '../../../keys/key-state.ts';
import * as kms from '../../../messages/kms.ts';
import type { Operation } from '../operation.ts';
import { openCustomerKey } from './authorize.ts';

/** A public key to wrap material under, and a token that knows its other half; both good for 24 hours. */
export const getParametersForImport: Operation<GetParametersForImportRequest, GetParametersForImportResponse> = async (
  services,
  input,
  call,
) => {
  const { KeyId: keyId, WrappingAlgorithm: algorithm, WrappingKeySpec: spec } = input;
  const context = { 'kms:WrappingAlgorithm': algorithm, 'kms:WrappingKeySpec': spec };
  const { key } = await openCustomerKey(services, call, { keyId, action: 'kms:GetParametersForImport', context });
  if (key.origin !== 'EXTERNAL') throw kms.originUnfit(key);
  requireNotPendingDeletion(key);
  const { token, publicKey, expiresAt } = await issueImportToken(services, { keyArn: key.arn, algorithm, spec });
  return { KeyId: key.arn, ImportToken: token, PublicKey: publicKey, ParametersValidTo: new Date(expiresAt) };
};
