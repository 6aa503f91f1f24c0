import type { DeregisterDelegatedAdministratorRequest } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { findMember } from '../../../storage/records/organization-members.ts';
import { deleteDelegation } from '../../../storage/records/organization-services.ts';
import type { Operation } from '../operation.ts';
import { acceptServicePrincipal } from './accept-service-principal.ts';
import { accountArn } from './arns.ts';
import { enter } from './enter.ts';
import { entryContext } from './entry-context.ts';

export const deregisterDelegatedAdministrator: Operation<DeregisterDelegatedAdministratorRequest, object> = async (
  services,
  input,
  call,
) => {
  const { id } = await enter(services, call, {
    action: 'DeregisterDelegatedAdministrator',
    by: 'management',
    resource: (own) => accountArn(own, input.AccountId),
    context: entryContext({ servicePrincipal: input.ServicePrincipal }),
  });
  const service = acceptServicePrincipal(input.ServicePrincipal);
  await services.records.write(async (db) => {
    if (!(await findMember(db, id, input.AccountId))) throw messages.accountNotFound();
    const delegation = { organization_id: id, account_id: input.AccountId, service_principal: service };
    if (!(await deleteDelegation(db, delegation))) throw messages.accountNotRegistered();
  });
  return {};
};
