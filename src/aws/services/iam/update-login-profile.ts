import type { UpdateLoginProfileRequest } from '@aws-sdk/client-iam';
import { setMustReset } from '../../../storage/records/login-profiles.ts';
import type { Operation } from '../operation.ts';
import { authorizeUser, callingUserName, getLoginProfileRow } from './authorize-user.ts';
import { checkPassword } from './check-password.ts';

export const updateLoginProfile: Operation<UpdateLoginProfileRequest, object> = async (
  services,
  { UserName, Password: password, PasswordResetRequired: mustReset },
  call,
) => {
  const name = UserName ?? callingUserName(call);
  await authorizeUser(services, call, { action: 'UpdateLoginProfile', name });
  await services.records.write(async (db) => {
    const row = await getLoginProfileRow(db, call, name);
    await checkPassword(db, row.account_id, password);
    if (mustReset !== undefined) await setMustReset(db, { ...row, must_reset: mustReset ? 1 : 0 });
  });
  return {};
};
