import type { GetGroupRequest, GetGroupResponse } from '@aws-sdk/client-iam';
import { membersOf } from '../../../storage/records/iam-groups.ts';
import type { Operation } from '../operation.ts';
import { authorizeGroup, getGroupRow } from './authorize-group.ts';
import { pageOfList } from './page.ts';
import { toGroup } from './to-group.ts';
import { toListedUser } from './to-user.ts';

/** The group on each page, and a page of its users. */
export const getGroup: Operation<GetGroupRequest, GetGroupResponse> = async (services, input, call) => {
  const { GroupName: name } = input;
  await authorizeGroup(services, call, { action: 'GetGroup', name });
  const { group, members } = await services.records.read(async (db) => {
    const row = await getGroupRow(db, call, name);
    return { group: row, members: await membersOf(db, row.account_id, row.name) };
  });
  const { rows, page } = await pageOfList(input, (user) => user.name, members);
  return { Group: toGroup(group), Users: rows.map(toListedUser), ...page };
};
