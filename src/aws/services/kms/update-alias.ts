import type { UpdateAliasRequest } from '@aws-sdk/client-kms';
import { requireNotPendingDeletion } from '../../../keys/key-state.ts';
import * as kms from '../../../messages/kms.ts';
import * as records from '../../../storage/records/kms.ts';
import type { Operation } from '../operation.ts';
import { openAlias, openCustomerKey } from './authorize.ts';
import { changeKey } from './change-key.ts';

/** Moves an alias to another key; the caller needs the right on the alias and on both keys. */
export const updateAlias: Operation<UpdateAliasRequest, void> = async (services, input, call) => {
  const { TargetKeyId: keyId, AliasName: name } = input;
  if (/^(arn:.*:)?alias\//.test(keyId)) throw kms.aliasOfAlias();
  const action = 'kms:UpdateAlias';
  const alias = await openAlias(services, call, { name, action });
  await openCustomerKey(services, call, { keyId: name, action });
  const { key } = await openCustomerKey(services, call, { keyId, action });
  await changeKey(services, call, {
    key,
    require: requireNotPendingDeletion,
    async change(db) {
      if ((await records.findAlias(db, alias)) === undefined) throw kms.aliasNotFound(alias.arn);
      await records.moveAlias(db, { ...alias, keyId: key.id, now: call.now });
    },
  });
};
