import type { Selectable } from 'kysely';
import { effectivePolicy } from '../../policy/effective-policy.ts';
import type { SourcedDocument } from '../../policy/evaluation.ts';
import { invariant } from '../../util/invariant.ts';
import type { Database } from './records.ts';
import type { OrganizationsTable } from './schema.ts';

export type OrganizationRow = Selectable<OrganizationsTable>;

export type OrganizationPolicyType =
  | 'SERVICE_CONTROL_POLICY'
  | 'RESOURCE_CONTROL_POLICY'
  | 'TAG_POLICY'
  | 'BACKUP_POLICY';

/** Organizations quota: units nest five deep under the root. A longer chain would be a ring. */
export const UNIT_DEPTH_MAX = 5;

/** The organization that an account belongs to; nothing for an account outside any. */
export async function organizationOf(db: Database, accountId: string): Promise<OrganizationRow | undefined> {
  return db
    .selectFrom('accounts')
    .innerJoin('organizations', 'organizations.id', 'accounts.organization_id')
    .selectAll('organizations')
    .where('accounts.id', '=', accountId)
    .executeTakeFirst();
}

/** Nothing where there is no organization of this id. */
export async function findOrganization(db: Database, id: string): Promise<OrganizationRow | undefined> {
  return db.selectFrom('organizations').selectAll().where('id', '=', id).executeTakeFirst();
}

/** `o-…/r-…/ou-…/`, with the slash at the end, as `aws:PrincipalOrgPaths` has it; nothing for an account outside any organization. */
export async function organizationPath(db: Database, accountId: string): Promise<string | undefined> {
  const organization = await organizationOf(db, accountId);
  if (!organization) return undefined;
  const targets = await targetsAlongPath(db, accountId);
  return [organization.id, ...targets.slice(0, -1), ''].join('/');
}

/** From the root over the units to the account itself, which comes last; the account alone where it is outside any organization. */
async function targetsAlongPath(db: Database, accountId: string): Promise<readonly string[]> {
  const account = await db.selectFrom('accounts').select('parent_id').where('id', '=', accountId).executeTakeFirst();
  if (account?.parent_id == null) return [accountId];
  return [...(await containersAlongPath(db, account.parent_id)), accountId];
}

/** From the root down to a root or unit, which comes last. */
export async function containersAlongPath(db: Database, containerId: string): Promise<readonly string[]> {
  const containers = [containerId];
  for (;;) {
    const unit = await db
      .selectFrom('organizational_units')
      .select('parent_id')
      .where('id', '=', containers[0]!)
      .executeTakeFirst();
    if (!unit) return containers;
    containers.unshift(unit.parent_id);
    invariant(containers.length <= UNIT_DEPTH_MAX + 1, 'units form a tree of bounded depth');
  }
}

/**
 * The documents of one type that are attached along an account's path: a level each for the root, the units and the account. Nothing where
 * none apply: outside an organization, while the type is not enabled, and for the management account, which service and
 * resource control policies do not bind (all others do).
 */
export async function policiesAlongPath(
  db: Database,
  accountId: string,
  type: string,
): Promise<readonly (readonly SourcedDocument[])[] | undefined> {
  const organization = await organizationOf(db, accountId);
  if (!organization || !(await isTypeEnabled(db, organization.id, type))) return undefined;
  const bindsManagement = type !== 'SERVICE_CONTROL_POLICY' && type !== 'RESOURCE_CONTROL_POLICY';
  if (accountId === organization.management_account_id && !bindsManagement) return undefined;
  const targets = await targetsAlongPath(db, accountId);
  const rows = await db
    .selectFrom('organization_policy_attachments as attachment')
    .innerJoin('organization_policies as policy', 'policy.id', 'attachment.policy_id')
    .select(['attachment.target_id', 'policy.id', 'policy.name', 'policy.content', 'policy.organization_id'])
    .where('attachment.organization_id', '=', organization.id)
    .where('attachment.target_id', 'in', targets)
    .where('policy.type', '=', type)
    .orderBy('policy.created_at')
    .orderBy('policy.id')
    .execute();
  return targets.map((target) =>
    rows
      .filter(({ target_id }) => target_id === target)
      .map(({ id, name, content, organization_id: owner }) => ({
        origin: `${LABELS[type as OrganizationPolicyType] ?? type} ${name} (${id}) on ${target}`,
        document: content,
        // AWS's own policies belong to no organization; they only allow, so nobody is told their ARN.
        ...(owner === organization.id && { arn: policyArn(organization, { id, type }) }),
      })),
  );
}

const policyArn = (
  { id: organizationId, management_account_id }: OrganizationRow,
  { id, type }: { readonly id: string; readonly type: string },
): string => `arn:aws:organizations::${management_account_id}:policy/${organizationId}/${type.toLowerCase()}/${id}`;

const LABELS: Readonly<Record<OrganizationPolicyType, string>> = {
  SERVICE_CONTROL_POLICY: 'service control policy',
  RESOURCE_CONTROL_POLICY: 'resource control policy',
  TAG_POLICY: 'tag policy',
  BACKUP_POLICY: 'backup policy',
};

/** What the tag policies along the path come to, as DescribeEffectivePolicy writes it; nothing where none applies. */
export async function effectiveTagPolicy(db: Database, accountId: string): Promise<string | undefined> {
  return effectiveManagementPolicy(db, accountId, 'TAG_POLICY');
}

/** The same for any type of policy that is merged rather than intersected. */
export async function effectiveManagementPolicy(
  db: Database,
  accountId: string,
  type: string,
): Promise<string | undefined> {
  const levels = await policiesAlongPath(db, accountId, type);
  if (!levels) return undefined;
  return effectivePolicy(levels.map((level) => level.map(({ document }) => document)));
}

export async function isTypeEnabled(db: Database, organizationId: string, type: string): Promise<boolean> {
  const row = await db
    .selectFrom('organization_policy_types')
    .select('type')
    .where('organization_id', '=', organizationId)
    .where('type', '=', type)
    .executeTakeFirst();
  return row !== undefined;
}

/** From consolidated billing to all features; there is no way back. */
export async function enableAllFeatures(db: Database, id: string): Promise<void> {
  await db.updateTable('organizations').set({ feature_set: 'ALL' }).where('id', '=', id).execute();
}

export async function insertOrganization(db: Database, row: OrganizationRow): Promise<void> {
  await db.insertInto('organizations').values(row).execute();
}

/** Deletes an organization that has no members left, with its units, policies, handshakes, delegations and tags. */
export async function deleteOrganization(db: Database, organization: OrganizationRow): Promise<void> {
  const { id, management_account_id } = organization;
  for (const table of OWNED_TABLES) await db.deleteFrom(table).where('organization_id', '=', id).execute();
  const arns = `arn:aws:organizations::${management_account_id}:%/${id}/%`;
  await db.deleteFrom('tags').where('resource_arn', 'like', arns).execute();
  await db.deleteFrom('organizations').where('id', '=', id).execute();
}

const OWNED_TABLES = [
  'create_account_requests',
  'delegated_administrators',
  'handshakes',
  'organization_policies',
  'organization_policy_attachments',
  'organization_policy_types',
  'organization_resource_policies',
  'organization_service_access',
  'organizational_units',
] as const;
