import type { GetAccountPasswordPolicyResponse, PasswordPolicy } from '@aws-sdk/client-iam';
import { passwordPolicyNotFound } from '../../../messages/iam.ts';
import { accountSettings } from '../../../storage/records/account-settings.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';

export const getAccountPasswordPolicy: Operation<object, GetAccountPasswordPolicyResponse> = async (
  services,
  _input,
  call,
) => {
  const { account } = call.principal;
  await authorizeIam(services, call, { action: 'GetAccountPasswordPolicy', resource: '*' });
  const { password_policy: text } = await services.records.read((db) => accountSettings(db, account));
  if (text === null) throw passwordPolicyNotFound(account);
  return { PasswordPolicy: JSON.parse(text) as PasswordPolicy };
};
