import type { UpdateAliasRequest } from '@aws-sdk/client-kms';
import { isAsymmetric } from '../../../keys/key-spec.ts';
import { requireNotPendingDeletion } from '../../../keys/key-state.ts';
import * as kms from '../../../messages/kms.ts';
import * as records from '../../../storage/records/kms.ts';
import type { Operation } from '../operation.ts';
import { openAlias, openCustomerKey } from './authorize.ts';
import { changeKey } from './change-key.ts';

/** Moves an alias to another key; the caller needs the right on the alias and on both keys, which are of one kind. */
export const updateAlias: Operation<UpdateAliasRequest, void> = async (services, input, call) => {
  const { TargetKeyId: keyId, AliasName: name } = input;
  if (/^(arn:.*:)?alias\//.test(keyId)) throw kms.aliasOfAlias();
  const action = 'kms:UpdateAlias';
  const alias = await openAlias(services, call, { name, action });
  const { key: old } = await openCustomerKey(services, call, { keyId: name, action, takesAlias: true });
  const { key } = await openCustomerKey(services, call, { keyId, action });
  if (isAsymmetric(old.spec) !== isAsymmetric(key.spec) || old.usage !== key.usage) throw kms.aliasKindsDiffer();
  await changeKey(services, call, {
    key,
    require: requireNotPendingDeletion,
    async change(db) {
      if ((await records.findAlias(db, alias)) === undefined) throw kms.aliasNotFound(alias.arn);
      await records.moveAlias(db, { ...alias, keyId: key.id, now: call.now });
    },
  });
};
