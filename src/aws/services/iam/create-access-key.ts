import type { CreateAccessKeyRequest, CreateAccessKeyResponse } from '@aws-sdk/client-iam';
import { issueAccessKey } from '../../../access/issue-access-key.ts';
import { quotaExceeded } from '../../../messages/iam.ts';
import { accessKeysOf } from '../../../storage/records/access-keys.ts';
import type { Operation } from '../operation.ts';
import { authorizeUser, callingUserName, getUserRow } from './authorize-user.ts';
import { ACCESS_KEYS_PER_USER_MAX } from './limits.ts';

/** The secret is told in this answer and never again. */
export const createAccessKey: Operation<CreateAccessKeyRequest, CreateAccessKeyResponse> = async (
  services,
  { UserName },
  call,
) => {
  const name = UserName ?? callingUserName(call);
  await authorizeUser(services, call, { action: 'CreateAccessKey', name });
  const key = await services.records.write(async (db) => {
    const { account_id: account } = await getUserRow(db, call, name);
    if ((await accessKeysOf(db, account, name)).length >= ACCESS_KEYS_PER_USER_MAX) {
      throw quotaExceeded({ quota: 'AccessKeysPerUser', max: ACCESS_KEYS_PER_USER_MAX });
    }
    return issueAccessKey(db, { ...services, now: call.now }, { account, name });
  });
  return {
    AccessKey: {
      UserName: name,
      AccessKeyId: key.accessKeyId,
      Status: 'Active',
      SecretAccessKey: key.secretAccessKey,
      CreateDate: new Date(call.now),
    },
  };
};
