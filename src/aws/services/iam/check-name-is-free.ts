import * as messages from '../../../messages/iam.ts';
import type { ServiceError } from '../../../messages/service-error.ts';
import type { Database } from '../../../storage/records/records.ts';
import * as limits from './limits.ts';

type Kind = 'user' | 'group' | 'role' | 'policy' | 'instance-profile';

interface Rule {
  readonly table: 'iam_users' | 'iam_groups' | 'iam_roles' | 'iam_policies' | 'iam_instance_profiles';
  readonly quota: string;
  readonly max: number;
  readonly taken: (name: string) => ServiceError;
}

const RULES: Readonly<Record<Kind, Rule>> = {
  user: {
    table: 'iam_users',
    quota: 'UsersPerAccount',
    max: limits.USERS_PER_ACCOUNT_MAX,
    taken: messages.userExists,
  },
  group: {
    table: 'iam_groups',
    quota: 'GroupsPerAccount',
    max: limits.GROUPS_PER_ACCOUNT_MAX,
    taken: messages.groupExists,
  },
  role: {
    table: 'iam_roles',
    quota: 'RolesPerAccount',
    max: limits.ROLES_PER_ACCOUNT_MAX,
    taken: messages.roleExists,
  },
  policy: {
    table: 'iam_policies',
    quota: 'PoliciesPerAccount',
    max: limits.POLICIES_PER_ACCOUNT_MAX,
    taken: messages.policyExists,
  },
  'instance-profile': {
    table: 'iam_instance_profiles',
    quota: 'InstanceProfilesPerAccount',
    max: limits.INSTANCE_PROFILES_PER_ACCOUNT_MAX,
    taken: messages.instanceProfileExists,
  },
};

/**
 * Throws EntityAlreadyExists for a name that is taken, whatever its case and path (so say the pages of CreateUser, CreateRole and their
 * kin), and LimitExceeded where the account has as many as it may.
 */
export async function checkNameIsFree(
  db: Database,
  kind: Kind,
  { account, name }: { account: string; name: string },
): Promise<void> {
  const { table, quota, max, taken } = RULES[kind];
  const rows = await db.selectFrom(table).select('name').where('account_id', '=', account).execute();
  if (rows.some((row) => row.name.toLowerCase() === name.toLowerCase())) throw taken(name);
  if (rows.length >= max) throw messages.quotaExceeded({ quota, max });
}

/** The same for a new name of something that is there: its own name in other letters is free to it. */
export async function checkNewName(
  db: Database,
  kind: Kind,
  { account, name, oldName }: { account: string; name: string; oldName: string },
): Promise<void> {
  if (name.toLowerCase() === oldName.toLowerCase()) return;
  const { table, taken } = RULES[kind];
  const rows = await db.selectFrom(table).select('name').where('account_id', '=', account).execute();
  if (rows.some((row) => row.name.toLowerCase() === name.toLowerCase())) throw taken(name);
}
