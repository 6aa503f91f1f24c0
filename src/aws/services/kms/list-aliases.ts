import type { ListAliasesRequest, ListAliasesResponse } from '@aws-sdk/client-kms';
import { findKey, toKmsArn } from '../../../keys/find-key.ts';
import * as records from '../../../storage/records/kms.ts';
import type { Operation } from '../operation.ts';
import { authorizeAccount } from './authorize.ts';
import { PAGE_SIZES } from './limits.ts';
import { toPage } from './page.ts';

export const listAliases: Operation<ListAliasesRequest, ListAliasesResponse> = async (services, input, call) => {
  const action = 'kms:ListAliases';
  await authorizeAccount(services, call, { action });
  const { principal, region } = call;
  const keyId =
    input.KeyId === undefined
      ? undefined
      : (await findKey(services, { keyId: input.KeyId, region, principal, action })).key.id;
  const all = await services.records.read((db) =>
    records.listAliases(db, { account: principal.account, region, now: call.now }),
  );
  const wanted = keyId === undefined ? all : all.filter(({ key_id }) => key_id === keyId);
  const { items, more } = toPage(wanted, input, {
    list: 'ListAliases',
    keyOf: ({ name }) => name,
    size: PAGE_SIZES.aliases,
  });
  const Aliases = items.map((alias) => ({
    AliasName: alias.name,
    AliasArn: toKmsArn({ account: alias.account_id, region: alias.region, resource: alias.name }),
    TargetKeyId: alias.key_id,
    CreationDate: new Date(alias.created_at),
    LastUpdatedDate: new Date(alias.updated_at),
  }));
  return { Aliases, ...more };
};
