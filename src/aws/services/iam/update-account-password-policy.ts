import type { UpdateAccountPasswordPolicyRequest } from '@aws-sdk/client-iam';
import { setAccountSettings } from '../../../storage/records/account-settings.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { toPasswordPolicy } from './password-policy.ts';

/** What is not given goes back to its default: there is no partial update. */
export const updateAccountPasswordPolicy: Operation<UpdateAccountPasswordPolicyRequest, object> = async (
  services,
  input,
  call,
) => {
  const { account } = call.principal;
  await authorizeIam(services, call, { action: 'UpdateAccountPasswordPolicy', resource: '*' });
  const password_policy = JSON.stringify(toPasswordPolicy(input));
  await services.records.write((db) => setAccountSettings(db, account, { password_policy }));
  return {};
};
