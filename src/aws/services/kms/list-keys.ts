import type { ListKeysRequest, ListKeysResponse } from '@aws-sdk/client-kms';
import * as records from '../../../storage/records/kms.ts';
import type { Operation } from '../operation.ts';
import { authorizeAccount } from './authorize.ts';
import { PAGE_SIZES } from './limits.ts';
import { toPage } from './page.ts';

export const listKeys: Operation<ListKeysRequest, ListKeysResponse> = async (services, input, call) => {
  await authorizeAccount(services, call, { action: 'kms:ListKeys' });
  const place = { account: call.principal.account, region: call.region, now: call.now };
  const keys = await services.records.read((db) => records.listKeys(db, place));
  const { items, more } = toPage(keys, input, { list: 'ListKeys', keyOf: ({ id }) => id, size: PAGE_SIZES.keys });
  return { Keys: items.map(({ id, arn }) => ({ KeyId: id, KeyArn: arn })), ...more };
};
