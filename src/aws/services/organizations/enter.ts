import { requestContext } from '../../../access/request-context.ts';
import * as messages from '../../../messages/organizations.ts';
import type { RequestContext } from '../../../policy/evaluation.ts';
import { isDelegatedAdministrator } from '../../../storage/records/organization-services.ts';
import { type OrganizationRow, organizationOf } from '../../../storage/records/organizations.ts';
import { tagsOf } from '../../../storage/records/tags.ts';
import type { Call, Services } from '../operation.ts';

/** Organizations has one home, whatever Region a request was signed for. */
const HOME_REGION = 'us-east-1';

export interface Entry {
  /** `DescribeAccount` */
  readonly action: string;
  /** Who may at all: the management account; it and delegated administrators; every account of the organization. */
  readonly by: 'management' | 'administrators' | 'members';
  /** The ARN acted on; `*` where absent. */
  readonly resource?: (organization: OrganizationRow) => string;
  /** What the request itself tells the evaluator: see `entryContext`. */
  readonly context?: RequestContext;
}

/**
 * The caller's organization, once the caller may do `action`. Throws AccessDeniedException where its policies or the rules of
 * Organizations say no, and AWSOrganizationsNotInUseException outside any organization.
 */
export async function enter(services: Services, call: Call, entry: Entry): Promise<OrganizationRow> {
  const { account } = call.principal;
  const organization = await services.records.read((db) => organizationOf(db, account));
  const resource = (organization && entry.resource?.(organization)) ?? '*';
  await authorize(services, call, { action: entry.action, resource, context: entry.context });
  if (!organization) throw messages.organizationNotInUse();
  if (!(await isAmong(services, account, organization, entry.by))) throw messages.notForThisAccount();
  return organization;
}

/** Throws AccessDeniedException unless the caller's policies allow; for operations that need no organization. */
export async function authorize(
  { access, records }: Services,
  call: Call,
  {
    action,
    resource = '*',
    context,
  }: { readonly action: string; readonly resource?: string; readonly context?: RequestContext | undefined },
): Promise<void> {
  const tags = resource === '*' ? {} : await records.read((db) => tagsOf(db, resource));
  await access.authorize({
    principal: call.principal,
    action: `organizations:${action}`,
    resource,
    resourceAccount: call.principal.account,
    context: {
      ...requestContext({ ...call, region: HOME_REGION }),
      ...Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:ResourceTag/${key}`, value])),
      ...context,
    },
  });
}

async function isAmong(
  { records }: Services,
  account: string,
  organization: OrganizationRow,
  by: Entry['by'],
): Promise<boolean> {
  if (by === 'members' || account === organization.management_account_id) return true;
  return by === 'administrators' && records.read((db) => isDelegatedAdministrator(db, organization.id, account));
}
