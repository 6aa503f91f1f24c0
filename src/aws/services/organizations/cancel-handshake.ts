import type { CancelHandshakeRequest, CancelHandshakeResponse } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { setHandshakeState } from '../../../storage/records/handshakes.ts';
import type { Operation } from '../operation.ts';
import { cancelApprovals } from './all-features.ts';
import { authorizeHandshake, findOwnHandshake, requireOpen } from './open-handshake.ts';
import { isPending, toHandshake } from './to-handshake.ts';

/** The asking side takes its invitation or request back, the approvals of all features with it. */
export const cancelHandshake: Operation<CancelHandshakeRequest, CancelHandshakeResponse> = async (
  services,
  input,
  call,
) => {
  await authorizeHandshake(services, call, { action: 'CancelHandshake', id: input.HandshakeId });
  return services.records.write(async (db) => {
    const { handshake, organization } = await findOwnHandshake(db, input.HandshakeId, call.principal.account);
    if (call.principal.account !== organization.management_account_id) throw messages.notForThisAccount();
    if (handshake.state !== 'REQUESTED' || !isPending(handshake, call.now)) {
      requireOpen(handshake, { wanted: 'CANCELED', now: call.now });
    }
    await setHandshakeState(db, handshake.id, 'CANCELED');
    await cancelApprovals(db, handshake, call.now);
    const canceled = { ...handshake, state: 'CANCELED' };
    return { Handshake: await toHandshake(db, { organization, handshake: canceled }, call.now) };
  });
};
