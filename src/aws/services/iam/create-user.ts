import type { CreateUserRequest, CreateUserResponse } from '@aws-sdk/client-iam';
import * as messages from '../../../messages/iam.ts';
import { insertUser, newUniqueId, toUserArn } from '../../../storage/records/iam.ts';
import type { Database } from '../../../storage/records/records.ts';
import { putTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { checkBoundary } from './check-boundary.ts';
import { USERS_PER_ACCOUNT_MAX } from './limits.ts';
import { checkTagCount, readTags, tagContext } from './tags.ts';
import { toUser } from './to-user.ts';

export const createUser: Operation<CreateUserRequest, CreateUserResponse> = async (services, input, call) => {
  const { account } = call.principal;
  const { UserName: name, Path: path = '/', PermissionsBoundary: boundaryArn } = input;
  const tags = readTags(input.Tags);
  checkTagCount(tags, 'User');
  await authorizeIam(services, call, {
    action: 'CreateUser',
    resource: toUserArn(account, path, name),
    context: { ...tagContext(tags), ...(boundaryArn !== undefined && { 'iam:PermissionsBoundary': boundaryArn }) },
  });
  const row = await services.records.write(async (db) => {
    await checkNameIsFree(db, account, name);
    if (boundaryArn !== undefined) await checkBoundary(db, account, boundaryArn);
    const id = newUniqueId(services.random, 'AIDA');
    const user = await insertUser(db, { account, name, id, path, boundaryArn }, call.now);
    await putTags(db, user.arn, tags);
    return user;
  });
  return { User: toUser(row, tags) };
};

/** Names are one whatever their case; so says the API Reference of CreateUser. */
async function checkNameIsFree(db: Database, account: string, name: string): Promise<void> {
  const names = await db.selectFrom('iam_users').select('name').where('account_id', '=', account).execute();
  if (names.some((row) => row.name.toLowerCase() === name.toLowerCase())) throw messages.userExists(name);
  if (names.length >= USERS_PER_ACCOUNT_MAX) {
    throw messages.quotaExceeded({ quota: 'UsersPerAccount', max: USERS_PER_ACCOUNT_MAX });
  }
}
