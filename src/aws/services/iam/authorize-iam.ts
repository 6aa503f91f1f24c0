import { requestContext } from '../../../access/request-context.ts';
import { temporaryMayNotCallIam } from '../../../messages/iam.ts';
import type { RequestContext } from '../../../policy/evaluation.ts';
import type { Call, Services } from '../operation.ts';

/** IAM has one home, whatever Region a request was signed for; `aws:RequestedRegion` says so. */
const HOME_REGION = 'us-east-1';

/**
 * Throws AccessDenied unless the caller may. IAM acts on the caller's own account only, and not at all for a user's own temporary
 * credentials and for federated users. https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
 */
export async function authorizeIam(
  { access }: Services,
  call: Call,
  { action, resource, context }: { action: string; resource: string; context?: RequestContext },
): Promise<void> {
  const { kind, isTemporary = false } = call.principal;
  if (isTemporary || kind === 'federated-user') throw temporaryMayNotCallIam();
  await access.authorize({
    principal: call.principal,
    action: `iam:${action}`,
    resource,
    resourceAccount: call.principal.account,
    context: { ...requestContext({ ...call, region: HOME_REGION }), ...context },
  });
}
