import type { CloseAccountRequest } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { findMember, suspendMember } from '../../../storage/records/organization-members.ts';
import type { Operation } from '../operation.ts';
import { accountArn } from './arns.ts';
import { enter } from './enter.ts';

/** AWS passes through PENDING_CLOSURE; here the account is SUSPENDED at once. It stays a member and goes on counting. */
export const closeAccount: Operation<CloseAccountRequest, object> = async (services, input, call) => {
  const organization = await enter(services, call, {
    action: 'CloseAccount',
    by: 'management',
    resource: (own) => accountArn(own, input.AccountId),
  });
  await services.records.write(async (db) => {
    const account = await findMember(db, organization.id, input.AccountId);
    if (!account) throw messages.accountNotFound();
    if (account.id === organization.management_account_id) {
      throw messages.constraintViolation('CANNOT_CLOSE_MANAGEMENT_ACCOUNT');
    }
    if (account.status !== 'ACTIVE') throw messages.accountAlreadyClosed();
    await suspendMember(db, account.id);
  });
  return {};
};
