import type { AcceptHandshakeRequest, AcceptHandshakeResponse } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { setHandshakeState } from '../../../storage/records/handshakes.ts';
import { joinOrganization, listMembers } from '../../../storage/records/organization-members.ts';
import { enableAllFeatures, type OrganizationRow, organizationOf } from '../../../storage/records/organizations.ts';
import { reconcilePolicyPlans } from '../../../storage/records/policy-plans.ts';
import type { Database } from '../../../storage/records/records.ts';
import type { Operation } from '../operation.ts';
import { openAllFeatures } from './all-features.ts';
import { ACCOUNTS_MAX } from './limits.ts';
import { authorizeHandshake, findOwnHandshake, requireOpen } from './open-handshake.ts';
import { toHandshake } from './to-handshake.ts';

/** What the handshake was for happens: an account joins, a member approves of all features, or the organization gets them. */
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
    if (handshake.action === 'INVITE') {
      await join(db, { organization, account }, call.now);
      await reconcilePolicyPlans(db, organization.id, { now: call.now, random: services.random });
    }
    if (handshake.action === 'ENABLE_ALL_FEATURES') await enableAllFeatures(db, organization.id);
    await setHandshakeState(db, handshake.id, 'ACCEPTED');
    if (handshake.action === 'APPROVE_ALL_FEATURES') await openAllFeatures(db, organization, call.now);
    const accepted = { ...handshake, state: 'ACCEPTED' };
    return { Handshake: await toHandshake(db, { organization, handshake: accepted }, call.now) };
  });
};

/** Right under the root. No role is made in the account: that is for accounts which the organization creates. */
async function join(
  db: Database,
  { organization, account }: { organization: OrganizationRow; account: string },
  now: number,
): Promise<void> {
  if (await organizationOf(db, account)) throw messages.handshakeConstraint('ALREADY_IN_AN_ORGANIZATION');
  const members = await listMembers(db, organization.id);
  if (members.length >= ACCOUNTS_MAX) throw messages.handshakeConstraint('ACCOUNT_NUMBER_LIMIT_EXCEEDED');
  await joinOrganization(db, { organization, account, method: 'INVITED' }, now);
}
