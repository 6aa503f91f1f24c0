import type { Selectable } from 'kysely';
import { invariant } from '../../util/invariant.ts';
import { type Random, randomString } from '../../util/random.ts';
import type { Database } from './records.ts';
import type { AccountsTable } from './schema.ts';

export type AccountRow = Selectable<AccountsTable>;

/** Ids are drawn from 10^12: a second draw is rare, a tenth never comes. */
const DRAWS_MAX = 10;

/** Nothing where no account has this id. */
export async function findAccount(db: Database, id: string): Promise<AccountRow | undefined> {
  return db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Whether the account is there and has not been closed. */
export const isAccountActive = async (db: Database, id: string): Promise<boolean> =>
  (await findAccount(db, id))?.status === 'ACTIVE';

/** Nothing where no account has this address; addresses differ in more than case. */
export async function findAccountByEmail(db: Database, email: string): Promise<AccountRow | undefined> {
  return db.selectFrom('accounts').selectAll().where('email', '=', email).executeTakeFirst();
}

/** Dev mode: an account that nobody has heard of comes into being, outside any organization. One that is there stays as it is. */
export async function ensureAccount(db: Database, id: string, now: number): Promise<void> {
  await insert(db, { id, name: `Account ${id}`, email: `${id}@accounts.invalid` }, now, { mayExist: true });
}

export interface NewAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Writes an account whose id and address are free, outside any organization; the caller has looked. */
export async function insertAccount(db: Database, account: NewAccount, now: number): Promise<void> {
  await insert(db, account, now, { mayExist: false });
}

/** Twelve random digits that no account has yet. */
export async function newAccountId(db: Database, random: Random): Promise<string> {
  for (let draw = 0; draw < DRAWS_MAX; draw += 1) {
    const id = randomString(random, { alphabet: '0123456789', count: 12 });
    if ((await findAccount(db, id)) === undefined) return id;
  }
  invariant(false, 'an account id that is free is found in a few draws');
}

async function insert(
  db: Database,
  account: NewAccount,
  now: number,
  { mayExist }: { mayExist: boolean },
): Promise<void> {
  const row: AccountRow = {
    ...account,
    status: 'ACTIVE',
    organization_id: null,
    parent_id: null,
    joined_method: null,
    joined_at: null,
    closed_at: null,
    created_at: now,
  };
  const query = db.insertInto('accounts').values(row);
  await (mayExist ? query.onConflict((conflict) => conflict.doNothing()) : query).execute();
}
