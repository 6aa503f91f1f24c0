import type { DeleteAccessKeyRequest } from '@aws-sdk/client-iam';
import * as accessKeys from '../../../storage/records/access-keys.ts';
import type { Operation } from '../operation.ts';
import { authorizeUser, callingUserName } from './authorize-user.ts';
import { getOwnAccessKey } from './get-own-access-key.ts';

export const deleteAccessKey: Operation<DeleteAccessKeyRequest, object> = async (
  services,
  { UserName, AccessKeyId: id },
  call,
) => {
  const userName = UserName ?? callingUserName(call);
  await authorizeUser(services, call, { action: 'DeleteAccessKey', name: userName });
  await services.records.write(async (db) => {
    const key = await getOwnAccessKey(db, call, { userName, id });
    await accessKeys.deleteAccessKey(db, key.id);
  });
  return {};
};
