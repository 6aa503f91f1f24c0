import type { RequestContext } from '../policy/evaluation.ts';
import { organizationPath } from '../storage/records/organizations.ts';
import type { Database } from '../storage/records/records.ts';

/** `aws:PrincipalOrgID` and `aws:PrincipalOrgPaths`, or the same with `Resource`; none outside an organization. */
export async function organizationContext(
  db: Database,
  whose: 'Principal' | 'Resource',
  account: string,
): Promise<RequestContext> {
  const path = account === '' ? undefined : await organizationPath(db, account);
  if (path === undefined) return {};
  return { [`aws:${whose}OrgID`]: path.slice(0, path.indexOf('/')), [`aws:${whose}OrgPaths`]: [path] };
}
