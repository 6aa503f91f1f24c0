import type { ListSSHPublicKeysRequest, ListSSHPublicKeysResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeUser, callingUserName, getUserRow } from './authorize-user.ts';

/** No user has any: SSH public keys cannot be made here. Terraform asks before it deletes a user with `force_destroy`. */
export const listSSHPublicKeys: Operation<ListSSHPublicKeysRequest, ListSSHPublicKeysResponse> = async (
  services,
  { UserName },
  call,
) => {
  const name = UserName ?? callingUserName(call);
  await authorizeUser(services, call, { action: 'ListSSHPublicKeys', name });
  await services.records.read((db) => getUserRow(db, call, name));
  return { SSHPublicKeys: [], IsTruncated: false };
};
