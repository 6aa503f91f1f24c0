import type { GetAccessKeyInfoRequest, GetAccessKeyInfoResponse } from '@aws-sdk/client-sts';
import { requestContext } from '../../../access/request-context.ts';
import * as messages from '../../../messages/sts.ts';
import { findAccessKey } from '../../../storage/records/access-keys.ts';
import { findSession } from '../../../storage/records/sessions.ts';
import type { Operation } from '../operation.ts';

/** Which account an access key belongs to, anybody's. */
export const getAccessKeyInfo: Operation<GetAccessKeyInfoRequest, GetAccessKeyInfoResponse> = async (
  services,
  { AccessKeyId: id },
  call,
) => {
  await services.access.authorize({
    principal: call.principal,
    action: 'sts:GetAccessKeyInfo',
    resource: '*',
    resourceAccount: call.principal.account,
    context: requestContext(call),
  });
  const account = await services.records.read(
    async (db) => (await findAccessKey(db, id))?.account_id ?? (await findSession(db, id))?.principal.account,
  );
  if (account === undefined) throw messages.accessKeyUnknown();
  return { Account: account };
};
