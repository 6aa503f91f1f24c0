import type {
  ListServiceSpecificCredentialsRequest,
  ListServiceSpecificCredentialsResponse,
} from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeUser, callingUserName, getUserRow } from './authorize-user.ts';

/** No user has any: they cannot be made here. Terraform asks before it deletes a user with `force_destroy`. */
export const listServiceSpecificCredentials: Operation<
  ListServiceSpecificCredentialsRequest,
  ListServiceSpecificCredentialsResponse
> = async (services, { UserName }, call) => {
  const name = UserName ?? callingUserName(call);
  await authorizeUser(services, call, { action: 'ListServiceSpecificCredentials', name });
  await services.records.read((db) => getUserRow(db, call, name));
  return { ServiceSpecificCredentials: [], IsTruncated: false };
};
