import type { ListGroupsForUserRequest, ListGroupsForUserResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeUser, getUserRow } from './authorize-user.ts';

/** No user is in any: groups cannot be made here. Terraform asks before it deletes a user. */
export const listGroupsForUser: Operation<ListGroupsForUserRequest, ListGroupsForUserResponse> = async (
  services,
  { UserName: name },
  call,
) => {
  await authorizeUser(services, call, { action: 'ListGroupsForUser', name });
  await services.records.read((db) => getUserRow(db, call, name));
  return { Groups: [], IsTruncated: false };
};
