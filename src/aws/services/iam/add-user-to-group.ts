import type { AddUserToGroupRequest } from '@aws-sdk/client-iam';
import { quotaExceeded } from '../../../messages/iam.ts';
import { addMember, groupsOf } from '../../../storage/records/iam-groups.ts';
import type { Operation } from '../operation.ts';
import { authorizeGroup, getGroupRow } from './authorize-group.ts';
import { getUserRow } from './authorize-user.ts';
import { GROUPS_PER_USER_MAX } from './limits.ts';

/** Once more is no error. The right asked for is one to the group. */
export const addUserToGroup: Operation<AddUserToGroupRequest, object> = async (
  services,
  { GroupName: groupName, UserName: userName },
  call,
) => {
  await authorizeGroup(services, call, { action: 'AddUserToGroup', name: groupName });
  await services.records.write(async (db) => {
    const { account_id: account } = await getGroupRow(db, call, groupName);
    await getUserRow(db, call, userName);
    const groups = await groupsOf(db, account, userName);
    if (groups.length >= GROUPS_PER_USER_MAX && !groups.some(({ name }) => name === groupName)) {
      throw quotaExceeded({ quota: 'GroupsPerUser', max: GROUPS_PER_USER_MAX });
    }
    await addMember(db, { account, groupName, userName });
  });
  return {};
};
