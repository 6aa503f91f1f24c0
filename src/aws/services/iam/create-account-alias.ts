import type { CreateAccountAliasRequest } from '@aws-sdk/client-iam';
import { accountAliasExists } from '../../../messages/iam.ts';
import { accountOfAlias, setAccountSettings } from '../../../storage/records/account-settings.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';

/** An account has one alias: a new one takes the place of the old. No two accounts have the same. */
export const createAccountAlias: Operation<CreateAccountAliasRequest, object> = async (
  services,
  { AccountAlias: alias },
  call,
) => {
  const { account } = call.principal;
  await authorizeIam(services, call, { action: 'CreateAccountAlias', resource: '*' });
  await services.records.write(async (db) => {
    const owner = await accountOfAlias(db, alias);
    if (owner !== undefined && owner !== account) throw accountAliasExists(alias);
    await setAccountSettings(db, account, { alias });
  });
  return {};
};
