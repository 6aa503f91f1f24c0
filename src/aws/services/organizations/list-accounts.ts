import type { ListAccountsRequest, ListAccountsResponse } from '@aws-sdk/client-organizations';
import { listMembers } from '../../../storage/records/organization-members.ts';
import type { Operation } from '../operation.ts';
import { enter } from './enter.ts';
import { pageOf } from './page-of.ts';
import { toAccount } from './shapes.ts';

export const listAccounts: Operation<ListAccountsRequest, ListAccountsResponse> = async (services, input, call) => {
  const organization = await enter(services, call, { action: 'ListAccounts', by: 'administrators' });
  const all = await services.records.read((db) => listMembers(db, organization.id));
  const { rows, next } = pageOf('ListAccounts', all, input, (row) => row.id);
  return { Accounts: rows.map((row) => toAccount(organization, row)), ...next };
};
