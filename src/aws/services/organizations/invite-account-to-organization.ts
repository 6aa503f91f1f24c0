import type {
  HandshakeParty,
  InviteAccountToOrganizationRequest,
  InviteAccountToOrganizationResponse,
} from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { isAccountId } from '../../../model/account.ts';
import { type AccountRow, ensureAccount, findAccount, findAccountByEmail } from '../../../storage/records/accounts.ts';
import { type HandshakeRow, handshakesOfOrganization, insertHandshake } from '../../../storage/records/handshakes.ts';
import { listMembers } from '../../../storage/records/organization-members.ts';
import type { OrganizationRow } from '../../../storage/records/organizations.ts';
import type { Database } from '../../../storage/records/records.ts';
import type { Call, Operation, Services } from '../operation.ts';
import { accountArn } from './arns.ts';
import { enter } from './enter.ts';
import { entryContext } from './entry-context.ts';
import { ACCOUNTS_MAX, HANDSHAKE_LIFE_MS } from './limits.ts';
import { newHandshakeId } from './new-ids.ts';
import { isPending, toHandshake } from './to-handshake.ts';

/** Asks an account to join; it joins when it accepts. */
export const inviteAccountToOrganization: Operation<
  InviteAccountToOrganizationRequest,
  InviteAccountToOrganizationResponse
> = async (services, input, call) => {
  const { Id = '', Type } = input.Target;
  const organization = await enter(services, call, {
    action: 'InviteAccountToOrganization',
    by: 'management',
    resource: (own) => (Type === 'ACCOUNT' ? accountArn(own, Id) : '*'),
    context: entryContext({ tags: input.Tags }),
  });
  return services.records.write(async (db) => {
    const account = await findInvited(db, input.Target, { services, call });
    await requireFree(db, { organization, account, now: call.now });
    const handshake: HandshakeRow = {
      id: newHandshakeId(services.random),
      organization_id: organization.id,
      action: 'INVITE',
      account_id: account.id,
      state: 'OPEN',
      requested_at: call.now,
      expires_at: call.now + HANDSHAKE_LIFE_MS,
      notes: input.Notes ?? null,
      parent_id: null,
    };
    await insertHandshake(db, handshake);
    return { Handshake: await toHandshake(db, { organization, handshake }, call.now) };
  });
};

async function findInvited(
  db: Database,
  { Id = '', Type }: HandshakeParty,
  { services, call }: { services: Services; call: Call },
): Promise<AccountRow> {
  if (Type === 'ACCOUNT' && services.isDev && isAccountId(Id)) await ensureAccount(db, Id, call.now);
  const account =
    Type === 'ACCOUNT' ? await findAccount(db, Id) : Type === 'EMAIL' ? await findAccountByEmail(db, Id) : undefined;
  if (!account) throw messages.invalidInput('INVALID_PARTY_TYPE_TARGET');
  return account;
}

async function requireFree(
  db: Database,
  { organization, account, now }: { organization: OrganizationRow; account: AccountRow; now: number },
): Promise<void> {
  if (account.organization_id !== null) throw messages.handshakeConstraint('ALREADY_IN_AN_ORGANIZATION');
  const handshakes = await handshakesOfOrganization(db, organization.id);
  const all = handshakes.filter((handshake) => isPending(handshake, now));
  const open = all.filter(({ action }) => action === 'INVITE');
  if (all.some(({ action }) => action === 'ENABLE_ALL_FEATURES')) {
    throw messages.handshakeConstraint('INVITE_DISABLED_DURING_ENABLE_ALL_FEATURES');
  }
  if (open.some(({ account_id }) => account_id === account.id)) throw messages.duplicateHandshake();
  const members = await listMembers(db, organization.id);
  if (members.length + open.length >= ACCOUNTS_MAX) throw messages.constraintViolation('ACCOUNT_NUMBER_LIMIT_EXCEEDED');
}
