import type { CreateUserRequest, CreateUserResponse } from '@aws-sdk/client-iam';
import { insertUser, newUniqueId, toUserArn } from '../../../storage/records/iam.ts';
import { putTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { checkBoundary } from './check-boundary.ts';
import { checkNameIsFree } from './check-name-is-free.ts';
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
    await checkNameIsFree(db, 'user', { account, name });
    if (boundaryArn !== undefined) await checkBoundary(db, account, boundaryArn);
    const id = newUniqueId(services.random, 'AIDA');
    const user = await insertUser(db, { account, name, id, path, boundaryArn }, call.now);
    await putTags(db, user.arn, tags);
    return user;
  });
  return { User: toUser(row, tags) };
};
