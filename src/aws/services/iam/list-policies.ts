import type { ListPoliciesRequest, ListPoliciesResponse, Policy } from '@aws-sdk/client-iam';
import type { Database } from '../../../storage/records/records.ts';
import type { Call, Operation, Validated } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { customerViews, toPolicy, viewsOfAws } from './managed-policy-view.ts';
import { pageOfList } from './page.ts';

/** AWS's policies (those that are known here) and the account's own, by ARN. */
export const listPolicies: Operation<ListPoliciesRequest, ListPoliciesResponse> = async (services, input, call) => {
  const { account } = call.principal;
  const { PathPrefix: prefix = '/' } = input;
  await authorizeIam(services, call, { action: 'ListPolicies', resource: `arn:aws:iam::${account}:policy${prefix}` });
  const policies = await services.records.read((db) => findPolicies(db, call, input));
  const { rows, page } = await pageOfList(input, (policy) => policy.Arn ?? '', policies);
  return { Policies: [...rows], ...page };
};

async function findPolicies(
  db: Database,
  call: Call,
  {
    Scope: scope = 'All',
    OnlyAttached: onlyAttached = false,
    PathPrefix: prefix = '/',
    PolicyUsageFilter: usage,
  }: Validated<ListPoliciesRequest>,
): Promise<Policy[]> {
  const views = [...(scope === 'Local' ? [] : viewsOfAws()), ...(scope === 'AWS' ? [] : await customerViews(db, call))];
  const policies: Policy[] = [];
  for (const view of views) {
    if (!view.path.startsWith(prefix)) continue;
    const { Description: _, ...policy } = await toPolicy(db, call, view);
    if (onlyAttached && !policy.AttachmentCount) continue;
    if (usage === 'PermissionsBoundary' && !policy.PermissionsBoundaryUsageCount) continue;
    policies.push(policy);
  }
  return policies;
}
