import type {
  DelegatedAdministrator,
  ListDelegatedAdministratorsRequest,
  ListDelegatedAdministratorsResponse,
} from '@aws-sdk/client-organizations';
import { listMembers } from '../../../storage/records/organization-members.ts';
import { listDelegations } from '../../../storage/records/organization-services.ts';
import type { Operation } from '../operation.ts';
import { enter } from './enter.ts';
import { entryContext } from './entry-context.ts';
import { pageOf } from './page-of.ts';
import { pathsIn } from './paths-in.ts';
import { toAccount } from './shapes.ts';

/** The accounts that administer a service, or any; an account is listed once, with its first delegation's time. */
export const listDelegatedAdministrators: Operation<
  ListDelegatedAdministratorsRequest,
  ListDelegatedAdministratorsResponse
> = async (services, input, call) => {
  const organization = await enter(services, call, {
    action: 'ListDelegatedAdministrators',
    by: 'administrators',
    context: entryContext({ servicePrincipal: input.ServicePrincipal }),
  });
  const service = input.ServicePrincipal;
  const { members, delegations, paths } = await services.records.read(async (db) => ({
    members: await listMembers(db, organization.id),
    delegations: await listDelegations(db, organization.id),
    paths: await pathsIn(db, organization),
  }));
  const wanted = delegations.filter(({ service_principal }) => service === undefined || service_principal === service);
  const administrators: DelegatedAdministrator[] = members.flatMap((member) => {
    const times = wanted.filter(({ account_id }) => account_id === member.id).map(({ enabled_at }) => enabled_at);
    if (times.length === 0) return [];
    // A delegated administrator has the members of an account, but no paths.
    const { Paths: _, ...account } = toAccount(organization, member, { paths, now: call.now });
    return [{ ...account, DelegationEnabledDate: new Date(Math.min(...times)) }];
  });
  const list = `ListDelegatedAdministrators ${service ?? ''}`;
  const { rows, next } = pageOf(list, administrators, input, ({ Id = '' }) => Id);
  return { DelegatedAdministrators: [...rows], ...next };
};
