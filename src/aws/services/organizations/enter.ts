import type { AccessQuestion } from '../../../access/access.ts';
import { requestContext } from '../../../access/request-context.ts';
import * as messages from '../../../messages/organizations.ts';
import type { RequestContext } from '../../../policy/evaluation.ts';
import { findResourcePolicy } from '../../../storage/records/organization-resource-policies.ts';
import { isDelegatedAdministrator } from '../../../storage/records/organization-services.ts';
import { type OrganizationRow, organizationOf } from '../../../storage/records/organizations.ts';
import { type Tags, tagsOf } from '../../../storage/records/tags.ts';
import type { Call, Services } from '../operation.ts';
import { resourcePolicyArn } from './arns.ts';
import { isDelegable } from './is-delegable.ts';

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
  if (await isAmong(services, account, organization, entry.by)) return organization;
  if (!(await isDelegated(services, call, organization, { ...entry, resource }))) throw messages.notForThisAccount();
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
    ...questionOf(call, { action, resource, context, tags }),
    resourceAccount: call.principal.account,
  });
}

function questionOf(
  call: Call,
  {
    action,
    resource,
    context,
    tags,
  }: { action: string; resource: string; context: RequestContext | undefined; tags: Tags },
): Omit<AccessQuestion, 'resourceAccount'> {
  return {
    principal: call.principal,
    action: `organizations:${action}`,
    resource,
    context: {
      ...requestContext({ ...call, region: HOME_REGION }),
      ...Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:ResourceTag/${key}`, value])),
      ...context,
    },
  };
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

/** Whether the organization's resource policy lets the member do it in the management account's place. */
async function isDelegated(
  { access, records }: Services,
  call: Call,
  organization: OrganizationRow,
  {
    action,
    resource,
    context,
  }: { readonly action: string; readonly resource: string; readonly context?: RequestContext },
): Promise<boolean> {
  if (!isDelegable(action)) return false;
  const { policy, tags } = await records.read(async (db) => ({
    policy: await findResourcePolicy(db, organization.id),
    tags: resource === '*' ? {} : await tagsOf(db, resource),
  }));
  if (!policy) return false;
  const evaluation = await access.evaluate({
    ...questionOf(call, { action, resource, context, tags }),
    resourceAccount: organization.management_account_id,
    resourcePolicy: {
      origin: `resource policy ${policy.id}`,
      document: policy.content,
      arn: resourcePolicyArn(organization, policy.id),
      rules: 'ordinary',
    },
  });
  return evaluation.isAllowed;
}
