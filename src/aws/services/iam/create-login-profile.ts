import type { CreateLoginProfileRequest, CreateLoginProfileResponse } from '@aws-sdk/client-iam';
import { loginProfileExists } from '../../../messages/iam.ts';
import { findLoginProfile, insertLoginProfile, type LoginProfileRow } from '../../../storage/records/login-profiles.ts';
import type { Operation } from '../operation.ts';
import { authorizeUser, callingUserName, getUserRow } from './authorize-user.ts';
import { checkPassword } from './check-password.ts';
import { toLoginProfile } from './to-login-profile.ts';

/** The password is held against the account's password policy and then forgotten: nobody signs in here with one. */
export const createLoginProfile: Operation<CreateLoginProfileRequest, CreateLoginProfileResponse> = async (
  services,
  { UserName, Password: password, PasswordResetRequired: mustReset = false },
  call,
) => {
  const name = UserName ?? callingUserName(call);
  await authorizeUser(services, call, { action: 'CreateLoginProfile', name });
  const row = await services.records.write(async (db) => {
    const { account_id } = await getUserRow(db, call, name);
    if ((await findLoginProfile(db, account_id, name)) !== undefined) throw loginProfileExists(name);
    await checkPassword(db, account_id, password);
    const made: LoginProfileRow = { account_id, user_name: name, must_reset: mustReset ? 1 : 0, created_at: call.now };
    await insertLoginProfile(db, made);
    return made;
  });
  return { LoginProfile: toLoginProfile(row) };
};
