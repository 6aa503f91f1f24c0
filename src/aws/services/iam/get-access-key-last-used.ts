import type { GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedResponse } from '@aws-sdk/client-iam';
import { accessKeyNotFound } from '../../../messages/iam.ts';
import { findAccessKey } from '../../../storage/records/access-keys.ts';
import { findUser, toUserArn } from '../../../storage/records/iam.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';

/** `N/A` for what is not known of a key that was never used; no date then. */
export const getAccessKeyLastUsed: Operation<GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedResponse> = async (
  services,
  { AccessKeyId: id },
  call,
) => {
  const { account } = call.principal;
  const { key, user } = await services.records.read(async (db) => {
    const row = await findAccessKey(db, id);
    const found = row?.account_id === account ? row : undefined;
    return { key: found, user: found && (await findUser(db, account, found.user_name)) };
  });
  const resource = user?.arn ?? toUserArn(account, '/', '*');
  await authorizeIam(services, call, { action: 'GetAccessKeyLastUsed', resource });
  if (key === undefined) throw accessKeyNotFound(id);
  return {
    UserName: key.user_name,
    AccessKeyLastUsed: {
      LastUsedDate: key.last_used_at === null ? undefined : new Date(key.last_used_at),
      ServiceName: key.last_used_service ?? 'N/A',
      Region: key.last_used_region ?? 'N/A',
    },
  };
};
