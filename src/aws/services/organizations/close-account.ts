import type { CloseAccountRequest } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { closeMember, findMember, listMembers } from '../../../storage/records/organization-members.ts';
import type { OrganizationRow } from '../../../storage/records/organizations.ts';
import type { Database } from '../../../storage/records/records.ts';
import type { Operation } from '../operation.ts';
import { accountArn } from './arns.ts';
import { enter } from './enter.ts';
import { CLOSURES_MIN, CLOSURES_PERIOD_MS, CLOSURES_SHARE } from './limits.ts';

/** The account is PENDING_CLOSURE for a moment, then SUSPENDED. It stays a member and goes on counting. */
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
    await requireQuota(db, organization, call.now);
    await closeMember(db, account.id, call.now);
  });
  return {};
};

async function requireQuota(db: Database, { id }: OrganizationRow, now: number): Promise<void> {
  const members = await listMembers(db, id);
  const recent = members.filter(({ closed_at }) => closed_at !== null && now - closed_at < CLOSURES_PERIOD_MS);
  const quota = Math.max(CLOSURES_MIN, Math.floor(members.length * CLOSURES_SHARE));
  if (recent.length >= quota) throw messages.constraintViolation('CLOSE_ACCOUNT_QUOTA_EXCEEDED');
}
