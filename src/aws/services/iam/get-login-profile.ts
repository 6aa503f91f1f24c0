import type { GetLoginProfileRequest, GetLoginProfileResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeUser, callingUserName, getLoginProfileRow } from './authorize-user.ts';
import { toLoginProfile } from './to-login-profile.ts';

export const getLoginProfile: Operation<GetLoginProfileRequest, GetLoginProfileResponse> = async (
  services,
  { UserName },
  call,
) => {
  const name = UserName ?? callingUserName(call);
  await authorizeUser(services, call, { action: 'GetLoginProfile', name });
  return { LoginProfile: toLoginProfile(await services.records.read((db) => getLoginProfileRow(db, call, name))) };
};
