import type { Selectable } from 'kysely';
import type { Database } from './records.ts';
import type { IamInstanceProfilesTable } from './schema.ts';

export type InstanceProfileRow = Selectable<IamInstanceProfilesTable>;

export const toInstanceProfileArn = (account: string, path: string, name: string): string =>
  `arn:aws:iam::${account}:instance-profile${path}${name}`;

/** Nothing where the account has no such instance profile. */
export async function findInstanceProfile(
  db: Database,
  account: string,
  name: string,
): Promise<InstanceProfileRow | undefined> {
  return db
    .selectFrom('iam_instance_profiles')
    .selectAll()
    .where('account_id', '=', account)
    .where('name', '=', name)
    .executeTakeFirst();
}

/** The instance profiles that a role is in, by name. */
export async function instanceProfilesOf(
  db: Database,
  account: string,
  roleName: string,
): Promise<readonly InstanceProfileRow[]> {
  return db
    .selectFrom('iam_instance_profiles')
    .selectAll()
    .where('account_id', '=', account)
    .where('role_name', '=', roleName)
    .orderBy('name')
    .execute();
}

export async function setProfileRole(db: Database, id: string, roleName: string | null): Promise<void> {
  await db.updateTable('iam_instance_profiles').set({ role_name: roleName }).where('id', '=', id).execute();
}
