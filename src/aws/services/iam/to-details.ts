import type { AttachedPolicy, GroupDetail, PolicyDetail, RoleDetail, UserDetail } from '@aws-sdk/client-iam';
import type { RoleRow, UserRow } from '../../../storage/records/iam.ts';
import { type GroupRow, groupsOf } from '../../../storage/records/iam-groups.ts';
import { attachedPolicies, inlinePolicies, type PolicyOwner } from '../../../storage/records/iam-policies.ts';
import { instanceProfilesOf } from '../../../storage/records/instance-profiles.ts';
import type { Database } from '../../../storage/records/records.ts';
import { tagsOf } from '../../../storage/records/tags.ts';
import { toTags } from './tags.ts';
import { toEncodedDocument } from './to-encoded-document.ts';
import { toGroup } from './to-group.ts';
import { toInstanceProfiles } from './to-instance-profile.ts';
import { toBoundary, toListedRole, toRoleLastUsed } from './to-role.ts';
import { toListedUser } from './to-user.ts';

/** A user with all that says what it may. */
export async function toUserDetail(db: Database, row: UserRow): Promise<UserDetail> {
  const owner: PolicyOwner = { account: row.account_id, kind: 'user', name: row.name };
  const groups = await groupsOf(db, row.account_id, row.name);
  return {
    ...toListedUser(row),
    UserPolicyList: await toInline(db, owner),
    GroupList: groups.map(({ name }) => name),
    AttachedManagedPolicies: await toAttached(db, owner),
    ...toBoundary(row.boundary_arn),
    Tags: toTags(await tagsOf(db, row.arn)),
  };
}

export async function toGroupDetail(db: Database, row: GroupRow): Promise<GroupDetail> {
  const owner: PolicyOwner = { account: row.account_id, kind: 'group', name: row.name };
  return {
    ...toGroup(row),
    GroupPolicyList: await toInline(db, owner),
    AttachedManagedPolicies: await toAttached(db, owner),
  };
}

export async function toRoleDetail(db: Database, row: RoleRow): Promise<RoleDetail> {
  const owner: PolicyOwner = { account: row.account_id, kind: 'role', name: row.name };
  const { MaxSessionDuration: _, Description: __, ...listed } = toListedRole(row);
  return {
    ...listed,
    InstanceProfileList: await toInstanceProfiles(db, await instanceProfilesOf(db, row.account_id, row.name)),
    RolePolicyList: await toInline(db, owner),
    AttachedManagedPolicies: await toAttached(db, owner),
    ...toBoundary(row.boundary_arn),
    Tags: toTags(await tagsOf(db, row.arn)),
    RoleLastUsed: toRoleLastUsed(row),
  };
}

async function toInline(db: Database, owner: PolicyOwner): Promise<PolicyDetail[]> {
  const policies = await inlinePolicies(db, owner);
  return policies.map(({ name, document }) => ({ PolicyName: name, PolicyDocument: toEncodedDocument(document) }));
}

async function toAttached(db: Database, owner: PolicyOwner): Promise<AttachedPolicy[]> {
  const arns = await attachedPolicies(db, owner);
  return arns.map((arn) => ({ PolicyName: arn.slice(arn.lastIndexOf('/') + 1), PolicyArn: arn }));
}
