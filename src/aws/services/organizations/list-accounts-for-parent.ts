import type { ListAccountsForParentRequest, ListAccountsForParentResponse } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { listMembersUnder } from '../../../storage/records/organization-members.ts';
import type { Operation } from '../operation.ts';
import { targetArn } from './arns.ts';
import { enter } from './enter.ts';
import { hasContainer } from './find-place.ts';
import { pageOf } from './page-of.ts';
import { pathsIn } from './paths-in.ts';
import { toAccount } from './shapes.ts';

export const listAccountsForParent: Operation<ListAccountsForParentRequest, ListAccountsForParentResponse> = async (
  services,
  input,
  call,
) => {
  const organization = await enter(services, call, {
    action: 'ListAccountsForParent',
    by: 'administrators',
    resource: (own) => targetArn(own, input.ParentId),
  });
  const { all, paths } = await services.records.read(async (db) => {
    if (!(await hasContainer(db, organization, input.ParentId))) throw messages.parentNotFound();
    return { all: await listMembersUnder(db, input.ParentId), paths: await pathsIn(db, organization) };
  });
  const { rows, next } = pageOf('ListAccountsForParent', all, input, (row) => row.id);
  return { Accounts: rows.map((row) => toAccount(organization, row, { paths, now: call.now })), ...next };
};
