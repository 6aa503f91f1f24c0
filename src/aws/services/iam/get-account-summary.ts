import type { GetAccountSummaryResponse } from '@aws-sdk/client-iam';
import type { Database } from '../../../storage/records/records.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import * as limits from './limits.ts';

/** What the account has and may have, under all of AWS's keys. There are no MFA devices and no certificates here; root has no keys. */
export const getAccountSummary: Operation<object, GetAccountSummaryResponse> = async (services, _input, call) => {
  const { account } = call.principal;
  await authorizeIam(services, call, { action: 'GetAccountSummary', resource: '*' });
  return { SummaryMap: { ...QUOTAS, ...ABSENT, ...(await services.records.read((db) => counts(db, account))) } };
};

const QUOTAS = {
  UsersQuota: limits.USERS_PER_ACCOUNT_MAX,
  GroupsQuota: limits.GROUPS_PER_ACCOUNT_MAX,
  RolesQuota: limits.ROLES_PER_ACCOUNT_MAX,
  PoliciesQuota: limits.POLICIES_PER_ACCOUNT_MAX,
  InstanceProfilesQuota: limits.INSTANCE_PROFILES_PER_ACCOUNT_MAX,
  ServerCertificatesQuota: limits.SERVER_CERTIFICATES_MAX,
  PolicyVersionsInUseQuota: limits.POLICY_VERSIONS_PER_ACCOUNT_MAX,
  VersionsPerPolicyQuota: limits.POLICY_VERSIONS_MAX,
  PolicySizeQuota: limits.MANAGED_POLICY_SIZE_MAX,
  UserPolicySizeQuota: limits.INLINE_POLICIES_SIZE_MAX.user,
  GroupPolicySizeQuota: limits.INLINE_POLICIES_SIZE_MAX.group,
  RolePolicySizeQuota: limits.INLINE_POLICIES_SIZE_MAX.role,
  AssumeRolePolicySizeQuota: limits.TRUST_POLICY_SIZE_MAX,
  AccessKeysPerUserQuota: limits.ACCESS_KEYS_PER_USER_MAX,
  GroupsPerUserQuota: limits.GROUPS_PER_USER_MAX,
  SigningCertificatesPerUserQuota: limits.SIGNING_CERTIFICATES_PER_USER_MAX,
  AttachedPoliciesPerUserQuota: limits.ATTACHED_POLICIES_MAX,
  AttachedPoliciesPerGroupQuota: limits.ATTACHED_POLICIES_MAX,
  AttachedPoliciesPerRoleQuota: limits.ATTACHED_POLICIES_MAX,
};

const ABSENT = {
  ServerCertificates: 0,
  MFADevices: 0,
  MFADevicesInUse: 0,
  AccountMFAEnabled: 0,
  AccountAccessKeysPresent: 0,
  AccountPasswordPresent: 0,
  AccountSigningCertificatesPresent: 0,
  /** Version 1: session tokens of the global endpoint are as short as they always were. */
  GlobalEndpointTokenVersion: 1,
};

type Counted =
  | 'iam_users'
  | 'iam_groups'
  | 'iam_roles'
  | 'iam_policies'
  | 'iam_instance_profiles'
  | 'iam_oidc_providers';

async function counts(db: Database, account: string): Promise<Record<string, number>> {
  const count = async (table: Counted): Promise<number> => {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll().as('count'))
      .where('account_id', '=', account)
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  };
  return {
    Users: await count('iam_users'),
    Groups: await count('iam_groups'),
    Roles: await count('iam_roles'),
    Policies: await count('iam_policies'),
    InstanceProfiles: await count('iam_instance_profiles'),
    Providers: await count('iam_oidc_providers'),
    PolicyVersionsInUse: await countVersions(db, account),
  };
}

async function countVersions(db: Database, account: string): Promise<number> {
  const row = await db
    .selectFrom('iam_policy_versions')
    .innerJoin('iam_policies', 'iam_policies.arn', 'iam_policy_versions.policy_arn')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('account_id', '=', account)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
