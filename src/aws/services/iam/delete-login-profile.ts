import type { DeleteLoginProfileRequest } from '@aws-sdk/client-iam';
import * as loginProfiles from '../../../storage/records/login-profiles.ts';
import type { Operation } from '../operation.ts';
import { authorizeUser, callingUserName, getLoginProfileRow } from './authorize-user.ts';

export const deleteLoginProfile: Operation<DeleteLoginProfileRequest, object> = async (
  services,
  { UserName },
  call,
) => {
  const name = UserName ?? callingUserName(call);
  await authorizeUser(services, call, { action: 'DeleteLoginProfile', name });
  await services.records.write(async (db) => {
    const { account_id } = await getLoginProfileRow(db, call, name);
    await loginProfiles.deleteLoginProfile(db, account_id, name);
  });
  return {};
};
