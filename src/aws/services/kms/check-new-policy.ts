import { requestContext } from '../../../access/request-context.ts';
import { checkKeyPolicy } from '../../../keys/check-key-policy.ts';
import type { RequestContext } from '../../../policy/evaluation.ts';
import type { KmsKeysTable } from '../../../storage/records/schema.ts';
import type { Call, Services } from '../operation.ts';

/** Throws where the policy that a new key, or a new replica, is to get cannot be its policy. */
export function checkNewPolicy(
  services: Services,
  call: Call,
  {
    key,
    input,
    context,
  }: {
    key: KmsKeysTable;
    input: { readonly BypassPolicyLockoutSafetyCheck?: boolean | undefined };
    context: RequestContext;
  },
): Promise<void> {
  return checkKeyPolicy(services, {
    policy: key.policy,
    keyArn: key.arn,
    account: key.account_id,
    principal: call.principal,
    context: { ...requestContext(call), ...context },
    isLockOutAllowed: input.BypassPolicyLockoutSafetyCheck ?? false,
    isDev: services.isDev,
  });
}
