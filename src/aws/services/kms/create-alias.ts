import type { CreateAliasRequest } from '@aws-sdk/client-kms';
import { requireNotPendingDeletion } from '../../../keys/key-state.ts';
import { ALIASES_PER_KEY_MAX } from '../../../keys/limits.ts';
import * as kms from '../../../messages/kms.ts';
import * as records from '../../../storage/records/kms.ts';
import type { Operation } from '../operation.ts';
import { openAlias, openCustomerKey } from './authorize.ts';
import { changeKey } from './change-key.ts';

export const createAlias: Operation<CreateAliasRequest, void> = async (services, input, call) => {
  const { TargetKeyId: keyId, AliasName: name } = input;
  if (/^(arn:.*:)?alias\//.test(keyId)) throw kms.aliasOfAlias();
  const action = 'kms:CreateAlias';
  const alias = await openAlias(services, call, { name, action });
  const { key } = await openCustomerKey(services, call, { keyId, action });
  const { account, region } = alias;
  await changeKey(services, call, {
    key,
    require: requireNotPendingDeletion,
    async change(db, { aliases }) {
      if (aliases.length >= ALIASES_PER_KEY_MAX) throw kms.limitExceeded('Too many aliases for the key.');
      if ((await records.findAlias(db, alias)) !== undefined) throw kms.aliasExists(alias.arn);
      const times = { created_at: call.now, updated_at: call.now };
      await records.insertAlias(db, { account_id: account, region, name, key_id: key.id, ...times });
    },
  });
};
