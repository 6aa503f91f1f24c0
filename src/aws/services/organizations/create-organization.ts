import type { CreateOrganizationRequest, CreateOrganizationResponse } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { ensureAccount, findAccount } from '../../../storage/records/accounts.ts';
import { joinOrganization } from '../../../storage/records/organization-members.ts';
import { ensureAwsPolicies } from '../../../storage/records/organization-policies.ts';
import { insertOrganization, type OrganizationRow, organizationOf } from '../../../storage/records/organizations.ts';
import { invariant } from '../../../util/invariant.ts';
import type { Operation } from '../operation.ts';
import { authorize } from './enter.ts';
import { newOrganizationId, newRootId } from './new-ids.ts';
import { toOrganization } from './shapes.ts';

/** The caller's account becomes the management account of a new organization: one root, no policy types enabled. */
export const createOrganization: Operation<CreateOrganizationRequest, CreateOrganizationResponse> = async (
  services,
  input,
  call,
) => {
  await authorize(services, call, { action: 'CreateOrganization' });
  const { account } = call.principal;
  const organization: OrganizationRow = {
    id: newOrganizationId(services.random),
    root_id: newRootId(services.random),
    management_account_id: account,
    feature_set: input.FeatureSet ?? 'ALL',
    created_at: call.now,
  };
  return services.records.write(async (db) => {
    if (services.isDev) await ensureAccount(db, account, call.now);
    if (await organizationOf(db, account)) throw messages.alreadyInOrganization();
    await ensureAwsPolicies(db);
    await insertOrganization(db, organization);
    await joinOrganization(db, { organization, account, method: 'INVITED' }, call.now);
    const management = await findAccount(db, account);
    invariant(management, 'a caller has an account');
    return { Organization: toOrganization(organization, management.email) };
  });
};
