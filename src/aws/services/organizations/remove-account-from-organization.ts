import type { RemoveAccountFromOrganizationRequest } from '@aws-sdk/client-organizations';
import type { Operation } from '../operation.ts';
import { accountArn } from './arns.ts';
import { enter } from './enter.ts';
import { releaseAccount } from './release-account.ts';

export const removeAccountFromOrganization: Operation<RemoveAccountFromOrganizationRequest, object> = async (
  services,
  input,
  call,
) => {
  const organization = await enter(services, call, {
    action: 'RemoveAccountFromOrganization',
    by: 'management',
    resource: (own) => accountArn(own, input.AccountId),
  });
  await services.records.write((db) =>
    releaseAccount(db, { organization, account: input.AccountId, now: call.now, random: services.random }),
  );
  return {};
};
