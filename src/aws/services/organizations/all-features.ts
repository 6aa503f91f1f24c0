import { type HandshakeRow, handshakesOfOrganization, setHandshakeState } from '../../../storage/records/handshakes.ts';
import type { OrganizationRow } from '../../../storage/records/organizations.ts';
import type { Database } from '../../../storage/records/records.ts';
import { isPending } from './to-handshake.ts';

/** The handshake by which the organization is on its way to all features; nothing where it is not. */
export async function pendingAllFeatures(
  db: Database,
  organization: OrganizationRow,
  now: number,
): Promise<HandshakeRow | undefined> {
  const handshakes = await handshakesOfOrganization(db, organization.id);
  return handshakes.find((handshake) => handshake.action === 'ENABLE_ALL_FEATURES' && isPending(handshake, now));
}

/** Opens the way to all features for the management account's last word once no approval is awaited any more. */
export async function openAllFeatures(db: Database, organization: OrganizationRow, now: number): Promise<void> {
  const enabling = await pendingAllFeatures(db, organization, now);
  if (!enabling) return;
  const approvals = await approvalsFor(db, enabling);
  const isDone = approvals.every(({ state }) => state === 'ACCEPTED' || state === 'CANCELED');
  if (isDone) await setHandshakeState(db, enabling.id, 'OPEN');
}

/** Takes back what is still awaited from the members when the whole is canceled. */
export async function cancelApprovals(db: Database, enabling: HandshakeRow, now: number): Promise<void> {
  for (const approval of await approvalsFor(db, enabling)) {
    if (isPending(approval, now)) await setHandshakeState(db, approval.id, 'CANCELED');
  }
}

/** A member that has gone is not asked any more. */
export async function withdrawApproval(
  db: Database,
  { organization, account, now }: { organization: OrganizationRow; account: string; now: number },
): Promise<void> {
  const enabling = await pendingAllFeatures(db, organization, now);
  if (!enabling) return;
  const approvals = await approvalsFor(db, enabling);
  const own = approvals.find(({ account_id }) => account_id === account);
  if (own) await setHandshakeState(db, own.id, 'CANCELED');
  await openAllFeatures(db, organization, now);
}

async function approvalsFor(db: Database, enabling: HandshakeRow): Promise<readonly HandshakeRow[]> {
  const handshakes = await handshakesOfOrganization(db, enabling.organization_id);
  return handshakes.filter(({ parent_id }) => parent_id === enabling.id);
}
