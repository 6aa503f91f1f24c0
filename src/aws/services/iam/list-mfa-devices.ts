import type { ListMFADevicesRequest, ListMFADevicesResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeUser, callingUserName, getUserRow } from './authorize-user.ts';

/** No user has any: MFA devices cannot be made here. Terraform asks before it deletes a user with `force_destroy`. */
export const listMFADevices: Operation<ListMFADevicesRequest, ListMFADevicesResponse> = async (
  services,
  { UserName },
  call,
) => {
  const name = UserName ?? callingUserName(call);
  await authorizeUser(services, call, { action: 'ListMFADevices', name });
  await services.records.read((db) => getUserRow(db, call, name));
  return { MFADevices: [], IsTruncated: false };
};
