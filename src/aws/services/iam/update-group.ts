import type { UpdateGroupRequest } from '@aws-sdk/client-iam';
import { toGroupArn } from '../../../storage/records/iam-groups.ts';
import { renamePolicyOwner } from '../../../storage/records/iam-policies.ts';
import type { Operation } from '../operation.ts';
import { authorizeGroup, getGroupRow } from './authorize-group.ts';
import { authorizeIam } from './authorize-iam.ts';
import { checkNewName } from './check-name-is-free.ts';

/** A new name or path. Users and policies stay with the group; the caller needs the right to the old name and to the new one. */
export const updateGroup: Operation<UpdateGroupRequest, object> = async (
  services,
  { GroupName: oldName, NewGroupName, NewPath },
  call,
) => {
  const { account } = call.principal;
  await authorizeGroup(services, call, { action: 'UpdateGroup', name: oldName });
  const old = await services.records.read((db) => getGroupRow(db, call, oldName));
  const name = NewGroupName ?? oldName;
  const path = NewPath ?? old.path;
  const arn = toGroupArn(account, path, name);
  await authorizeIam(services, call, { action: 'UpdateGroup', resource: arn });
  await services.records.write(async (db) => {
    const { id } = await getGroupRow(db, call, oldName);
    await checkNewName(db, 'group', { account, name, oldName });
    await db.updateTable('iam_groups').set({ name, path, arn }).where('id', '=', id).execute();
    await db
      .updateTable('iam_group_members')
      .set({ group_name: name })
      .where('account_id', '=', account)
      .where('group_name', '=', oldName)
      .execute();
    await renamePolicyOwner(db, { account, kind: 'group', name: oldName }, name);
  });
  return {};
};
