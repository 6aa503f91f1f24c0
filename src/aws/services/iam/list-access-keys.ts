import type { ListAccessKeysRequest, ListAccessKeysResponse, StatusType } from '@aws-sdk/client-iam';
import { accessKeysOf } from '../../../storage/records/access-keys.ts';
import type { Operation } from '../operation.ts';
import { authorizeUser, callingUserName, getUserRow } from './authorize-user.ts';
import { pageOfList } from './page.ts';

export const listAccessKeys: Operation<ListAccessKeysRequest, ListAccessKeysResponse> = async (
  services,
  input,
  call,
) => {
  const name = input.UserName ?? callingUserName(call);
  await authorizeUser(services, call, { action: 'ListAccessKeys', name });
  const keys = await services.records.read(async (db) =>
    accessKeysOf(db, (await getUserRow(db, call, name)).account_id, name),
  );
  const { rows, page } = await pageOfList(input, (key) => key.id, keys);
  return {
    AccessKeyMetadata: rows.map((key) => ({
      UserName: name,
      AccessKeyId: key.id,
      Status: key.status as StatusType,
      CreateDate: new Date(key.created_at),
    })),
    ...page,
  };
};
