import type { AccountId } from '../model/account.ts';
import type { Principal } from '../model/principal.ts';
import { ensureAccount } from '../storage/records/accounts.ts';
import { findUser, insertUser, UNIQUE_ID_ALPHABET, type UserRow } from '../storage/records/iam.ts';
import { attachPolicy } from '../storage/records/iam-policies.ts';
import type { Database } from '../storage/records/records.ts';
import { InvariantError } from '../util/invariant.ts';
import { administratorAccess } from './managed-policies/administrator-access.ts';
import { managedPolicyArn } from './managed-policies/managed-policy.ts';

const NAME = 'admin';
const POLICY = managedPolicyArn(administratorAccess);

/**
 * The administrator that dev mode's twelve-digit access keys stand for: a user, since root may not assume roles. Nothing until account,
 * user and policy are there.
 */
export async function findDevelopmentAdministrator(db: Database, account: AccountId): Promise<Principal | undefined> {
  const user = await db
    .selectFrom('iam_users')
    .innerJoin('accounts', 'accounts.id', 'iam_users.account_id')
    .innerJoin('iam_attached_policies', (join) =>
      join
        .onRef('iam_attached_policies.account_id', '=', 'iam_users.account_id')
        .onRef('iam_attached_policies.owner_name', '=', 'iam_users.name')
        .on('owner_kind', '=', 'user')
        .on('policy_arn', '=', POLICY),
    )
    .selectAll('iam_users')
    .where('iam_users.account_id', '=', account)
    .where('iam_users.name', '=', NAME)
    .executeTakeFirst();
  return user && toUserPrincipal(user);
}

/** Makes what is missing of them. A user of that name who is there already becomes an administrator: in dev mode the name is taken. */
export async function makeDevelopmentAdministrator(db: Database, account: AccountId, now: number): Promise<Principal> {
  await ensureAccount(db, account, now);
  const there = await findUser(db, account, NAME);
  const user = there ?? (await insertUser(db, { account, name: NAME, id: await newUserId(db, account) }, now));
  await attachPolicy(db, { account, kind: 'user', name: NAME }, POLICY, now);
  return toUserPrincipal(user);
}

/**
 * AIDA and 17 letters that follow from the account, so that the principal is the same whenever it comes into being. Who renamed the
 * administrator has its id still: the next one gets another.
 */
async function newUserId(db: Database, account: AccountId): Promise<string> {
  const letters = account.replace(/\d/g, (digit) => 'ABCDEFGHIJ'[Number(digit)]!);
  for (const generation of `N${UNIQUE_ID_ALPHABET}`) {
    const id = `AIDAADMI${generation}${letters}`;
    const taken = await db.selectFrom('iam_users').select('id').where('id', '=', id).executeTakeFirst();
    if (taken === undefined) return id;
  }
  throw new InvariantError('an administrator is not renamed more often than there are letters');
}

/** The principal that a user is. */
export const toUserPrincipal = (user: UserRow): Principal => ({
  kind: 'user',
  account: user.account_id,
  arn: user.arn,
  userId: user.id,
});
