import type { DeleteAliasRequest } from '@aws-sdk/client-kms';
import * as records from '../../../storage/records/kms.ts';
import type { Operation } from '../operation.ts';
import { openAlias, openCustomerKey } from './authorize.ts';

export const deleteAlias: Operation<DeleteAliasRequest, void> = async (services, input, call) => {
  const action = 'kms:DeleteAlias';
  const alias = await openAlias(services, call, { name: input.AliasName, action });
  await openCustomerKey(services, call, { keyId: input.AliasName, action, takesAlias: true });
  await services.records.write((db) => records.deleteAlias(db, alias));
};
