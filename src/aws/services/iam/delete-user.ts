import type { DeleteUserRequest } from '@aws-sdk/client-iam';
import * as messages from '../../../messages/iam.ts';
import { accessKeysOf } from '../../../storage/records/access-keys.ts';
import { forgetPrincipal } from '../../../storage/records/forget-principal.ts';
import { groupsOf } from '../../../storage/records/iam-groups.ts';
import { findLoginProfile } from '../../../storage/records/login-profiles.ts';
import { removeAllTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeUser, getUserRow } from './authorize-user.ts';
import { checkHasNoPolicies } from './check-has-no-policies.ts';

/** As with roles, documents that name the user keep its unique id. */
export const deleteUser: Operation<DeleteUserRequest, object> = async (services, { UserName: name }, call) => {
  await authorizeUser(services, call, { action: 'DeleteUser', name });
  await services.records.write(async (db) => {
    const user = await getUserRow(db, call, name);
    const { account_id: account } = user;
    if ((await accessKeysOf(db, account, name)).length > 0) throw messages.hasAccessKeys();
    if ((await findLoginProfile(db, account, name)) !== undefined) throw messages.hasLoginProfile();
    if ((await groupsOf(db, account, name)).length > 0) throw messages.hasMemberships();
    await checkHasNoPolicies(db, { account, kind: 'user', name });
    await db.deleteFrom('iam_users').where('id', '=', user.id).execute();
    await removeAllTags(db, user.arn);
    await forgetPrincipal(db, user);
  });
  return {};
};
