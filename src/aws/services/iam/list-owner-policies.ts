import type { AttachedPolicy } from '@aws-sdk/client-iam';
import { attachedPolicies, inlinePolicies, type PolicyOwner } from '../../../storage/records/iam-policies.ts';
import type { Database } from '../../../storage/records/records.ts';
import { type PageInput, type PageOutput, pageOfList } from './page.ts';

/** The managed policies attached to an owner, by name; `PathPrefix` is a part of the policy's path. */
export async function listAttached(
  db: Database,
  owner: PolicyOwner,
  input: PageInput & { readonly PathPrefix?: string | undefined },
): Promise<PageOutput & { AttachedPolicies: AttachedPolicy[] }> {
  const arns = await attachedPolicies(db, owner);
  const policies = arns
    .filter((arn) => policyPath(arn).startsWith(input.PathPrefix ?? '/'))
    .map((arn) => ({ PolicyName: policyName(arn), PolicyArn: arn }));
  const { rows, page } = await pageOfList(input, (policy) => policy.PolicyName, policies);
  return { AttachedPolicies: [...rows], ...page };
}

/** The names of an owner's inline policies. */
export async function listInline(
  db: Database,
  owner: PolicyOwner,
  input: PageInput,
): Promise<PageOutput & { PolicyNames: string[] }> {
  const names = (await inlinePolicies(db, owner)).map(({ name }) => name);
  const { rows, page } = await pageOfList(input, (name) => name, names);
  return { PolicyNames: [...rows], ...page };
}

const policyName = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

/** `/service-role/` of `arn:aws:iam::aws:policy/service-role/Name`. */
const policyPath = (arn: string): string => arn.slice(arn.indexOf('/'), arn.lastIndexOf('/') + 1);
