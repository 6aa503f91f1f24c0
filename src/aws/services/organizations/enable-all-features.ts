import type { EnableAllFeaturesResponse } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { type HandshakeRow, insertHandshake } from '../../../storage/records/handshakes.ts';
import { listMembers } from '../../../storage/records/organization-members.ts';
import type { Operation } from '../operation.ts';
import { pendingAllFeatures } from './all-features.ts';
import { enter } from './enter.ts';
import { ALL_FEATURES_LIFE_MS } from './limits.ts';
import { newHandshakeId } from './new-ids.ts';
import { toHandshake } from './to-handshake.ts';

/**
 * Asks every invited member to approve all features. Until they have and the management account has accepted this handshake, nothing
 * changes. Created accounts are not asked. See Organizations User Guide, "Enabling all features for an organization".
 */
export const enableAllFeatures: Operation<object, EnableAllFeaturesResponse> = async (services, _input, call) => {
  const organization = await enter(services, call, { action: 'EnableAllFeatures', by: 'management' });
  return services.records.write(async (db) => {
    if (organization.feature_set === 'ALL') throw messages.handshakeConstraint('ORGANIZATION_ALREADY_HAS_ALL_FEATURES');
    if (await pendingAllFeatures(db, organization, call.now)) {
      throw messages.handshakeConstraint('ORGANIZATION_IS_ALREADY_PENDING_ALL_FEATURES_MIGRATION');
    }
    const members = await listMembers(db, organization.id);
    const asked = members.filter(
      ({ id, joined_method }) => id !== organization.management_account_id && joined_method === 'INVITED',
    );
    const handshake: HandshakeRow = {
      id: newHandshakeId(services.random),
      organization_id: organization.id,
      action: 'ENABLE_ALL_FEATURES',
      account_id: organization.management_account_id,
      state: asked.length > 0 ? 'REQUESTED' : 'OPEN',
      requested_at: call.now,
      expires_at: call.now + ALL_FEATURES_LIFE_MS,
      notes: null,
      parent_id: null,
    };
    await insertHandshake(db, handshake);
    for (const { id } of asked) {
      const own = { id: newHandshakeId(services.random), account_id: id, parent_id: handshake.id };
      await insertHandshake(db, { ...handshake, ...own, action: 'APPROVE_ALL_FEATURES', state: 'OPEN' });
    }
    return { Handshake: await toHandshake(db, { organization, handshake }, call.now) };
  });
};
