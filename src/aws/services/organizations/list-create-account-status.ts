import type { ListCreateAccountStatusRequest, ListCreateAccountStatusResponse } from '@aws-sdk/client-organizations';
import { listCreateAccountRequests } from '../../../storage/records/create-account-requests.ts';
import type { Operation } from '../operation.ts';
import { enter } from './enter.ts';
import { pageOf } from './page-of.ts';
import { toCreateAccountStatus } from './shapes.ts';

export const listCreateAccountStatus: Operation<
  ListCreateAccountStatusRequest,
  ListCreateAccountStatusResponse
> = async (services, input, call) => {
  const { id } = await enter(services, call, { action: 'ListCreateAccountStatus', by: 'administrators' });
  const all = await services.records.read((db) => listCreateAccountRequests(db, id));
  const states: readonly string[] | undefined = input.States;
  const wanted = states ? all.filter(({ state }) => states.includes(state)) : all;
  const { rows, next } = pageOf('ListCreateAccountStatus', wanted, input, (row) => row.id);
  return { CreateAccountStatuses: rows.map(toCreateAccountStatus), ...next };
};
