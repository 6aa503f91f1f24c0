import { passwordPolicyNotFound } from '../../../messages/iam.ts';
import { accountSettings, setAccountSettings } from '../../../storage/records/account-settings.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';

export const deleteAccountPasswordPolicy: Operation<object, object> = async (services, _input, call) => {
  const { account } = call.principal;
  await authorizeIam(services, call, { action: 'DeleteAccountPasswordPolicy', resource: '*' });
  await services.records.write(async (db) => {
    if ((await accountSettings(db, account)).password_policy === null) throw passwordPolicyNotFound(account);
    await setAccountSettings(db, account, { password_policy: null });
  });
  return {};
};
