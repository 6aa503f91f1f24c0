import { type AccountId, parseAccountId } from '../model/account.ts';
import type { Sealer } from '../secrets/sealer.ts';
import { findAccessKey } from '../storage/records/access-keys.ts';
import { findRoleByArn, findUser, findUserByArn } from '../storage/records/iam.ts';
import type { Database, Records } from '../storage/records/records.ts';
import { Remembered } from '../storage/records/remembered.ts';
import { findSession, type StoredSession } from '../storage/records/sessions.ts';
import type { Clock } from '../util/clock.ts';
import { createUseNotes } from './create-use-notes.ts';
import type { Credential, Credentials } from './credentials.ts';
import {
  findDevelopmentAdministrator,
  makeDevelopmentAdministrator,
  toUserPrincipal,
} from './development-administrator.ts';
import { accessKeyPurpose, sessionPurpose } from './sealing-purposes.ts';

/**
 * Credentials from the records, remembered until the next commit: long-lived keys of users (AKIA…), sessions of STS (ASIA…), and in dev
 * mode the accounts' own ids, whose administrators come into being when they are first used.
 */
export function createCredentials({
  records,
  sealer,
  clock,
  isDev,
}: {
  records: Records;
  sealer: Sealer;
  clock: Clock;
  isDev: boolean;
}): Credentials {
  const remembered = new Remembered<Credential | undefined>(records);
  const parts: Parts = { records, sealer, noteUse: createUseNotes({ records, clock }) };
  return {
    async find(accessKeyId) {
      const account = isDev ? developmentAccount(accessKeyId) : undefined;
      if (account !== undefined)
        return remembered.find(account, () => developmentCredential(records, account, clock.now()));
      if (accessKeyId.startsWith('AKIA'))
        return remembered.find(accessKeyId, () => longLivedCredential(parts, accessKeyId));
      if (accessKeyId.startsWith('ASIA'))
        return remembered.find(accessKeyId, () => sessionCredential(parts, accessKeyId));
      return undefined;
    },
  };
}

/** `test` is what the tutorials of every emulator say. */
const developmentAccount = (accessKeyId: string): AccountId | undefined =>
  parseAccountId(accessKeyId === 'test' ? '000000000000' : accessKeyId);

async function developmentCredential(records: Records, account: AccountId, now: number): Promise<Credential> {
  const known = await records.read((db) => findDevelopmentAdministrator(db, account));
  const principal = known ?? (await records.write((db) => makeDevelopmentAdministrator(db, account, now)));
  return { principal, secret: 'any-secret', isActive: true };
}

interface Parts {
  readonly records: Records;
  readonly sealer: Sealer;
  readonly noteUse: ReturnType<typeof createUseNotes>;
}

async function longLivedCredential(
  { records, sealer, noteUse }: Parts,
  accessKeyId: string,
): Promise<Credential | undefined> {
  const found = await records.read(async (db) => {
    const key = await findAccessKey(db, accessKeyId);
    const user = key && (await findUser(db, key.account_id, key.user_name));
    return user && { key, user };
  });
  if (found === undefined) return undefined;
  return {
    principal: toUserPrincipal(found.user),
    secret: sealer.open(found.key.secret_sealed, accessKeyPurpose(accessKeyId)),
    isActive: found.key.status === 'Active',
    noteUse: (use) => noteUse({ accessKeyId }, use),
  };
}

async function sessionCredential(
  { records, sealer, noteUse }: Parts,
  accessKeyId: string,
): Promise<Credential | undefined> {
  const session = await records.read(async (db) => {
    const stored = await findSession(db, accessKeyId);
    return stored && (await hasBearer(db, stored)) ? stored : undefined;
  });
  if (session === undefined) return undefined;
  const { kind, userId } = session.principal;
  const [roleId = ''] = userId.split(':', 1);
  return {
    principal: session.principal,
    secret: sealer.open(session.secretSealed, sessionPurpose(accessKeyId)),
    tokenHash: session.tokenHash,
    expiresAt: session.expiresAt,
    isActive: true,
    ...(kind === 'role' && { noteUse: (use) => noteUse({ roleId }, use) }),
  };
}

/** A session dies with the role or user that it is a session of; one of the same name that comes later is somebody else. */
async function hasBearer(db: Database, { principal }: StoredSession): Promise<boolean> {
  const { kind, arn, userId } = principal.issuer ?? principal;
  if (kind === 'role') return (await findRoleByArn(db, arn))?.id === userId.split(':', 1)[0];
  if (kind === 'user') return (await findUserByArn(db, arn))?.id === userId;
  return true;
}
