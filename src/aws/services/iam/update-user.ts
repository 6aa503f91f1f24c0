import type { UpdateUserRequest } from '@aws-sdk/client-iam';
import { forgetPrincipal } from '../../../storage/records/forget-principal.ts';
import { toUserArn, type UserRow } from '../../../storage/records/iam.ts';
import { renamePolicyOwner } from '../../../storage/records/iam-policies.ts';
import type { Database } from '../../../storage/records/records.ts';
import { moveTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { authorizeUser, getUserRow } from './authorize-user.ts';
import { checkNewName } from './check-name-is-free.ts';

/**
 * A new name or path. Keys, groups, policies and tags stay with the user, and so do the documents that name it: AWS keeps its unique id
 * in them. The caller needs the right to the old name and to the new one.
 */
export const updateUser: Operation<UpdateUserRequest, object> = async (
  services,
  { UserName: oldName, NewUserName, NewPath },
  call,
) => {
  const { account } = call.principal;
  await authorizeUser(services, call, { action: 'UpdateUser', name: oldName });
  const old = await services.records.read((db) => getUserRow(db, call, oldName));
  const name = NewUserName ?? oldName;
  const path = NewPath ?? old.path;
  const arn = toUserArn(account, path, name);
  await authorizeIam(services, call, { action: 'UpdateUser', resource: arn });
  await services.records.write(async (db) => {
    const user = await getUserRow(db, call, oldName);
    await checkNewName(db, 'user', { account, name, oldName });
    await rename(db, user, { name, path, arn });
  });
  return {};
};

async function rename(
  db: Database,
  { account_id: account, id, name: oldName, arn: oldArn }: UserRow,
  { name, path, arn }: Pick<UserRow, 'name' | 'path' | 'arn'>,
): Promise<void> {
  if (arn === oldArn) return;
  await db.updateTable('iam_users').set({ name, path, arn }).where('id', '=', id).execute();
  for (const table of ['iam_access_keys', 'iam_group_members', 'iam_login_profiles'] as const) {
    await db
      .updateTable(table)
      .set({ user_name: name })
      .where('account_id', '=', account)
      .where('user_name', '=', oldName)
      .execute();
  }
  await renamePolicyOwner(db, { account, kind: 'user', name: oldName }, name);
  await moveTags(db, oldArn, arn);
  await forgetPrincipal(db, { arn: oldArn, id: arn });
}
