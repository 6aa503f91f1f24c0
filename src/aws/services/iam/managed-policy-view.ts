import type { Policy, PolicyVersion } from '@aws-sdk/client-iam';
import {
  MANAGED_POLICIES,
  managedPolicy,
  managedPolicyDocument,
  managedPolicyId,
} from '../../../access/managed-policies/managed-policies.ts';
import { type ManagedPolicy, managedPolicyArn } from '../../../access/managed-policies/managed-policy.ts';
import * as messages from '../../../messages/iam.ts';
import { findPolicy, type PolicyRow, policyVersions } from '../../../storage/records/iam-policies.ts';
import type { Database } from '../../../storage/records/records.ts';
import type { Call } from '../operation.ts';
import { toEncodedDocument } from './to-encoded-document.ts';

/** A managed policy with its versions, whoever provides it. */
export interface PolicyView {
  readonly arn: string;
  readonly name: string;
  readonly path: string;
  readonly id: string;
  readonly description: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Newest first. */
  readonly versions: readonly PolicyVersionView[];
}

export interface PolicyVersionView {
  readonly id: string;
  readonly document: string;
  readonly isDefault: boolean;
  readonly createdAt: number;
}

/** One of AWS's policies or one of the caller's account; throws NoSuchEntity for others. */
export async function viewPolicy(db: Database, call: Call, arn: string): Promise<PolicyView> {
  const ofAws = managedPolicy(arn);
  if (ofAws !== undefined) return viewOfAws(ofAws);
  const row = await findPolicy(db, arn);
  if (row?.account_id !== call.principal.account) throw messages.policyNotFound(arn);
  return viewOfCustomer(db, row);
}

/** The row of a policy that the caller may change: throws AccessDenied for AWS's own, NoSuchEntity where there is none. */
export async function getOwnPolicyRow(db: Database, call: Call, arn: string): Promise<PolicyRow> {
  if (managedPolicy(arn) !== undefined) throw messages.policyIsForeign(arn);
  const row = await findPolicy(db, arn);
  if (row?.account_id !== call.principal.account) throw messages.policyNotFound(arn);
  return row;
}

export async function viewOfCustomer(db: Database, row: PolicyRow): Promise<PolicyView> {
  const versions = await policyVersions(db, row.arn);
  return {
    arn: row.arn,
    name: row.name,
    path: row.path,
    id: row.id,
    description: row.description,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    versions: versions.map((version) => ({
      id: version.version_id,
      document: version.document,
      isDefault: version.is_default === 1,
      createdAt: version.created_at,
    })),
  };
}

/** Only the version in force is known of AWS's policies. */
function viewOfAws(policy: ManagedPolicy): PolicyView {
  const arn = managedPolicyArn(policy);
  return {
    arn,
    name: policy.name,
    path: policy.path,
    id: managedPolicyId(policy),
    description: policy.description,
    createdAt: policy.createdAt,
    updatedAt: policy.updatedAt,
    versions: [
      {
        id: policy.versionId,
        document: managedPolicyDocument(arn) ?? '',
        isDefault: true,
        createdAt: policy.updatedAt,
      },
    ],
  };
}

/** The account's own policies. */
export async function customerViews(db: Database, { principal }: Call): Promise<readonly PolicyView[]> {
  const rows = await db.selectFrom('iam_policies').selectAll().where('account_id', '=', principal.account).execute();
  const views: PolicyView[] = [];
  for (const row of rows) views.push(await viewOfCustomer(db, row));
  return views;
}

/** AWS's policies that are attached to somebody in the account, or bound somebody. */
export async function usedViewsOfAws(db: Database, call: Call): Promise<readonly PolicyView[]> {
  const used: PolicyView[] = [];
  for (const view of viewsOfAws()) {
    const uses = (await attachmentCount(db, call, view.arn)) + (await boundaryCount(db, call, view.arn));
    if (uses > 0) used.push(view);
  }
  return used;
}

export const viewsOfAws = (): readonly PolicyView[] => MANAGED_POLICIES.map(viewOfAws);

/** As GetPolicy tells it; lists leave the description out. */
export async function toPolicy(db: Database, call: Call, view: PolicyView): Promise<Policy> {
  return {
    PolicyName: view.name,
    PolicyId: view.id,
    Arn: view.arn,
    Path: view.path,
    DefaultVersionId: view.versions.find(({ isDefault }) => isDefault)?.id,
    AttachmentCount: await attachmentCount(db, call, view.arn),
    PermissionsBoundaryUsageCount: await boundaryCount(db, call, view.arn),
    IsAttachable: !view.path.startsWith('/aws-service-role/'),
    ...(view.description !== null && { Description: view.description }),
    CreateDate: new Date(view.createdAt),
    UpdateDate: new Date(view.updatedAt),
  };
}

export const toListedVersion = (version: PolicyVersionView): PolicyVersion => ({
  VersionId: version.id,
  IsDefaultVersion: version.isDefault,
  CreateDate: new Date(version.createdAt),
});

/** With its document. */
export const toToldVersion = (version: PolicyVersionView): PolicyVersion => ({
  ...toListedVersion(version),
  Document: toEncodedDocument(version.document),
});

/** Users, groups and roles of the caller's account that it is attached to. */
export async function attachmentCount(db: Database, { principal }: Call, arn: string): Promise<number> {
  const row = await db
    .selectFrom('iam_attached_policies')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('policy_arn', '=', arn)
    .where('account_id', '=', principal.account)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Users and roles of the caller's account that it bounds. */
export async function boundaryCount(db: Database, { principal }: Call, arn: string): Promise<number> {
  let count = 0;
  for (const table of ['iam_roles', 'iam_users'] as const) {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll().as('count'))
      .where('boundary_arn', '=', arn)
      .where('account_id', '=', principal.account)
      .executeTakeFirst();
    count += Number(row?.count ?? 0);
  }
  return count;
}
