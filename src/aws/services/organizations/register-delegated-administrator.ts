import type { RegisterDelegatedAdministratorRequest } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { findMember } from '../../../storage/records/organization-members.ts';
import {
  type DelegationRow,
  hasServiceAccess,
  insertDelegation,
  listDelegations,
} from '../../../storage/records/organization-services.ts';
import type { OrganizationRow } from '../../../storage/records/organizations.ts';
import type { Database } from '../../../storage/records/records.ts';
import type { Operation } from '../operation.ts';
import { acceptServicePrincipal } from './accept-service-principal.ts';
import { accountArn } from './arns.ts';
import { enter } from './enter.ts';
import { entryContext } from './entry-context.ts';
import { DELEGATED_ADMINISTRATORS_MAX } from './limits.ts';

export const registerDelegatedAdministrator: Operation<RegisterDelegatedAdministratorRequest, object> = async (
  services,
  input,
  call,
) => {
  const organization = await enter(services, call, {
    action: 'RegisterDelegatedAdministrator',
    by: 'management',
    resource: (own) => accountArn(own, input.AccountId),
    context: entryContext({ servicePrincipal: input.ServicePrincipal }),
  });
  const delegation: DelegationRow = {
    organization_id: organization.id,
    account_id: input.AccountId,
    service_principal: acceptServicePrincipal(input.ServicePrincipal),
    enabled_at: call.now,
  };
  await services.records.write(async (db) => {
    await requireDelegable(db, organization, delegation);
    await insertDelegation(db, delegation);
  });
  return {};
};

async function requireDelegable(db: Database, organization: OrganizationRow, wanted: DelegationRow): Promise<void> {
  const account = await findMember(db, organization.id, wanted.account_id);
  if (!account) throw messages.accountNotFound();
  if (account.id === organization.management_account_id) {
    throw messages.constraintViolation('CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR');
  }
  if (account.status !== 'ACTIVE') {
    throw messages.constraintViolation('CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR');
  }
  if (!(await hasServiceAccess(db, organization.id, wanted.service_principal))) {
    throw messages.constraintViolation('SERVICE_ACCESS_NOT_ENABLED');
  }
  const all = await listDelegations(db, organization.id);
  const ofService = all.filter(({ service_principal }) => service_principal === wanted.service_principal);
  if (ofService.some(({ account_id }) => account_id === account.id)) throw messages.accountAlreadyRegistered();
  if (ofService.length >= DELEGATED_ADMINISTRATORS_MAX) {
    throw messages.constraintViolation('MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED');
  }
}
