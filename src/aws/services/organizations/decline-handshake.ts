import type { DeclineHandshakeRequest, DeclineHandshakeResponse } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { setHandshakeState } from '../../../storage/records/handshakes.ts';
import type { Operation } from '../operation.ts';
import { authorizeHandshake, findOwnHandshake, requireOpen } from './open-handshake.ts';
import { toHandshake } from './to-handshake.ts';

/** The no of the account that was asked. */
export const declineHandshake: Operation<DeclineHandshakeRequest, DeclineHandshakeResponse> = async (
  services,
  input,
  call,
) => {
  await authorizeHandshake(services, call, { action: 'DeclineHandshake', id: input.HandshakeId });
  return services.records.write(async (db) => {
    const { handshake, organization } = await findOwnHandshake(db, input.HandshakeId, call.principal.account);
    const isAsked = call.principal.account === handshake.account_id && handshake.action !== 'ENABLE_ALL_FEATURES';
    if (!isAsked) throw messages.notForThisAccount();
    requireOpen(handshake, { wanted: 'DECLINED', now: call.now });
    await setHandshakeState(db, handshake.id, 'DECLINED');
    const declined = { ...handshake, state: 'DECLINED' };
    return { Handshake: await toHandshake(db, { organization, handshake: declined }, call.now) };
  });
};
