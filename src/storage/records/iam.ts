import type { Selectable } from 'kysely';
import { isAccountId } from '../../model/account.ts';
import { parseArn } from '../../model/arn.ts';
import { type Random, randomString } from '../../util/random.ts';
import { attachPolicy } from './iam-policies.ts';
import type { Database } from './records.ts';
import type { IamRolesTable, IamUsersTable } from './schema.ts';
import { serviceLinkedRoleOf } from './service-linked-roles.ts';

export type RoleRow = Selectable<IamRolesTable>;
export type UserRow = Selectable<IamUsersTable>;

export type UniqueIdPrefix = 'AROA' | 'AIDA' | 'ANPA' | 'AGPA' | 'AIPA';

/** `AROA` and 17 characters of A-Z and 2-7: what policies keep of a principal whose name may be given away again. */
export function newUniqueId(random: Random, prefix: UniqueIdPrefix): string {
  return prefix + randomString(random, { alphabet: UNIQUE_ID_ALPHABET, count: 17 });
}

export const UNIQUE_ID_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export const toRoleArn = (account: string, path: string, name: string): string =>
  `arn:aws:iam::${account}:role${path}${name}`;

export const toUserArn = (account: string, path: string, name: string): string =>
  `arn:aws:iam::${account}:user${path}${name}`;

/** Nothing where the account has no such role. Names differ in more than case. */
export async function findRole(db: Database, account: string, name: string): Promise<RoleRow | undefined> {
  return db
    .selectFrom('iam_roles')
    .selectAll()
    .where('account_id', '=', account)
    .where('name', '=', name)
    .executeTakeFirst();
}

export async function findRoleByArn(db: Database, arn: string): Promise<RoleRow | undefined> {
  return db.selectFrom('iam_roles').selectAll().where('arn', '=', arn).executeTakeFirst();
}

export async function findUser(db: Database, account: string, name: string): Promise<UserRow | undefined> {
  return db
    .selectFrom('iam_users')
    .selectAll()
    .where('account_id', '=', account)
    .where('name', '=', name)
    .executeTakeFirst();
}

export async function findUserByArn(db: Database, arn: string): Promise<UserRow | undefined> {
  return db.selectFrom('iam_users').selectAll().where('arn', '=', arn).executeTakeFirst();
}

export interface NewRole {
  readonly account: string;
  readonly name: string;
  readonly trustPolicy: string;
  /** `/` where none is given. */
  readonly path?: string;
  readonly description?: string | undefined;
  readonly maxSessionSeconds?: number;
  readonly boundaryArn?: string | undefined;
  readonly linkedService?: string;
}

/** Writes a role whose name is free; the caller has looked. */
export async function insertRole(db: Database, role: NewRole, now: number, random: Random): Promise<RoleRow> {
  const path = role.path ?? '/';
  const row: RoleRow = {
    account_id: role.account,
    name: role.name,
    path,
    id: newUniqueId(random, 'AROA'),
    arn: toRoleArn(role.account, path, role.name),
    trust_policy: role.trustPolicy,
    description: role.description ?? null,
    max_session_seconds: role.maxSessionSeconds ?? 3600,
    boundary_arn: role.boundaryArn ?? null,
    linked_service: role.linkedService ?? null,
    created_at: now,
    last_used_at: null,
    last_used_region: null,
  };
  await db.insertInto('iam_roles').values(row).execute();
  return row;
}

export async function setRoleUse(
  db: Database,
  id: string,
  { at, region }: { at: number; region: string },
): Promise<void> {
  await db.updateTable('iam_roles').set({ last_used_at: at, last_used_region: region }).where('id', '=', id).execute();
}

export interface NewUser {
  readonly account: string;
  readonly name: string;
  readonly id: string;
  readonly path?: string;
  readonly boundaryArn?: string | undefined;
}

/** Writes a user whose name is free; the caller has looked. */
export async function insertUser(db: Database, user: NewUser, now: number): Promise<UserRow> {
  const path = user.path ?? '/';
  const row: UserRow = {
    account_id: user.account,
    name: user.name,
    path,
    id: user.id,
    arn: toUserArn(user.account, path, user.name),
    boundary_arn: user.boundaryArn ?? null,
    created_at: now,
  };
  await db.insertInto('iam_users').values(row).execute();
  return row;
}

/**
 * The role through which `service` (`backup.amazonaws.com`) acts in the account; it comes into being on first use, with its policy.
 * Throws InvariantError for a service that has no such role.
 */
export async function ensureServiceLinkedRole(
  db: Database,
  account: string,
  service: string,
  now: number,
  random: Random,
): Promise<RoleRow> {
  const linked = serviceLinkedRoleOf(service);
  const there = await findRole(db, account, linked.roleName);
  if (there !== undefined) return there;
  const role = await insertRole(
    db,
    {
      account,
      name: linked.roleName,
      path: `/aws-service-role/${service}/`,
      trustPolicy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
      }),
      linkedService: service,
    },
    now,
    random,
  );
  await attachPolicy(db, { account, kind: 'role', name: role.name }, linked.policyArn, now);
  return role;
}

/**
 * Whether an AWS principal as policies write it exists: account id, account root, user, role, session of a role or user, unique id.
 * Key policies, vault access policies and trust policies refuse one that does not. `*` and services are for the caller to tell apart.
 */
export async function principalExists(db: Database, principal: string): Promise<boolean> {
  if (isAccountId(principal)) return accountExists(db, principal);
  if (/^A(ROA|IDA)[A-Z2-7]{17}$/.test(principal)) return uniqueIdExists(db, principal);
  const arn = parseArn(principal);
  if (arn === undefined || arn.region !== '' || !isAccountId(arn.account)) return false;
  if (arn.service === 'sts') return sessionCanExist(db, arn.account, arn.resource);
  if (arn.service !== 'iam') return false;
  if (arn.resource === 'root') return accountExists(db, arn.account);
  if (arn.resource.startsWith('role/')) return (await findRoleByArn(db, principal)) !== undefined;
  return arn.resource.startsWith('user/') && (await findUserByArn(db, principal)) !== undefined;
}

async function accountExists(db: Database, account: string): Promise<boolean> {
  const row = await db.selectFrom('accounts').select('id').where('id', '=', account).executeTakeFirst();
  return row !== undefined;
}

async function uniqueIdExists(db: Database, id: string): Promise<boolean> {
  const table = id.startsWith('AROA') ? 'iam_roles' : 'iam_users';
  return (await db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

/** A session leaves no trace that outlives it, so the role it would come from is what counts. */
async function sessionCanExist(db: Database, account: string, resource: string): Promise<boolean> {
  const role = /^assumed-role\/([\w+=,.@-]+)\/[\w+=,.@-]{2,64}$/.exec(resource)?.[1];
  if (role !== undefined) return (await findRole(db, account, role)) !== undefined;
  return /^federated-user\/[\w+=,.@-]{2,32}$/.test(resource) && accountExists(db, account);
}
