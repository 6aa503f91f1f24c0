import { evaluate } from '../policy/evaluate.ts';
import type { RequestContext } from '../policy/evaluation.ts';
import { servicePrincipal } from './service-principal.ts';

/**
 * Whether a role lets a service take it on: its trust policy alone decides. `context` is what the service tells of the deed it does
 * (`aws:SourceAccount`, `aws:SourceArn`); a trust policy may ask for it.
 */
export function mayServiceAssume(
  role: { readonly arn: string; readonly account: string; readonly trustPolicy: string },
  service: string,
  context: RequestContext = {},
): boolean {
  const request = {
    principal: servicePrincipal(service),
    action: 'sts:AssumeRole',
    resource: role.arn,
    resourceAccount: role.account,
    context,
  };
  const trust = { origin: `trust policy of ${role.arn}`, document: role.trustPolicy, rules: 'trust' } as const;
  return evaluate(request, { identity: [], resource: trust }).isAllowed;
}
