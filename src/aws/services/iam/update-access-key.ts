import type { UpdateAccessKeyRequest } from '@aws-sdk/client-iam';
import { setAccessKeyStatus } from '../../../storage/records/access-keys.ts';
import type { Operation } from '../operation.ts';
import { authorizeUser, callingUserName } from './authorize-user.ts';
import { getOwnAccessKey } from './get-own-access-key.ts';

export const updateAccessKey: Operation<UpdateAccessKeyRequest, object> = async (
  services,
  { UserName, AccessKeyId: id, Status: status },
  call,
) => {
  const userName = UserName ?? callingUserName(call);
  await authorizeUser(services, call, { action: 'UpdateAccessKey', name: userName });
  await services.records.write(async (db) => {
    const key = await getOwnAccessKey(db, call, { userName, id });
    await setAccessKeyStatus(db, key.id, status === 'Inactive' ? 'Inactive' : 'Active');
  });
  return {};
};
