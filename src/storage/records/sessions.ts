import type { Principal } from '../../model/principal.ts';
import type { Database } from './records.ts';

/** Temporary credentials of STS, as they rest. */
export interface StoredSession {
  readonly accessKeyId: string;
  readonly principal: Principal;
  readonly tokenHash: string;
  readonly secretSealed: Uint8Array;
  readonly createdAt: number;
  readonly expiresAt: number;
}

export async function insertSession(db: Database, session: StoredSession): Promise<void> {
  await db
    .insertInto('sts_sessions')
    .values({
      access_key_id: session.accessKeyId,
      account_id: session.principal.account,
      token_hash: session.tokenHash,
      secret_sealed: session.secretSealed,
      principal: JSON.stringify(session.principal),
      created_at: session.createdAt,
      expires_at: session.expiresAt,
    })
    .execute();
}

export async function findSession(db: Database, accessKeyId: string): Promise<StoredSession | undefined> {
  const row = await db
    .selectFrom('sts_sessions')
    .selectAll()
    .where('access_key_id', '=', accessKeyId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    accessKeyId: row.access_key_id,
    principal: JSON.parse(row.principal) as Principal,
    tokenHash: row.token_hash,
    secretSealed: row.secret_sealed,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}

/** Forgets sessions that ended before `before`: until then a late request still learns that its token has expired. */
export async function deleteSessionsExpiredBefore(db: Database, before: number): Promise<void> {
  await db.deleteFrom('sts_sessions').where('expires_at', '<', before).execute();
}
