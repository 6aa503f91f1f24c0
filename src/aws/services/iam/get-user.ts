import type { GetUserRequest, GetUserResponse } from '@aws-sdk/client-iam';
import { findAccount } from '../../../storage/records/accounts.ts';
import { tagsOf } from '../../../storage/records/tags.ts';
import type { Call, Operation, Services } from '../operation.ts';
import { authorizeUser, callingUserName, getUserRow } from './authorize-user.ts';
import { toUser } from './to-user.ts';

/** Without a name: the caller, who may be the account's root. */
export const getUser: Operation<GetUserRequest, GetUserResponse> = async (services, input, call) => {
  if (input.UserName === undefined && call.principal.kind === 'root') return rootUser(services, call);
  const name = input.UserName ?? callingUserName(call);
  await authorizeUser(services, call, { action: 'GetUser', name });
  return services.records.read(async (db) => {
    const user = await getUserRow(db, call, name);
    return { User: toUser(user, await tagsOf(db, user.arn)) };
  });
};

/** Root has neither name nor path. */
async function rootUser({ records }: Services, { principal, now }: Call): Promise<GetUserResponse> {
  const account = await records.read((db) => findAccount(db, principal.account));
  return {
    User: {
      Path: undefined,
      UserName: undefined,
      UserId: principal.account,
      Arn: principal.arn,
      CreateDate: new Date(account?.created_at ?? now),
    },
  };
}
