import type { AccountId } from '../model/account.ts';
import type { Principal } from '../model/principal.ts';
import { ensureAccount } from '../storage/records/accounts.ts';
import { findUser, insertUser, toUserArn } from '../storage/records/iam.ts';
import { attachPolicy, type PolicyOwner } from '../storage/records/iam-policies.ts';
import type { Database } from '../storage/records/records.ts';
import { administratorAccess } from './managed-policies/administrator-access.ts';
import { managedPolicyArn } from './managed-policies/managed-policy.ts';

const NAME = 'admin';
const POLICY = managedPolicyArn(administratorAccess);

/** The administrator that dev mode's twelve-digit access keys stand for: a user, since root may not assume roles. */
export const developmentAdministrator = (account: AccountId): Principal => ({
  kind: 'user',
  account,
  arn: toUserArn(account, '/', NAME),
  userId: userId(account),
});

/** AIDA and 17 letters that follow from the account, so that the principal is the same whenever it comes into being. */
const userId = (account: AccountId): string =>
  `AIDAADMIN${account.replace(/\d/g, (digit) => 'ABCDEFGHIJ'[Number(digit)]!)}`;

const ownerOf = (account: AccountId): PolicyOwner => ({ account, kind: 'user', name: NAME });

/** Whether account and user are there, and the user is an administrator. */
export async function isDevelopmentReady(db: Database, account: AccountId): Promise<boolean> {
  const row = await db
    .selectFrom('iam_users')
    .innerJoin('iam_attached_policies', (join) =>
      join
        .onRef('iam_attached_policies.account_id', '=', 'iam_users.account_id')
        .onRef('iam_attached_policies.owner_name', '=', 'iam_users.name')
        .on('owner_kind', '=', 'user')
        .on('policy_arn', '=', POLICY),
    )
    .innerJoin('accounts', 'accounts.id', 'iam_users.account_id')
    .select('iam_users.id')
    .where('iam_users.account_id', '=', account)
    .where('iam_users.name', '=', NAME)
    .executeTakeFirst();
  return row?.id === userId(account);
}

/** Makes what is missing of account, user and policy. A user of that name made by hand gives way: in dev mode the name is taken. */
export async function makeDevelopmentReady(db: Database, account: AccountId, now: number): Promise<void> {
  await ensureAccount(db, account, now);
  const user = await findUser(db, account, NAME);
  if (user === undefined) {
    await insertUser(db, { account, name: NAME, id: userId(account) }, now);
  } else if (user.id !== userId(account)) {
    await db
      .updateTable('iam_users')
      .set({ id: userId(account), path: '/', arn: toUserArn(account, '/', NAME) })
      .where('account_id', '=', account)
      .where('name', '=', NAME)
      .execute();
  }
  await attachPolicy(db, ownerOf(account), POLICY, now);
}
