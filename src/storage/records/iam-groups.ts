import type { Selectable } from 'kysely';
import type { UserRow } from './iam.ts';
import type { Database } from './records.ts';
import type { IamGroupsTable } from './schema.ts';

export type GroupRow = Selectable<IamGroupsTable>;

export const toGroupArn = (account: string, path: string, name: string): string =>
  `arn:aws:iam::${account}:group${path}${name}`;

/** Nothing where the account has no such group. */
export async function findGroup(db: Database, account: string, name: string): Promise<GroupRow | undefined> {
  return db
    .selectFrom('iam_groups')
    .selectAll()
    .where('account_id', '=', account)
    .where('name', '=', name)
    .executeTakeFirst();
}

/** The groups that a user is in, by name. */
export async function groupsOf(db: Database, account: string, userName: string): Promise<readonly GroupRow[]> {
  return db
    .selectFrom('iam_groups')
    .innerJoin('iam_group_members as member', (join) =>
      join.onRef('member.account_id', '=', 'iam_groups.account_id').onRef('member.group_name', '=', 'iam_groups.name'),
    )
    .selectAll('iam_groups')
    .where('member.account_id', '=', account)
    .where('member.user_name', '=', userName)
    .orderBy('iam_groups.name')
    .execute();
}

/** The users in a group, by name. */
export async function membersOf(db: Database, account: string, groupName: string): Promise<readonly UserRow[]> {
  return db
    .selectFrom('iam_users')
    .innerJoin('iam_group_members as member', (join) =>
      join.onRef('member.account_id', '=', 'iam_users.account_id').onRef('member.user_name', '=', 'iam_users.name'),
    )
    .selectAll('iam_users')
    .where('member.account_id', '=', account)
    .where('member.group_name', '=', groupName)
    .orderBy('iam_users.name')
    .execute();
}

export interface Membership {
  readonly account: string;
  readonly groupName: string;
  readonly userName: string;
}

/** Joining twice is joining once. */
export async function addMember(db: Database, { account, groupName, userName }: Membership): Promise<void> {
  await db
    .insertInto('iam_group_members')
    .values({ account_id: account, group_name: groupName, user_name: userName })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** False where the user was not in the group. */
export async function removeMember(db: Database, { account, groupName, userName }: Membership): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('iam_group_members')
    .where('account_id', '=', account)
    .where('group_name', '=', groupName)
    .where('user_name', '=', userName)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
