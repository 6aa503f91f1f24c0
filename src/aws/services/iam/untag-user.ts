import type { UntagUserRequest } from '@aws-sdk/client-iam';
import { removeTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeUser, getUserRow } from './authorize-user.ts';

export const untagUser: Operation<UntagUserRequest, object> = async (
  services,
  { UserName: name, TagKeys: keys },
  call,
) => {
  await authorizeUser(services, call, { action: 'UntagUser', name, context: { 'aws:TagKeys': keys } });
  await services.records.write(async (db) => removeTags(db, (await getUserRow(db, call, name)).arn, keys));
  return {};
};
