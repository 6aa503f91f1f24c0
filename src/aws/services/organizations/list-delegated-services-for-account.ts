import type {
  ListDelegatedServicesForAccountRequest,
  ListDelegatedServicesForAccountResponse,
} from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { findMember } from '../../../storage/records/organization-members.ts';
import { listDelegations } from '../../../storage/records/organization-services.ts';
import type { Operation } from '../operation.ts';
import { accountArn } from './arns.ts';
import { enter } from './enter.ts';
import { pageOf } from './page-of.ts';

export const listDelegatedServicesForAccount: Operation<
  ListDelegatedServicesForAccountRequest,
  ListDelegatedServicesForAccountResponse
> = async (services, input, call) => {
  const { AccountId } = input;
  const { id } = await enter(services, call, {
    action: 'ListDelegatedServicesForAccount',
    by: 'administrators',
    resource: (own) => accountArn(own, AccountId),
  });
  const own = await services.records.read(async (db) => {
    if (!(await findMember(db, id, AccountId))) throw messages.accountNotFound();
    const delegations = await listDelegations(db, id);
    return delegations.filter(({ account_id }) => account_id === AccountId);
  });
  if (own.length === 0) throw messages.accountNotRegistered();
  const { rows, next } = pageOf('ListDelegatedServicesForAccount', own, input, (row) => row.service_principal);
  return {
    DelegatedServices: rows.map(({ service_principal, enabled_at }) => ({
      ServicePrincipal: service_principal,
      DelegationEnabledDate: new Date(enabled_at),
    })),
    ...next,
  };
};
