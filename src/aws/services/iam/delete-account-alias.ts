import type { DeleteAccountAliasRequest } from '@aws-sdk/client-iam';
import { accountAliasNotFound } from '../../../messages/iam.ts';
import { accountSettings, setAccountSettings } from '../../../storage/records/account-settings.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';

export const deleteAccountAlias: Operation<DeleteAccountAliasRequest, object> = async (
  services,
  { AccountAlias: alias },
  call,
) => {
  const { account } = call.principal;
  await authorizeIam(services, call, { action: 'DeleteAccountAlias', resource: '*' });
  await services.records.write(async (db) => {
    if ((await accountSettings(db, account)).alias !== alias) throw accountAliasNotFound(alias);
    await setAccountSettings(db, account, { alias: null });
  });
  return {};
};
