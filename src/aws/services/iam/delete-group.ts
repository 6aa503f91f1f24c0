import type { DeleteGroupRequest } from '@aws-sdk/client-iam';
import { hasMemberships } from '../../../messages/iam.ts';
import { membersOf } from '../../../storage/records/iam-groups.ts';
import type { Operation } from '../operation.ts';
import { authorizeGroup, getGroupRow } from './authorize-group.ts';
import { checkHasNoPolicies } from './check-has-no-policies.ts';

export const deleteGroup: Operation<DeleteGroupRequest, object> = async (services, { GroupName: name }, call) => {
  await authorizeGroup(services, call, { action: 'DeleteGroup', name });
  await services.records.write(async (db) => {
    const { account_id: account, id } = await getGroupRow(db, call, name);
    if ((await membersOf(db, account, name)).length > 0) throw hasMemberships();
    await checkHasNoPolicies(db, { account, kind: 'group', name });
    await db.deleteFrom('iam_groups').where('id', '=', id).execute();
  });
  return {};
};
