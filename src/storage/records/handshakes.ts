import type { Selectable } from 'kysely';
import type { Database } from './records.ts';
import type { HandshakesTable } from './schema.ts';

export type HandshakeRow = Selectable<HandshakesTable>;

export async function findHandshake(db: Database, id: string): Promise<HandshakeRow | undefined> {
  return db.selectFrom('handshakes').selectAll().where('id', '=', id).executeTakeFirst();
}

/** By id. */
export async function handshakesOfOrganization(db: Database, organizationId: string): Promise<readonly HandshakeRow[]> {
  return db.selectFrom('handshakes').selectAll().where('organization_id', '=', organizationId).orderBy('id').execute();
}

/** By id. */
export async function handshakesOfAccount(db: Database, accountId: string): Promise<readonly HandshakeRow[]> {
  return db.selectFrom('handshakes').selectAll().where('account_id', '=', accountId).orderBy('id').execute();
}

export async function insertHandshake(db: Database, row: HandshakeRow): Promise<void> {
  await db.insertInto('handshakes').values(row).execute();
}

export async function setHandshakeState(db: Database, id: string, state: string): Promise<void> {
  await db.updateTable('handshakes').set({ state }).where('id', '=', id).execute();
}
