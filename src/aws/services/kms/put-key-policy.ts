import type { PutKeyPolicyRequest } from '@aws-sdk/client-kms';
import { requestContext } from '../../../access/request-context.ts';
import { checkKeyPolicy } from '../../../keys/check-key-policy.ts';
import * as kms from '../../../messages/kms.ts';
import { updateKey } from '../../../storage/records/kms.ts';
import type { Operation } from '../operation.ts';
import { openCustomerKey } from './authorize.ts';

export const putKeyPolicy: Operation<PutKeyPolicyRequest, void> = async (services, input, call) => {
  const {
    KeyId: keyId,
    Policy: policy,
    PolicyName = 'default',
    BypassPolicyLockoutSafetyCheck: bypass = false,
  } = input;
  const context = { 'kms:BypassPolicyLockoutSafetyCheck': String(bypass) };
  const { key } = await openCustomerKey(services, call, { keyId, action: 'kms:PutKeyPolicy', context });
  if (PolicyName !== 'default') throw kms.policyNotFound();
  await checkKeyPolicy(services, {
    policy,
    keyArn: key.arn,
    account: key.account_id,
    principal: call.principal,
    context: { ...requestContext(call), ...context },
    isLockOutAllowed: bypass,
    isDev: services.isDev,
  });
  await services.records.write((db) => updateKey(db, key.arn, { policy }));
};
