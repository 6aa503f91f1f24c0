import type { RemoveUserFromGroupRequest } from '@aws-sdk/client-iam';
import { userNotInGroup } from '../../../messages/iam.ts';
import { removeMember } from '../../../storage/records/iam-groups.ts';
import type { Operation } from '../operation.ts';
import { authorizeGroup, getGroupRow } from './authorize-group.ts';
import { getUserRow } from './authorize-user.ts';

export const removeUserFromGroup: Operation<RemoveUserFromGroupRequest, object> = async (
  services,
  { GroupName: groupName, UserName: userName },
  call,
) => {
  await authorizeGroup(services, call, { action: 'RemoveUserFromGroup', name: groupName });
  await services.records.write(async (db) => {
    const { account_id: account } = await getGroupRow(db, call, groupName);
    await getUserRow(db, call, userName);
    const isGone = await removeMember(db, { account, groupName, userName });
    if (!isGone) throw userNotInGroup({ user: userName, group: groupName });
  });
  return {};
};
