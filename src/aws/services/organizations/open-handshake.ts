import * as messages from '../../../messages/organizations.ts';
import { findHandshake, type HandshakeRow } from '../../../storage/records/handshakes.ts';
import { findOrganization, type OrganizationRow } from '../../../storage/records/organizations.ts';
import type { Database } from '../../../storage/records/records.ts';
import type { Call, Services } from '../operation.ts';
import { handshakeArn } from './arns.ts';
import { authorize } from './enter.ts';
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

/** Asks whether the caller may do `action` with the handshake, by its ARN where it is one of its parties. Throws AccessDeniedException. */
export async function authorizeHandshake(
  services: Services,
  call: Call,
  { action, id }: { readonly action: string; readonly id: string },
): Promise<void> {
  const resource = await services.records.read(async (db) => {
    const handshake = await findHandshake(db, id);
    const organization = handshake && (await findOrganization(db, handshake.organization_id));
    const isParty = [handshake?.account_id, organization?.management_account_id].includes(call.principal.account);
    return handshake && organization && isParty ? handshakeArn(organization, handshake) : '*';
  });
  await authorize(services, call, { action, resource });
}

/** Throws unless the handshake waits for an answer; `wanted` is the state that it is to get. */
export function requireOpen(handshake: HandshakeRow, { wanted, now }: { wanted: string; now: number }): void {
  const state = handshakeState(handshake, now);
  if (state === wanted) throw messages.handshakeAlreadyInState();
  if (state !== 'OPEN') throw messages.invalidHandshakeTransition();
}
