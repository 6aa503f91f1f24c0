import type { GetKeyPolicyRequest, GetKeyPolicyResponse } from '@aws-sdk/client-kms';
import * as kms from '../../../messages/kms.ts';
import type { Operation } from '../operation.ts';
import { openOwnKey } from './authorize.ts';

export const getKeyPolicy: Operation<GetKeyPolicyRequest, GetKeyPolicyResponse> = async (services, input, call) => {
  const { KeyId: keyId, PolicyName = 'default' } = input;
  const { key } = await openOwnKey(services, call, { keyId, action: 'kms:GetKeyPolicy' });
  if (PolicyName !== 'default') throw kms.policyNotFound();
  return { Policy: key.policy, PolicyName };
};
