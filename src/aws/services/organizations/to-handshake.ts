import type { ActionType, Handshake, HandshakeResource, HandshakeState } from '@aws-sdk/client-organizations';
import { findAccount } from '../../../storage/records/accounts.ts';
import type { HandshakeRow } from '../../../storage/records/handshakes.ts';
import type { OrganizationRow } from '../../../storage/records/organizations.ts';
import type { Database } from '../../../storage/records/records.ts';
import { handshakeArn } from './arns.ts';

/** The state as it is now: a handshake that was not completed in time is EXPIRED. */
export function handshakeState({ state, expires_at }: HandshakeRow, now: number): HandshakeState {
  return (state === 'OPEN' || state === 'REQUESTED') && now >= expires_at ? 'EXPIRED' : (state as HandshakeState);
}

/** Whether an answer is still awaited. */
export const isPending = (handshake: HandshakeRow, now: number): boolean =>
  ['OPEN', 'REQUESTED'].includes(handshakeState(handshake, now));

/** A handshake as its parties see it. Enabling all features has the organization for its only party. */
export async function toHandshake(
  db: Database,
  { organization, handshake }: { organization: OrganizationRow; handshake: HandshakeRow },
  now: number,
): Promise<Handshake> {
  return {
    Id: handshake.id,
    Arn: handshakeArn(organization, handshake),
    // A party is named without the prefix of its id.
    Parties: [
      { Id: organization.id.slice('o-'.length), Type: 'ORGANIZATION' },
      ...(handshake.action === 'ENABLE_ALL_FEATURES' ? [] : [{ Id: handshake.account_id, Type: 'ACCOUNT' as const }]),
    ],
    State: handshakeState(handshake, now),
    RequestedTimestamp: new Date(handshake.requested_at),
    ExpirationTimestamp: new Date(handshake.expires_at),
    Action: handshake.action as ActionType,
    Resources: await resourcesOf(db, organization, handshake),
  };
}

async function resourcesOf(
  db: Database,
  organization: OrganizationRow,
  { action, account_id, notes, parent_id }: HandshakeRow,
): Promise<HandshakeResource[]> {
  if (action !== 'INVITE') {
    return [
      { Type: 'ORGANIZATION', Value: organization.id },
      ...(parent_id === null ? [] : [{ Type: 'PARENT_HANDSHAKE' as const, Value: parent_id }]),
    ];
  }
  const management = await findAccount(db, organization.management_account_id);
  return [
    {
      Type: 'ORGANIZATION',
      Value: organization.id,
      Resources: [
        { Type: 'MASTER_EMAIL', Value: management?.email ?? '' },
        { Type: 'MASTER_NAME', Value: management?.name ?? '' },
        { Type: 'ORGANIZATION_FEATURE_SET', Value: organization.feature_set },
      ],
    },
    { Type: 'ACCOUNT', Value: account_id },
    ...(notes === null ? [] : [{ Type: 'NOTES' as const, Value: notes }]),
  ];
}
