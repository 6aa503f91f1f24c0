import type { Selectable } from 'kysely';
import type { Database } from './records.ts';
import type { IamPoliciesTable, IamPolicyVersionsTable } from './schema.ts';

export type PolicyRow = Selectable<IamPoliciesTable>;
export type PolicyVersionRow = Selectable<IamPolicyVersionsTable>;

/** The user, group or role that policies hang on. */
export interface PolicyOwner {
  readonly account: string;
  readonly kind: 'user' | 'group' | 'role';
  readonly name: string;
}

export interface NamedDocument {
  readonly name: string;
  readonly document: string;
}

/** The owner's own documents, by name. */
export async function inlinePolicies(db: Database, owner: PolicyOwner): Promise<readonly NamedDocument[]> {
  return db
    .selectFrom('iam_inline_policies')
    .select(['name', 'document'])
    .where('account_id', '=', owner.account)
    .where('owner_kind', '=', owner.kind)
    .where('owner_name', '=', owner.name)
    .orderBy('name')
    .execute();
}

/** ARNs of the managed policies that are attached, AWS's and the customer's. */
export async function attachedPolicies(db: Database, owner: PolicyOwner): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('iam_attached_policies')
    .select('policy_arn')
    .where('account_id', '=', owner.account)
    .where('owner_kind', '=', owner.kind)
    .where('owner_name', '=', owner.name)
    .orderBy('policy_arn')
    .execute();
  return rows.map((row) => row.policy_arn);
}

/** Attaching twice is attaching once. */
export async function attachPolicy(db: Database, owner: PolicyOwner, policyArn: string, now: number): Promise<void> {
  await db
    .insertInto('iam_attached_policies')
    .values({
      account_id: owner.account,
      owner_kind: owner.kind,
      owner_name: owner.name,
      policy_arn: policyArn,
      attached_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** False where it was not attached. */
export async function detachPolicy(db: Database, owner: PolicyOwner, policyArn: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('iam_attached_policies')
    .where('account_id', '=', owner.account)
    .where('owner_kind', '=', owner.kind)
    .where('owner_name', '=', owner.name)
    .where('policy_arn', '=', policyArn)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Writes or replaces one of the owner's own documents. */
export async function putInlinePolicy(db: Database, owner: PolicyOwner, policy: NamedDocument): Promise<void> {
  await db
    .insertInto('iam_inline_policies')
    .values({
      account_id: owner.account,
      owner_kind: owner.kind,
      owner_name: owner.name,
      name: policy.name,
      document: policy.document,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['account_id', 'owner_kind', 'owner_name', 'name'])
        .doUpdateSet((eb) => ({ document: eb.ref('excluded.document') })),
    )
    .execute();
}

/** False where there was none. */
export async function deleteInlinePolicy(db: Database, owner: PolicyOwner, name: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('iam_inline_policies')
    .where('account_id', '=', owner.account)
    .where('owner_kind', '=', owner.kind)
    .where('owner_name', '=', owner.name)
    .where('name', '=', name)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** A customer managed policy; nothing for AWS's own, which are data and not records. */
export async function findPolicy(db: Database, arn: string): Promise<PolicyRow | undefined> {
  return db.selectFrom('iam_policies').selectAll().where('arn', '=', arn).executeTakeFirst();
}

/** Newest first, as AWS lists them. */
export async function policyVersions(db: Database, arn: string): Promise<readonly PolicyVersionRow[]> {
  const rows = await db.selectFrom('iam_policy_versions').selectAll().where('policy_arn', '=', arn).execute();
  return rows.sort((one, other) => versionNumber(other.version_id) - versionNumber(one.version_id));
}

const versionNumber = (versionId: string): number => Number(versionId.slice(1));

/** The document in force of each customer managed policy among `arns`. */
export async function defaultDocuments(db: Database, arns: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (arns.length === 0) return new Map();
  const rows = await db
    .selectFrom('iam_policy_versions')
    .select(['policy_arn', 'document'])
    .where('policy_arn', 'in', arns)
    .where('is_default', '=', 1)
    .execute();
  return new Map(rows.map((row) => [row.policy_arn, row.document]));
}

/** Lets an owner's policies follow it to a new name. */
export async function renamePolicyOwner(db: Database, owner: PolicyOwner, name: string): Promise<void> {
  for (const table of ['iam_inline_policies', 'iam_attached_policies'] as const) {
    await db
      .updateTable(table)
      .set({ owner_name: name })
      .where('account_id', '=', owner.account)
      .where('owner_kind', '=', owner.kind)
      .where('owner_name', '=', owner.name)
      .execute();
  }
}
