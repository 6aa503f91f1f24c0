import type { AcceptHandshakeRequest, AcceptHandshakeResponse } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { setHandshakeState } from '../../../storage/records/handshakes.ts';
import { joinOrganization, listMembers } from '../../../storage/records/organization-members.ts';
import { organizationOf } from '../../../storage/records/organizations.ts';
import type { Operation } from '../operation.ts';
import { ACCOUNTS_MAX } from './limits.ts';
import { authorizeHandshake, findOwnHandshake, requireOpen } from './open-handshake.ts';
import { toHandshake } from './to-handshake.ts';

/** The invited account joins, right under the root. No role is made in it: that is for accounts which the organization creates. */
export const acceptHandshake: Operation<AcceptHandshakeRequest, AcceptHandshakeResponse> = async (
  services,
  input,
  call,
) => {
  await authorizeHandshake(services, call, { action: 'AcceptHandshake', id: input.HandshakeId });
  const { account } = call.principal;
  return services.records.write(async (db) => {
    const { handshake, organization } = await findOwnHandshake(db, input.HandshakeId, account);
    if (account !== handshake.account_id) throw messages.notForThisAccount();
    requireOpen(handshake, { wanted: 'ACCEPTED', now: call.now });
    if (await organizationOf(db, account)) throw messages.handshakeConstraint('ALREADY_IN_AN_ORGANIZATION');
    const members = await listMembers(db, organization.id);
    if (members.length >= ACCOUNTS_MAX) throw messages.handshakeConstraint('ACCOUNT_NUMBER_LIMIT_EXCEEDED');
    await joinOrganization(db, { organization, account, method: 'INVITED' }, call.now);
    await setHandshakeState(db, handshake.id, 'ACCEPTED');
    const accepted = { ...handshake, state: 'ACCEPTED' };
    return { Handshake: await toHandshake(db, { organization, handshake: accepted }, call.now) };
  });
};
