import type { Selectable } from 'kysely';
import { isTypeEnabled } from './organizations.ts';
import type { Database } from './records.ts';
import type { OrganizationPoliciesTable } from './schema.ts';

export type OrganizationPolicyRow = Selectable<OrganizationPoliciesTable>;

/** Instead of an organization's id, on the policies that AWS itself provides. */
export const AWS_OWNER = 'aws';

/** What each target holds while its type is enabled: control policies only ever take away from it. */
export const FULL_ACCESS: Readonly<Record<string, OrganizationPolicyRow>> = {
  SERVICE_CONTROL_POLICY: {
    id: 'p-FullAWSAccess',
    organization_id: AWS_OWNER,
    type: 'SERVICE_CONTROL_POLICY',
    name: 'FullAWSAccess',
    description: 'Allows access to every operation',
    content: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
    created_at: 0,
  },
  RESOURCE_CONTROL_POLICY: {
    id: 'p-RCPFullAWSAccess',
    organization_id: AWS_OWNER,
    type: 'RESOURCE_CONTROL_POLICY',
    name: 'RCPFullAWSAccess',
    description: 'This policy allows all actions on all resources and principals',
    content: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}',
    created_at: 0,
  },
};

/** Makes sure that AWS's own policies are there. */
export async function ensureAwsPolicies(db: Database): Promise<void> {
  await db
    .insertInto('organization_policies')
    .values(Object.values(FULL_ACCESS))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A policy of the organization, or one of AWS's; nothing for any other. */
export async function findPolicy(
  db: Database,
  organizationId: string,
  id: string,
): Promise<OrganizationPolicyRow | undefined> {
  return db
    .selectFrom('organization_policies')
    .selectAll()
    .where('id', '=', id)
    .where('organization_id', 'in', [organizationId, AWS_OWNER])
    .executeTakeFirst();
}

/** The organization's and AWS's policies of a type, by id. */
export async function listPolicies(
  db: Database,
  organizationId: string,
  type: string,
): Promise<readonly OrganizationPolicyRow[]> {
  return db
    .selectFrom('organization_policies')
    .selectAll()
    .where('type', '=', type)
    .where('organization_id', 'in', [organizationId, AWS_OWNER])
    .orderBy('id')
    .execute();
}

export async function insertPolicy(db: Database, policy: OrganizationPolicyRow): Promise<void> {
  await db.insertInto('organization_policies').values(policy).execute();
}

export async function updatePolicy(
  db: Database,
  { id, name, description, content }: Pick<OrganizationPolicyRow, 'id' | 'name' | 'description' | 'content'>,
): Promise<void> {
  await db.updateTable('organization_policies').set({ name, description, content }).where('id', '=', id).execute();
}

export async function deletePolicy(db: Database, id: string): Promise<void> {
  await db.deleteFrom('organization_policies').where('id', '=', id).execute();
}

/** The policies of a type that are attached to the very target, by id. */
export async function policiesOnTarget(
  db: Database,
  { organizationId, targetId, type }: { organizationId: string; targetId: string; type: string },
): Promise<readonly OrganizationPolicyRow[]> {
  return db
    .selectFrom('organization_policies as policy')
    .innerJoin('organization_policy_attachments as attachment', 'attachment.policy_id', 'policy.id')
    .selectAll('policy')
    .where('attachment.organization_id', '=', organizationId)
    .where('attachment.target_id', '=', targetId)
    .where('policy.type', '=', type)
    .orderBy('policy.id')
    .execute();
}

/** Ids of roots, units and accounts that a policy is attached to, in order. */
export async function targetsOfPolicy(
  db: Database,
  organizationId: string,
  policyId: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('organization_policy_attachments')
    .select('target_id')
    .where('organization_id', '=', organizationId)
    .where('policy_id', '=', policyId)
    .orderBy('target_id')
    .execute();
  return rows.map((row) => row.target_id);
}

export interface Attachment {
  readonly organizationId: string;
  readonly policyId: string;
  readonly targetId: string;
}

/** Attaching twice is attaching once. */
export async function attachOrganizationPolicy(db: Database, attachment: Attachment): Promise<void> {
  await insertAttachments(db, [attachment]);
}

/** False where it was not attached. */
export async function detachOrganizationPolicy(db: Database, attachment: Attachment): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('organization_policy_attachments')
    .where('organization_id', '=', attachment.organizationId)
    .where('policy_id', '=', attachment.policyId)
    .where('target_id', '=', attachment.targetId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Types that are enabled in the root, in order. */
export async function enabledTypes(db: Database, organizationId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('organization_policy_types')
    .select('type')
    .where('organization_id', '=', organizationId)
    .orderBy('type')
    .execute();
  return rows.map(({ type }) => type);
}

/** Enables a type that is not; every target gets the full access of the type where it has one. */
export async function enableType(
  db: Database,
  { organizationId, type, targets }: { organizationId: string; type: string; targets: readonly string[] },
  now: number,
): Promise<void> {
  const row = { organization_id: organizationId, type, changed_at: now };
  await db.insertInto('organization_policy_types').values(row).execute();
  await attachFullAccess(db, organizationId, targets);
}

/** Notes that policies of a type, or of all types, reach other targets or say something else from now on. */
export async function notePolicyChange(
  db: Database,
  { organizationId, type }: { organizationId: string; type?: string },
  now: number,
): Promise<void> {
  const all = db
    .updateTable('organization_policy_types')
    .set({ changed_at: now })
    .where('organization_id', '=', organizationId);
  await (type === undefined ? all : all.where('type', '=', type)).execute();
}

/** When policies of a type last changed; nothing where the type is not enabled. */
export async function policiesChangedAt(
  db: Database,
  organizationId: string,
  type: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('organization_policy_types')
    .select('changed_at')
    .where('organization_id', '=', organizationId)
    .where('type', '=', type)
    .executeTakeFirst();
  return row?.changed_at ?? undefined;
}

/** Disables a type; every attachment of the type is lost, as AWS has it. */
export async function disableType(db: Database, organizationId: string, type: string): Promise<void> {
  await db
    .deleteFrom('organization_policy_attachments')
    .where('organization_id', '=', organizationId)
    .where('policy_id', 'in', (query) =>
      query.selectFrom('organization_policies').select('id').where('type', '=', type),
    )
    .execute();
  await db
    .deleteFrom('organization_policy_types')
    .where('organization_id', '=', organizationId)
    .where('type', '=', type)
    .execute();
}

/** Attaches AWS's full access of every enabled control type to the targets. */
export async function attachFullAccess(
  db: Database,
  organizationId: string,
  targets: readonly string[],
): Promise<void> {
  for (const policy of Object.values(FULL_ACCESS)) {
    if (!(await isTypeEnabled(db, organizationId, policy.type))) continue;
    await insertAttachments(
      db,
      targets.map((targetId) => ({ organizationId, policyId: policy.id, targetId })),
    );
  }
}

async function insertAttachments(db: Database, attachments: readonly Attachment[]): Promise<void> {
  if (attachments.length === 0) return;
  const rows = attachments.map(({ organizationId, policyId, targetId }) => ({
    organization_id: organizationId,
    policy_id: policyId,
    target_id: targetId,
  }));
  await db
    .insertInto('organization_policy_attachments')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
