import type { ListAccountsRequest, ListAccountsResponse } from '@aws-sdk/client-organizations';
import { listMembers } from '../../../storage/records/organization-members.ts';
import type { Operation } from '../operation.ts';
import { enter } from './enter.ts';
import { pageOf } from './page-of.ts';
import { pathsIn } from './paths-in.ts';
import { toAccount } from './shapes.ts';

export const listAccounts: Operation<ListAccountsRequest, ListAccountsResponse> = async (services, input, call) => {
  const organization = await enter(services, call, { action: 'ListAccounts', by: 'administrators' });
  const { all, paths } = await services.records.read(async (db) => ({
    all: await listMembers(db, organization.id),
    paths: await pathsIn(db, organization),
  }));
  const { rows, next } = pageOf('ListAccounts', all, input, (row) => row.id);
  return { Accounts: rows.map((row) => toAccount(organization, row, { paths, now: call.now })), ...next };
};
