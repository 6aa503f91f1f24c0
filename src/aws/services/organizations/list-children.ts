import type { ListChildrenRequest, ListChildrenResponse } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { listMembersUnder } from '../../../storage/records/organization-members.ts';
import { listUnitsUnder } from '../../../storage/records/organizational-units.ts';
import type { Operation } from '../operation.ts';
import { targetArn } from './arns.ts';
import { enter } from './enter.ts';
import { hasContainer } from './find-place.ts';
import { pageOf } from './page-of.ts';

export const listChildren: Operation<ListChildrenRequest, ListChildrenResponse> = async (services, input, call) => {
  const { ParentId, ChildType } = input;
  const organization = await enter(services, call, {
    action: 'ListChildren',
    by: 'administrators',
    resource: (own) => targetArn(own, ParentId),
  });
  const all: readonly { readonly id: string }[] = await services.records.read(async (db) => {
    if (!(await hasContainer(db, organization, ParentId))) throw messages.parentNotFound();
    return ChildType === 'ACCOUNT' ? listMembersUnder(db, ParentId) : listUnitsUnder(db, ParentId);
  });
  const { rows, next } = pageOf(`ListChildren ${ChildType}`, all, input, (row) => row.id);
  return { Children: rows.map(({ id }) => ({ Id: id, Type: ChildType })), ...next };
};
