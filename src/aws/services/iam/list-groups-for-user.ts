import type { ListGroupsForUserRequest, ListGroupsForUserResponse } from '@aws-sdk/client-iam';
import { groupsOf } from '../../../storage/records/iam-groups.ts';
import type { Operation } from '../operation.ts';
import { authorizeUser, getUserRow } from './authorize-user.ts';
import { pageOfList } from './page.ts';
import { toGroup } from './to-group.ts';

export const listGroupsForUser: Operation<ListGroupsForUserRequest, ListGroupsForUserResponse> = async (
  services,
  input,
  call,
) => {
  const { UserName: name } = input;
  await authorizeUser(services, call, { action: 'ListGroupsForUser', name });
  const groups = await services.records.read(async (db) => {
    const { account_id: account } = await getUserRow(db, call, name);
    return groupsOf(db, account, name);
  });
  const { rows, page } = await pageOfList(input, (group) => group.name, groups);
  return { Groups: rows.map(toGroup), ...page };
};
