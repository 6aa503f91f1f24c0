import type { CreateGroupRequest, CreateGroupResponse } from '@aws-sdk/client-iam';
import { newUniqueId } from '../../../storage/records/iam.ts';
import { type GroupRow, toGroupArn } from '../../../storage/records/iam-groups.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { checkNameIsFree } from './check-name-is-free.ts';
import { toGroup } from './to-group.ts';

export const createGroup: Operation<CreateGroupRequest, CreateGroupResponse> = async (
  services,
  { GroupName: name, Path: path = '/' },
  call,
) => {
  const { account } = call.principal;
  const arn = toGroupArn(account, path, name);
  await authorizeIam(services, call, { action: 'CreateGroup', resource: arn });
  const id = newUniqueId(services.random, 'AGPA');
  const row: GroupRow = { account_id: account, name, path, id, arn, created_at: call.now };
  await services.records.write(async (db) => {
    await checkNameIsFree(db, 'group', { account, name });
    await db.insertInto('iam_groups').values(row).execute();
  });
  return { Group: toGroup(row) };
};
