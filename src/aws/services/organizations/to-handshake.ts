import type { Handshake, HandshakeResource, HandshakeState } from '@aws-sdk/client-organizations';
import { findAccount } from '../../../storage/records/accounts.ts';
import type { HandshakeRow } from '../../../storage/records/handshakes.ts';
import type { OrganizationRow } from '../../../storage/records/organizations.ts';
import type { Database } from '../../../storage/records/records.ts';
import { handshakeArn } from './arns.ts';

/** The state as it is now: an invitation that nobody answered in time is EXPIRED. */
export function handshakeState({ state, expires_at }: HandshakeRow, now: number): HandshakeState {
  return state === 'OPEN' && now >= expires_at ? 'EXPIRED' : (state as HandshakeState);
}

/** An invitation as both parties see it. */
export async function toHandshake(
  db: Database,
  { organization, handshake }: { organization: OrganizationRow; handshake: HandshakeRow },
  now: number,
): Promise<Handshake> {
  const management = await findAccount(db, organization.management_account_id);
  const resources: HandshakeResource[] = [
    {
      Type: 'ORGANIZATION',
      Value: organization.id,
      Resources: [
        { Type: 'MASTER_EMAIL', Value: management?.email ?? '' },
        { Type: 'MASTER_NAME', Value: management?.name ?? '' },
        { Type: 'ORGANIZATION_FEATURE_SET', Value: organization.feature_set },
      ],
    },
    { Type: 'ACCOUNT', Value: handshake.account_id },
    ...(handshake.notes === null ? [] : [{ Type: 'NOTES' as const, Value: handshake.notes }]),
  ];
  return {
    Id: handshake.id,
    Arn: handshakeArn(organization, handshake),
    // A party is named without the prefix of its id.
    Parties: [
      { Id: organization.id.slice('o-'.length), Type: 'ORGANIZATION' },
      { Id: handshake.account_id, Type: 'ACCOUNT' },
    ],
    State: handshakeState(handshake, now),
    RequestedTimestamp: new Date(handshake.requested_at),
    ExpirationTimestamp: new Date(handshake.expires_at),
    Action: handshake.action as 'INVITE',
    Resources: resources,
  };
}
