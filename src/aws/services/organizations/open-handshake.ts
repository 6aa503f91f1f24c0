import * as messages from '../../../messages/organizations.ts';
import { findHandshake, type HandshakeRow } from '../../../storage/records/handshakes.ts';
import { findOrganization, type OrganizationRow } from '../../../storage/records/organizations.ts';
import type { Database } from '../../../storage/records/records.ts';
import { handshakeState } from './to-handshake.ts';

export interface OpenHandshake {
  readonly handshake: HandshakeRow;
  readonly organization: OrganizationRow;
}

/** The handshake with its organization, if `account` is one of its two parties; else HandshakeNotFoundException. */
export async function findOwnHandshake(db: Database, id: string, account: string): Promise<OpenHandshake> {
  const handshake = await findHandshake(db, id);
  const organization = handshake && (await findOrganization(db, handshake.organization_id));
  if (!handshake || !organization) throw messages.handshakeNotFound();
  const isParty = account === handshake.account_id || account === organization.management_account_id;
  if (!isParty) throw messages.handshakeNotFound();
  return { handshake, organization };
}

/** Throws unless the handshake waits for an answer; `wanted` is the state that it is to get. */
export function requireOpen(handshake: HandshakeRow, { wanted, now }: { wanted: string; now: number }): void {
  const state = handshakeState(handshake, now);
  if (state === wanted) throw messages.handshakeAlreadyInState();
  if (state !== 'OPEN') throw messages.invalidHandshakeTransition();
}
