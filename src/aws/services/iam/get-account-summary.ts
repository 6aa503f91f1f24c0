import type { GetAccountSummaryResponse } from '@aws-sdk/client-iam';
import type { Database } from '../../../storage/records/records.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import * as limits from './limits.ts';

export const getAccountSummary: Operation<object, GetAccountSummaryResponse> = async (services, _input, call) => {
  const { account } = call.principal;
  await authorizeIam(services, call, { action: 'GetAccountSummary', resource: '*' });
  const [users, roles, policies] = await services.records.read((db) => counts(db, account));
  return {
    SummaryMap: {
      Users: users,
      UsersQuota: limits.USERS_PER_ACCOUNT_MAX,
      Groups: 0,
      Roles: roles,
      RolesQuota: limits.ROLES_PER_ACCOUNT_MAX,
      Policies: policies,
      PoliciesQuota: limits.POLICIES_PER_ACCOUNT_MAX,
      PolicySizeQuota: limits.MANAGED_POLICY_SIZE_MAX,
      VersionsPerPolicyQuota: limits.POLICY_VERSIONS_MAX,
      AccessKeysPerUserQuota: limits.ACCESS_KEYS_PER_USER_MAX,
      AttachedPoliciesPerUserQuota: limits.ATTACHED_POLICIES_MAX,
      AttachedPoliciesPerRoleQuota: limits.ATTACHED_POLICIES_MAX,
      AssumeRolePolicySizeQuota: limits.TRUST_POLICY_SIZE_MAX,
      InstanceProfiles: 0,
      MFADevices: 0,
      AccountAccessKeysPresent: 0,
      AccountMFAEnabled: 0,
    },
  };
};

async function counts(db: Database, account: string): Promise<readonly [number, number, number]> {
  const count = async (table: 'iam_users' | 'iam_roles' | 'iam_policies'): Promise<number> => {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll().as('count'))
      .where('account_id', '=', account)
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  };
  return [await count('iam_users'), await count('iam_roles'), await count('iam_policies')];
}
